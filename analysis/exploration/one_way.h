#pragma once
/// One number at a time: what a programme's effect would be were it at the ends of its range.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/exploration/outcome_place.h"
#include "analysis/exploration/ranged_parameters.h"
#include "analysis/statistics.h"

namespace cantiere {

/// An outcome to look at; nothing stands for net benefit.
struct OneWayOutcome {
    std::string name;
    std::optional<OutcomePlace> place;
};

/// What is asked: a scenario against its base, at both ends of every number.
struct OneWayPlan {
    std::size_t scenario = 0;
    std::vector<RangedParameter> parameters;
    std::vector<OneWayOutcome> outcomes;  // the first one orders the rows
    double wtp = 0.0;                     // EUR an autonomy-year, of net benefit
};

/// The difference of an outcome from the base, with a number at its ends.
struct OneWayEffect {
    Stat at_low, at_high;
    Stat swing;                 // at_high - at_low, run by run
    bool changes_sign = false;  // of the mean, at either end: the choice would be another
};

struct OneWayRow {
    RangedParameter parameter;
    std::vector<OneWayEffect> effects;  // by outcome
};

struct OneWay {
    std::vector<Stat> at_values;  // differences with every number at its value, by outcome
    std::vector<OneWayRow> rows;  // the widest swing of the first outcome first
    std::vector<FailedBlock> failed;
    std::size_t runs = 0;
    bool is_interrupted = false;  // then there are no rows
};

/// Returns an outcome of a run; net benefit is wtp x autonomy-years - net public cost.
double value_of(const RunOutcome& run, const OneWayOutcome& outcome, double wtp);

/// Returns the differences of the plan's scenario from its base in a block, by outcome.
std::vector<double> differences_from_base(const Block& block,
                                          const Study& study,
                                          const OneWayPlan& plan);

/// Runs a study as it stands and with each number at both ends of its range, all under the same
/// luck. Every draw and replicate of the study is paired with its base.
OneWay one_way(const Study& study, const OneWayPlan& plan, const DesignOptions& options);

/// Lists the rows from the widest swing of an outcome to the narrowest; equal ones by name.
std::vector<const OneWayRow*> by_swing(const OneWay& result, std::size_t outcome);

}  // namespace cantiere
