#include "analysis/comparison_few.h"

#include <optional>
#include <utility>

#include "analysis/suppression.h"

namespace cantiere {
namespace {

bool is_about_too_few(const ScenarioComparison& scenario) {
    const OutcomeComparison* residents = scenario.find("residents");
    return residents != nullptr && is_too_few(residents->level.mean);
}

void clear_values(OutcomeComparison& outcome) {
    outcome = {std::move(outcome.variable), {}, {}, no_value, {}, {}};
}

void suppress_values(ScenarioComparison& scenario) {
    scenario.suppressed = true;
    for (auto* list : {&scenario.outcomes, &scenario.cost_by_payer, &scenario.against_twin}) {
        for (OutcomeComparison& outcome : *list) clear_values(outcome);
    }
    clear_values(scenario.work_done);
    for (CostPerUnit& one : scenario.costs_per_unit) {
        one.ratio = {};
        one.saves = false;
    }
    scenario.autonomy_years = {};
    scenario.hires = {};
    scenario.equity = {};
    scenario.probability_best = no_value;
    scenario.probability_pays = no_value;
    scenario.probability_worth_it = no_value;
}

}  // namespace

void suppress_few(Comparison& comparison) {
    for (ScenarioComparison& scenario : comparison.scenarios) {
        if (is_about_too_few(scenario)) suppress_values(scenario);
    }
}

void leave_out_by_person(Comparison& comparison) {
    for (ScenarioComparison& scenario : comparison.scenarios) {
        if (scenario.base == scenario.gross_base) continue;
        for (OutcomeComparison& outcome : scenario.outcomes) {
            const std::optional<Variable> variable = find_variable(outcome.variable);
            if (variable && is_counted_by_person(*variable)) clear_values(outcome);
        }
    }
}

}  // namespace cantiere
