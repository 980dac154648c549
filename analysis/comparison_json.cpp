#include "analysis/comparison_json.h"

#include <cmath>

#include "analysis/equity_text.h"
#include "analysis/input_quality.h"
#include "analysis/run_plan.h"
#include "analysis/weight_sets.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

Json difference_as_json(const OutcomeComparison& outcome) {
    Json json = as_json(outcome.difference);
    json["variance_ratio"] = json_number(outcome.variance_ratio);
    return json;
}

Json as_json(const VarianceSplit& split) {
    return {{"luck_sd", json_number(split.luck_sd)},
            {"parameter_sd", json_number(split.parameter_sd)},
            {"luck_se", json_number(split.luck_se)}};
}

Json as_json(const EffectPerPerson& effect) {
    return {{"gross", cantiere::as_json(effect.gross)},
            {"net", cantiere::as_json(effect.net)},
            {"deadweight", cantiere::as_json(effect.deadweight)}};
}

Json as_json(const std::vector<CostPerUnit>& costs) {
    Json json = Json::object();
    for (const CostPerUnit& one : costs) {
        Json& unit = json[one.cost][one.outcome];
        unit = cantiere::as_json(one.saves || one.fewer ? Stat{} : one.ratio);
        if (one.fewer) unit["reason"] = "fewer";
        if (one.saves) unit["reason"] = "saves";
    }
    return json;
}

Json against_twin_as_json(const ScenarioComparison& scenario) {
    if (scenario.twin.empty()) return nullptr;
    Json json{{"id", scenario.twin}};
    for (const OutcomeComparison& outcome : scenario.against_twin) {
        json[outcome.variable] = difference_as_json(outcome);
    }
    return json;
}

Json as_json(const ScenarioComparison& scenario, std::size_t replicates) {
    Json json{{"id", scenario.id},
              {"title", {{"en", scenario.title_en}, {"it", scenario.title_it}}},
              {"law", {{"en", scenario.law_en}, {"it", scenario.law_it}}},
              {"base", scenario.base},
              {"null_twin", scenario.is_null_twin},
              {"suppressed", scenario.suppressed},
              {"failed_runs", scenario.failed_runs}};
    json["effect_per_person_served"] = {{"base", scenario.gross_base},
                                        {"autonomy_years", as_json(scenario.autonomy_years)},
                                        {"hires", as_json(scenario.hires)}};
    Json differences;
    Json variances;
    for (const OutcomeComparison& outcome : scenario.outcomes) {
        json[outcome.variable] = cantiere::as_json(outcome.level);
        differences[outcome.variable] = difference_as_json(outcome);
        variances[outcome.variable] = as_json(outcome.variance);
        add_json(variances[outcome.variable], run_plan(outcome, replicates));
    }
    json["planned_outlay"] = cantiere::as_json(scenario.planned_outlay);
    json["unspent_outlay"] = cantiere::as_json(scenario.unspent_outlay);
    json["spent_on_bundles"] = cantiere::as_json(scenario.spent_on_bundles);
    json["work_done"] = cantiere::as_json(scenario.work_done.level);
    differences["work_done"] = difference_as_json(scenario.work_done);
    json["costs_per_unit"] = as_json(scenario.costs_per_unit);
    json["against_null_twin"] = against_twin_as_json(scenario);
    Json payers;
    Json payer_differences;
    for (const OutcomeComparison& payer : scenario.cost_by_payer) {
        payers[payer.variable] = cantiere::as_json(payer.level);
        payer_differences[payer.variable] = difference_as_json(payer);
    }
    json["cost_by_payer"] = payers;
    differences["cost_by_payer"] = payer_differences;
    json["difference"] = differences;
    json["monte_carlo"] = variances;
    json["equity"] = equity_json(scenario.equity);
    json["probability_best"] = json_number(scenario.probability_best);
    json["probability_pays"] = json_number(scenario.probability_pays);
    json["probability_worth_it"] = json_number(scenario.probability_worth_it);
    return json;
}

Json as_json(const BreakdownRow& row, const std::vector<std::string>& columns) {
    Json json{{"name", row.name}};
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const BreakdownCell& cell = row.cells[column];
        json[columns[column]] = {{"level", cantiere::as_json(cell.level)},
                                 {"difference", cantiere::as_json(cell.difference)},
                                 {"suppressed", cell.suppressed}};
    }
    return json;
}

}  // namespace

Json json_number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json as_json(const Stat& stat) {
    return {{"mean", json_number(stat.mean)},
            {"se", json_number(stat.se)},
            {"low", json_number(stat.low)},
            {"high", json_number(stat.high)},
            {"p2_5", json_number(stat.p2_5)},
            {"p97_5", json_number(stat.p97_5)}};
}

Json as_json(const Comparison& comparison) {
    const ResultsHeader& header = comparison.header;
    const InputQuality inputs = input_quality(header.provenance.resolved_study);
    Json json{{"results", comparison.path},
              {"study", header.study},
              {"base", comparison.base},
              {"wtp", json_number(comparison.wtp)},
              {"perspective", name(comparison.perspective)},
              {"effects", effects_text(header.effects)},
              {"draws", header.draws},
              {"replicates", header.replicates},
              {"price_year", header.price_year},
              {"inputs",
               {{"assumed", inputs.assumed},
                {"assumed_without_source", inputs.assumed_without_source},
                {"found", inputs.found},
                {"recalled", inputs.recalled},
                {"drawn", header.parameters.size()}}}};
    Json scenarios = Json::array();
    for (const ScenarioComparison& scenario : comparison.scenarios) {
        scenarios.push_back(as_json(scenario, header.replicates));
    }
    json["scenarios"] = scenarios;
    json["weight_reversals"] = reversals_json(comparison);
    return json;
}

Json as_json(const Breakdown& breakdown) {
    Json scenarios = Json::array();
    for (const ScenarioBreakdown& scenario : breakdown.scenarios) {
        Json rows = Json::array();
        for (const BreakdownRow& row : scenario.rows) {
            rows.push_back(as_json(row, breakdown.columns));
        }
        scenarios.push_back({{"id", scenario.scenario}, {"base", scenario.base}, {"rows", rows}});
    }
    return {{"by", name(breakdown.by)}, {"scenarios", scenarios}};
}

std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace cantiere
