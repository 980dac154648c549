#pragma once
/// The part of a calibration file that speaks of a study.

#include <optional>
#include <string>
#include <vector>

#include "analysis/exploration/calibration_file.h"
#include "scenarios/table_reader.h"

namespace cantiere::detail {

/// A [[parameter]] as it is written; what it leaves out comes from the study.
struct WrittenParameter {
    std::string name;
    Place place;
    std::optional<Family> family;
    std::optional<double> value, low, high;
};

/// A [[target]]'s output as it is written.
struct WrittenOutput {
    std::string name, outcome, per, scenario;
    Place place;  // of the output
    Place per_place;
    Place scenario_place;
};

/// What [simulator] says of a study.
struct WrittenStudy {
    std::string path;
    std::string scenario;  // of targets that name none; empty: the base of the study
    Place place;           // of the scenario
    Place study_place;     // of the path
    Overrides overrides;
};

/// Reads the study, the keys and the outputs into a calibration; problems are told, all that can be
/// found without what is missing.
void read_study_part(const WrittenStudy& written,
                     const std::vector<WrittenParameter>& parameters,
                     const std::vector<WrittenOutput>& outputs,
                     const FileSource& files,
                     Problems& problems,
                     Calibration& calibration);

/// Makes a parameter of what is written, within a valid range; nothing, with the problem told, when
/// it cannot be.
std::optional<ExploredParameter> make_parameter(const WrittenParameter& written,
                                                ValidRange valid,
                                                Problems& problems);

}  // namespace cantiere::detail
