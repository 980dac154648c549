#pragma once
/// How precise a contrast is: the half-width of the 95 % interval of a paired mean difference, and
/// when runs are enough for a target.

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/statistics.h"
#include "outputs/results_file.h"
#include "outputs/results_reader.h"
#include "outputs/run_log.h"
#include "scenarios/study.h"

namespace cantiere {

/// A scenario minus its base in one variable of a run.
struct Contrast {
    std::size_t scenario = 0;  // in the study
    std::size_t base = 0;
    std::string variable;  // as `compare` calls it: `cost.PAYER` and `net_benefit` too
};

/// A half-width asked for: in the variable's unit, or as a share of the size of the difference.
struct PrecisionTarget {
    double half_width = 0.0;
    bool is_relative = false;
};

/// No decision is taken on fewer draws (of one draw: replicates): a spread of few is too uncertain.
inline constexpr std::size_t least_runs_for_precision = 30;

/// Lists the variables that a precision can be asked of: those of a run without axes of their own
/// that always have a value, `cost.PAYER` of each payer, and `net_benefit`.
std::vector<std::string> precision_variables();

/// Returns the contrast in all runs of a study, whose blocks are all finished; those of `earlier`,
/// the same study with fewer draws or, of one draw, fewer replicates, are not read again.
Sample contrast_sample(const Study& study,
                       const Contrast& contrast,
                       const BlockSource& blocks,
                       const Sample& earlier = {});

/// Returns the contrast in the first draws and replicates of a results file.
Sample contrast_sample(const Results& results, const Contrast& contrast, const Experiment& first);

/// Returns what the runs so far say: mean difference, half-width reached and half-width asked.
PrecisionLook look_at(const Sample& differences, const PrecisionTarget& target);

/// Tells whether a look has at least the least number of draws and a half-width below the target.
bool is_precise(const PrecisionLook& look);

/// Returns how many draws (of one draw: replicates) the target asks for, if their spread stays as
/// it is; not finite where the half-width or the target has no size.
double runs_needed(const PrecisionLook& look);

}  // namespace cantiere
