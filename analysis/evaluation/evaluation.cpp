#include "analysis/evaluation/evaluation.h"

#include <cmath>
#include <numeric>

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

double mean_value(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json numbers(const std::vector<double>& values) {
    Json list = Json::array();
    for (const double value : values) list.push_back(number_or_null(value));
    return list;
}

double total_cost(const StudyCost& cost, const StudyDesign& design) {
    return cost.fixed + cost.per_observation * design.observations;
}

Json strategies_json(const DecisionSamples& samples, const EconomicEvaluation& evaluation) {
    Json list = Json::array();
    for (const IncrementalRow& row : evaluation.rows) {
        list.push_back({{"id", samples.strategies[row.strategy].id},
                        {"cost", evaluation.cost[row.strategy]},
                        {"effect", evaluation.effect[row.strategy]},
                        {"status", abbreviation(row.status)},
                        {"incremental_cost", number_or_null(row.incremental_cost)},
                        {"incremental_effect", number_or_null(row.incremental_effect)},
                        {"icer", number_or_null(row.icer)}});
    }
    return list;
}

/// Numbers by strategy, a list over willingness to pay each.
Json by_strategy(const DecisionSamples& samples,
                 const std::vector<DecisionAt>& at,
                 std::vector<double> DecisionAt::*values) {
    Json object = Json::object();
    for (std::size_t d = 0; d < samples.strategies.size(); ++d) {
        Json& list = object[samples.strategies[d].id] = Json::array();
        for (const DecisionAt& one : at) list.push_back((one.*values)[d]);
    }
    return object;
}

Json frontier_json(const DecisionSamples& samples, const std::vector<DecisionAt>& at) {
    Json list = Json::array();
    for (const DecisionAt& one : at) {
        list.push_back({{"wtp", one.wtp},
                        {"id", samples.strategies[one.best].id},
                        {"probability", one.share_best[one.best]}});
    }
    return list;
}

Json evpi_json(const std::vector<DecisionAt>& at) {
    Json list = Json::array();
    for (const DecisionAt& one : at) list.push_back(one.evpi);
    return list;
}

Json evppi_json(const EvaluationPlan& plan, const EconomicEvaluation& evaluation) {
    Json object = Json::object();
    for (std::size_t g = 0; g < plan.evppi.size(); ++g) {
        const InformationValue& of = evaluation.evppi[g];
        object[plan.evppi[g].name] = {{"value", numbers(of.value)},
                                      {"se", numbers(of.se)},
                                      {"noise_floor", numbers(of.noise_floor)}};
    }
    return object;
}

/// Values of the studies, by parameter and then by number of observations.
Json studies_json(const EvaluationPlan& plan, const std::vector<std::vector<double>>& values) {
    Json object = Json::object();
    for (std::size_t s = 0; s < values.size(); ++s) {
        object[plan.evsi[s].name][plan.evsi[s].observations] = numbers(values[s]);
    }
    return object;
}

Json regret_json(const DecisionSamples& samples, const std::vector<Regret>& regret) {
    Json object = Json::object();
    for (std::size_t d = 0; d < regret.size(); ++d) {
        object[samples.strategies[d].id] = {{"max", regret[d].max},
                                            {"p90", regret[d].p90},
                                            {"mean", regret[d].mean}};
    }
    return object;
}

void add_studies(const DecisionSamples& samples,
                 const EvaluationPlan& plan,
                 EconomicEvaluation& result) {
    for (const NamedStudy& study : plan.evsi) {
        result.evsi.push_back(sample_information(samples, study.design, plan.wtp));
        if (!plan.population) continue;
        std::vector<double>& net = result.enbs.emplace_back();
        for (const double value : result.evsi.back()) {
            net.push_back(*plan.population * value - total_cost(plan.study_cost, study.design));
        }
    }
}

void add_regret(const DecisionSamples& samples,
                const EvaluationPlan& plan,
                EconomicEvaluation& result) {
    std::optional<Expression> thresholds;
    if (!plan.thresholds.empty()) thresholds.emplace(plan.thresholds);
    result.regret = regrets(samples, plan.stated_wtp);
    result.robustness = robustness(samples, plan.stated_wtp, thresholds ? &*thresholds : nullptr);
}

}  // namespace

std::size_t EvaluationPlan::stated_place() const {
    std::size_t nearest = 0;
    for (std::size_t k = 1; k < wtp.size(); ++k) {
        if (std::abs(wtp[k] - stated_wtp) < std::abs(wtp[nearest] - stated_wtp)) nearest = k;
    }
    return nearest;
}

EconomicEvaluation evaluate(const DecisionSamples& samples,
                            const EvaluationPlan& plan,
                            const ResultsDecision* runs) {
    EconomicEvaluation result;
    for (const Strategy& strategy : samples.strategies) {
        result.cost.push_back(mean_value(strategy.cost));
        result.effect.push_back(mean_value(strategy.effect));
    }
    result.rows = incremental_analysis(result.cost, result.effect);
    for (const double wtp : plan.wtp) {
        result.at.push_back(decide(samples, wtp));
        if (runs != nullptr) result.evpi_without_luck.push_back(evpi_without_luck(*runs, wtp));
    }
    result.stated = decide(samples, plan.stated_wtp);
    result.evppi = perfect_information(samples, plan.evppi, plan.wtp);
    result.next = measure_next(samples, plan, result);
    add_studies(samples, plan, result);
    if (plan.regret) add_regret(samples, plan, result);
    return result;
}

Json evaluation_json(const DecisionSamples& samples,
                     const EvaluationPlan& plan,
                     const EconomicEvaluation& evaluation) {
    Json json;
    json["draws"] = samples.draws();
    json["strategies"] = strategies_json(samples, evaluation);
    json["wtp"] = plan.wtp;
    json["net_benefit"] = by_strategy(samples, evaluation.at, &DecisionAt::net_benefit);
    json["ceac"] = by_strategy(samples, evaluation.at, &DecisionAt::share_best);
    json["ceaf"] = frontier_json(samples, evaluation.at);
    json["expected_loss"] = by_strategy(samples, evaluation.at, &DecisionAt::expected_loss);
    json["evpi"] = evpi_json(evaluation.at);
    json["evpi_without_luck"] = evaluation.evpi_without_luck.empty()
                                    ? Json(nullptr)
                                    : numbers(evaluation.evpi_without_luck);
    json["evppi"] = evppi_json(plan, evaluation);
    json["evsi"] = studies_json(plan, evaluation.evsi);
    json["enbs"] = studies_json(plan, evaluation.enbs);
    json["measure_next"] = evaluation.next ? measure_next_json(*evaluation.next) : Json(nullptr);
    json["regret"] = regret_json(samples, evaluation.regret);
    json["regret_wtp"] = plan.regret ? Json(plan.stated_wtp) : Json(nullptr);
    json["robustness"] =
        evaluation.robustness ? robustness_json(samples, *evaluation.robustness) : Json(nullptr);
    json["thresholds"] = plan.thresholds.empty() ? Json(nullptr) : Json(plan.thresholds);
    return json;
}

}  // namespace cantiere
