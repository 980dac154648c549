#pragma once
/// Files of kind "calibration": what is sought, what it must meet, and what is run.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/exploration/abc_smc.h"
#include "analysis/exploration/simulators.h"
#include "scenarios/study_reader.h"

namespace cantiere {

/// A calibration, read and checked.
struct Calibration {
    std::string id;
    Title title;
    std::string path;
    std::vector<ExploredParameter> parameters;
    std::vector<MatchTarget> targets;
    std::vector<std::string> sources;  // of the targets; empty where none is named
    // The methods, one or both; history matching comes first and cuts the prior of the other.
    bool matches_history = true;
    bool samples_posterior = false;
    MatchSettings settings;
    AbcSettings abc;
    // One of the two simulators:
    std::optional<Study> study;
    std::vector<const ParameterSpec*> keys;  // of a study, by parameter
    std::vector<StudyOutput> outputs;        // of a study, by target
    std::optional<CommandSimulation> command;

    /// Returns how many runs one row costs.
    std::size_t runs_of_a_row() const;
};

struct CalibrationReading {
    std::optional<Calibration> calibration;  // nothing when there are errors
    Problems problems;
};

/// What a command line changes.
struct CalibrationOptions {
    FileSource files = disk_files();
    std::optional<std::int64_t> rows, waves, particles, generations, replicates, seed;
};

/// Reads and checks a calibration with the study it names; every problem is told, none is thrown.
CalibrationReading read_calibration(const std::string& path,
                                    const CalibrationOptions& options = {});

/// Adds all problems of a list to another.
void add_problems(Problems& to, const Problems& from);

}  // namespace cantiere
