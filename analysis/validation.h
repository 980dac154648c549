#pragma once
/// Validation: what the shipped studies simulate of patterns seen in the world, against their
/// bands. Nothing is fitted here; a pattern that is missed stays in the table.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/file_source.h"
#include "scenarios/problems.h"

namespace cantiere {

/// Keys with their values, as on the command line.
using Sets = std::vector<std::pair<std::string, std::string>>;

/// One line of `patterns.csv`: what is seen in the world, and how it is looked for in runs.
struct PatternSpec {
    std::string id;  // of model.md section 14; a pattern may have several lines
    std::string unit;
    std::optional<double> target, low, high;  // a sign pattern has a side without a limit
    std::optional<double> reference;          // number the measure needs
    std::string measure;
    std::size_t times = 1;  // the replicates asked for: more where few people are looked at
    std::vector<std::pair<std::string, std::string>> runs;  // study, scenario: pooled
    Sets with;                                              // keys set in all its runs
    Sets set;                      // and, besides, in the second arm, where there is one
    bool calibrated = false;       // a parameter was set from this source: no test of the model
    bool by_construction = false;  // measured on parameters alone: no simulation could miss it
    std::string text_en, text_it;
    std::string source;
    std::string missed_en, missed_it;  // why the model misses it, where it does
};

enum class Verdict : std::uint8_t { met, missed };

struct PatternResult {
    PatternSpec spec;
    std::optional<double> simulated;
    std::optional<double> se;  // over replicates
    Verdict verdict = Verdict::missed;
    std::string reason_en,
        reason_it;        // of a miss: why nothing could be simulated, or the mechanism
    bool is_told = true;  // false where the interval of the mean holds an edge of the band
};

struct ValidationOptions {
    std::size_t replicates = 8;
    bool more_where_few = true;  // as many times the replicates as a pattern states
    std::size_t first_replicate = 0;
    Sets set;                       // keys changed in all runs
    std::size_t threads = 0;        // 0: as many as the machine offers
    std::vector<std::string> only;  // ids; all where empty
    std::function<bool()> stop_requested;
    std::function<void(std::size_t done, std::size_t total)> on_run;  // one caller at a time
};

/// Reads the patterns; what is wrong with the file is told as problems.
std::vector<PatternSpec> read_patterns(const FileSource& files, Problems& problems);

/// Simulates the patterns with the shipped studies, every parameter at its value. Nothing when it
/// was stopped; problems of the studies are told.
std::optional<std::vector<PatternResult>> validate(const std::vector<PatternSpec>& patterns,
                                                   const ValidationOptions& options,
                                                   Problems& problems);

/// Names a pattern in tables of numbers: its measure, with the reference where it has one.
std::string column_of(const PatternSpec& pattern);

/// Judges a value by its band.
Verdict verdict_of(const PatternSpec& pattern, double simulated);

/// Tells whether an interval of a mean lies within the band or outside it altogether; with an edge
/// of the band inside it, luck may have made the verdict.
bool is_verdict_told(const PatternSpec& pattern, double low, double high);

}  // namespace cantiere
