#pragma once
/// How patterns are measured on the people of runs.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/core/draws.h"
#include "model/inputs.h"
#include "model/life.h"
#include "model/outcomes.h"

namespace cantiere {

/// One run, looked at person by person.
struct ObservedRun {
    RunOutcome outcome;
    std::vector<Life> lives;
    std::vector<LabourMonth> labour;
    RunInputs inputs;
    RunKey key;
};

/// The runs of one replicate: of the studies as they are, and of the second arm.
struct PatternRuns {
    std::vector<const ObservedRun*> runs;
    std::vector<const ObservedRun*> changed;
};

/// Measures a pattern on one replicate; NaN where its runs hold nothing of it.
using PatternMeasure = double (*)(const PatternRuns& runs, double reference);

/// What a measure reads: what people do in runs, or parameters alone.
enum class MeasuredOn : std::uint8_t { people, parameters };

/// A measure by its name.
struct PatternMeasureEntry {
    std::string_view name;
    PatternMeasure measure = nullptr;
    MeasuredOn measured_on = MeasuredOn::people;
};

/// Lists all measures that patterns may name.
std::span<const PatternMeasureEntry> pattern_measures();

/// Returns the share with an event by `time` (Kaplan-Meier); `observed` tells events from
/// censorings. NaN when nobody is at risk.
double kaplan_meier_share(std::vector<std::pair<int, bool>> times_and_observed, int time);

}  // namespace cantiere
