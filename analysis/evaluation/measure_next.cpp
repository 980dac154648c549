#include "analysis/evaluation/measure_next.h"

#include <algorithm>
#include <functional>

#include "analysis/evaluation/evaluation.h"
#include "analysis/evaluation/influence.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

std::vector<Quality> qualities_of(const DecisionSamples& samples, const ParameterGroup& group) {
    std::vector<Quality> qualities;
    for (const std::size_t one : group.parameters) {
        const Quality quality = samples.parameters[one].quality;
        if (quality != Quality::none && std::ranges::find(qualities, quality) == qualities.end()) {
            qualities.push_back(quality);
        }
    }
    return qualities;
}

Json input_json(const MeasureNext& advice, const InputWorth& input) {
    Json qualities = Json::array();
    for (const Quality quality : input.qualities) qualities.push_back(name(quality));
    const std::optional<double> over_all = advice.over_population(input.value);
    return {{"name", input.name},
            {"value", input.value},
            {"se", input.se},
            {"noise_floor", input.noise_floor},
            {"above_floor", input.above_floor()},
            {"p_value", input.p_value},
            {"false_discovery", input.false_discovery},
            {"quality", qualities},
            {"population_value", over_all ? Json(*over_all) : Json(nullptr)}};
}

/// The inputs asked about, with what was found at one point of the grid.
std::vector<InputWorth> worths_at(std::size_t place,
                                  const DecisionSamples& samples,
                                  const EvaluationPlan& plan,
                                  const EconomicEvaluation& evaluation) {
    std::vector<double> p_values;
    for (const InformationValue& of : evaluation.evppi) p_values.push_back(of.p_value[place]);
    const std::vector<double> rates = false_discovery_rates(p_values);
    std::vector<InputWorth> inputs;
    for (std::size_t g = 0; g < plan.evppi.size(); ++g) {
        const InformationValue& of = evaluation.evppi[g];
        inputs.push_back({plan.evppi[g].name,
                          of.value[place],
                          of.se[place],
                          of.noise_floor[place],
                          p_values[g],
                          rates[g],
                          qualities_of(samples, plan.evppi[g])});
    }
    std::ranges::stable_sort(inputs, std::greater{}, &InputWorth::value);
    // Floors of groups differ, and a group's may exceed its value.
    std::ranges::stable_partition(inputs, &InputWorth::above_floor);
    std::ranges::stable_partition(inputs, &InputWorth::told_apart);
    return inputs;
}

}  // namespace

std::optional<double> MeasureNext::over_population(double value) const {
    if (!population) return std::nullopt;
    return *population * value;
}

std::size_t MeasureNext::by_chance() const { return (inputs.size() + 10) / 20; }

std::string_view name(MeasureVerdict verdict) {
    switch (verdict) {
        case MeasureVerdict::measure:
            return "measure";
        case MeasureVerdict::nothing_apart_from_zero:
            return "nothing_apart_from_zero";
        case MeasureVerdict::choice_does_not_change:
            break;
    }
    return "choice_does_not_change";
}

std::optional<MeasureNext> measure_next(const DecisionSamples& samples,
                                        const EvaluationPlan& plan,
                                        const EconomicEvaluation& evaluation) {
    if (plan.evppi.empty()) return std::nullopt;
    const std::size_t place = plan.stated_place();
    const DecisionAt& at = evaluation.at[place];
    MeasureNext advice{plan.wtp[place],
                       samples.draws(),
                       MeasureVerdict::measure,
                       samples.strategies[at.best].id,
                       at.evpi,
                       plan.population,
                       worths_at(place, samples, plan, evaluation)};
    if (!advice.inputs.front().told_apart()) {
        advice.verdict = MeasureVerdict::nothing_apart_from_zero;
    }
    if (!(at.evpi > 0.0)) advice.verdict = MeasureVerdict::choice_does_not_change;
    return advice;
}

Json measure_next_json(const MeasureNext& advice) {
    Json inputs = Json::array();
    for (const InputWorth& input : advice.inputs) inputs.push_back(input_json(advice, input));
    return {{"wtp", advice.wtp},
            {"verdict", name(advice.verdict)},
            {"best", advice.best},
            {"evpi", advice.evpi},
            {"population", advice.population ? Json(*advice.population) : Json(nullptr)},
            {"by_chance", advice.by_chance()},
            {"inputs", inputs},
            {"text",
             {{"en", measure_next_text(advice, Language::english)},
              {"it", measure_next_text(advice, Language::italian)}}}};
}

}  // namespace cantiere
