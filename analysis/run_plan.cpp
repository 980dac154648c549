#include "analysis/run_plan.h"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/students_t.hpp>

#include "analysis/comparison_json.h"

namespace cantiere {
namespace {

constexpr double more_than_any_study = 1e9;

double half_width_of(double standard_deviation, double count) {
    const boost::math::students_t law(count - 1.0);
    return boost::math::quantile(law, 0.975) * standard_deviation / std::sqrt(count);
}

/// Standard deviation of a draw's mean over so many replicates.
double sd_of_draw(double parameter_sd, double luck_sd, double replicates) {
    return std::sqrt(parameter_sd * parameter_sd + luck_sd * luck_sd / replicates);
}

}  // namespace

double values_needed(double standard_deviation, double half_width) {
    if (std::isnan(standard_deviation) || !(half_width > 0.0)) return no_value;
    const double normal = std::ceil(std::pow(1.959964 * standard_deviation / half_width, 2.0));
    if (normal > more_than_any_study) return normal;
    double count = std::max(2.0, normal);
    while (half_width_of(standard_deviation, count) > half_width) count += 1.0;
    return count;
}

double best_replicates(const VarianceSplit& split, double fixed_cost_in_runs) {
    if (std::isnan(split.parameter_sd)) return no_value;
    if (fixed_cost_in_runs == 0.0) return 1.0;
    return std::max(1.0,
                    std::round(std::sqrt(fixed_cost_in_runs) * split.luck_sd / split.parameter_sd));
}

RunPlan run_plan(const OutcomeComparison& outcome, std::size_t replicates) {
    const VarianceSplit& split = outcome.variance;
    RunPlan plan;
    if (std::isnan(split.luck_sd)) return plan;
    const double luck = split.luck_sd * split.luck_sd;
    plan.luck_sd_unpaired = std::sqrt(outcome.variance_ratio * luck);
    if (std::isnan(split.parameter_sd)) return plan;
    const double parameters = split.parameter_sd * split.parameter_sd;
    const double all = parameters + luck;
    plan.parameter_share = all > 0.0 ? parameters / all : no_value;
    plan.best_replicates = best_replicates(split);
    plan.spread_replicates = parameters > 0.0
                                 ? std::max(1.0, std::ceil(luck / (luck_in_spread * parameters)))
                                 : no_value;
    const double asked = planned_half_width * std::abs(outcome.difference.mean);
    const auto draws = [&](double luck_sd, double of_each) {
        return values_needed(sd_of_draw(split.parameter_sd, luck_sd, of_each), asked);
    };
    const auto as_run = static_cast<double>(replicates);
    plan.draws = draws(split.luck_sd, 1.0);
    plan.draws_as_run = draws(split.luck_sd, as_run);
    plan.draws_unpaired = draws(plan.luck_sd_unpaired, 1.0);
    plan.draws_as_run_unpaired = draws(plan.luck_sd_unpaired, as_run);
    return plan;
}

void add_json(nlohmann::ordered_json& monte_carlo, const RunPlan& plan) {
    monte_carlo["parameter_share"] = json_number(plan.parameter_share);
    monte_carlo["luck_sd_unpaired"] = json_number(plan.luck_sd_unpaired);
    monte_carlo["best_replicates"] = json_number(plan.best_replicates);
    monte_carlo["spread_replicates"] = json_number(plan.spread_replicates);
    monte_carlo["draws_for_5_percent"] = json_number(plan.draws);
    monte_carlo["draws_for_5_percent_as_run"] = json_number(plan.draws_as_run);
    monte_carlo["draws_for_5_percent_unpaired"] = json_number(plan.draws_unpaired);
    monte_carlo["draws_for_5_percent_as_run_unpaired"] = json_number(plan.draws_as_run_unpaired);
}

}  // namespace cantiere
