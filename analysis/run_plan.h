#pragma once
/// Draws or replicates: what the variance of a difference is made of, and how many runs it asks
/// for.

#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/comparison.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// Half-width asked for, as a share of the size of the difference.
inline constexpr double planned_half_width = 0.05;

/// Most that luck may add to the variance between the means of draws, so that their spread
/// (`p2_5`, `p97_5`, shares of draws) is that of the parameters.
inline constexpr double luck_in_spread = 0.1;

/// What one difference asks for. NaN where the sample cannot tell: fewer than two draws or
/// replicates.
struct RunPlan {
    double parameter_share = no_value;   // of the variance of one run's difference; luck: the rest
    double luck_sd_unpaired = no_value;  // were the luck of the two scenarios independent
    double best_replicates = no_value;   // of a draw, for the mean at given work
    double spread_replicates =
        no_value;                      // of a draw, for luck to add at most its share to a spread
    double draws = no_value;           // of one replicate, for the half-width planned
    double draws_as_run = no_value;    // of as many replicates as there are
    double draws_unpaired = no_value;  // of one replicate, were luck independent
    double draws_as_run_unpaired = no_value;
};

/// Returns how many values of a standard deviation give a mean a 95 % interval (Student t) no wider
/// than `half_width` on either side; at least 2. NaN where either is missing or the latter is 0.
double values_needed(double standard_deviation, double half_width);

/// Returns the replicates of a draw that make the error of the mean least at given work: root of
/// (fixed cost of a draw, in runs) x luck variance / parameter variance, at least 1. A draw has no
/// cost of its own here, since every (draw, replicate) simulates its own burn-in: then it is 1.
double best_replicates(const VarianceSplit& split, double fixed_cost_in_runs = 0.0);

/// Plans the runs of a difference that was run `replicates` times a draw.
RunPlan run_plan(const OutcomeComparison& outcome, std::size_t replicates);

/// Adds the plan to what `compare --json` says of a variable's variance.
void add_json(nlohmann::ordered_json& monte_carlo, const RunPlan& plan);

/// Writes one line for each scenario with a base and each of the outcomes that programmes are
/// compared by: variances, their ratio, and the runs needed.
std::string run_plans_text(const std::vector<Comparison>& comparisons,
                           Language language,
                           const Layout& layout);

}  // namespace cantiere
