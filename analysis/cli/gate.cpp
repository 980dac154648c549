#include "analysis/cli/gate.h"

#include <cmath>

#include <fmt/format.h>

#include "analysis/cli/usage_error.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

/// Finds a scenario written `ID` or, where several results have it, `STUDY/ID`.
const ScenarioComparison& find_scenario(const std::vector<Comparison>& comparisons,
                                        const std::string& written) {
    std::vector<const ScenarioComparison*> found;
    std::vector<std::string> known;
    for (const Comparison& comparison : comparisons) {
        for (const ScenarioComparison& scenario : comparison.scenarios) {
            const std::string full = comparison.header.study + "/" + scenario.id;
            known.push_back(scenario.id);
            if (written == scenario.id || written == full) {
                found.push_back(&scenario);
            }
        }
    }
    if (found.size() > 1) {
        throw UsageError(fmt::format("--fail-if: several results have a scenario \"{}\"", written),
                         "write STUDY/SCENARIO:VARIABLE");
    }
    if (found.empty()) {
        throw UsageError(
            fmt::format("--fail-if: there is no scenario \"{}\"", written),
            did_you_mean(written, known, fmt::format("the scenarios are {}", one_of(known))));
    }
    return *found.front();
}

/// Returns the mean of a difference named `SCENARIO:VARIABLE`.
double difference_named(const std::vector<Comparison>& comparisons, const std::string& name) {
    const std::size_t colon = name.find(':');
    if (colon == std::string::npos) {
        throw UsageError(fmt::format("--fail-if: \"{}\" names no variable of a scenario", name),
                         fmt::format("write SCENARIO:VARIABLE, for example {}:net_cost_public",
                                     comparisons.front().scenarios.back().id));
    }
    const ScenarioComparison& scenario = find_scenario(comparisons, name.substr(0, colon));
    const std::string variable = name.substr(colon + 1);
    const OutcomeComparison* outcome = scenario.find(variable);
    if (outcome == nullptr) {
        std::vector<std::string> known = compared_variables();
        for (const Label& payer : labels(Payer{})) {
            known.push_back("cost." + std::string(payer.name));
        }
        throw UsageError(
            fmt::format("--fail-if: there is no variable \"{}\"", variable),
            did_you_mean(variable, known, fmt::format("the variables are {}", one_of(known, 60))));
    }
    if (std::isnan(outcome->difference.mean)) {
        throw UsageError(fmt::format("--fail-if: {} has no value in these results", name),
                         "compare a variable that the runs report");
    }
    return outcome->difference.mean;
}

}  // namespace

Expression read_condition(const std::string& text) {
    try {
        return Expression(text);
    } catch (const ExpressionError& error) {
        throw UsageError(
            fmt::format("--fail-if \"{}\", character {}: {}", text, error.column(), error.what()),
            error.fix());
    }
}

Gate check_gate(const std::string& text, const std::vector<Comparison>& comparisons) {
    const Expression condition = read_condition(text);
    Gate gate;
    for (const std::string& name : condition.names()) {
        gate.values[name] = difference_named(comparisons, name);
    }
    gate.holds = condition.holds([&](const std::string& name) { return gate.values.at(name); });
    return gate;
}

Json gate_json(const Gate& gate, const std::string& text) {
    Json values = Json::object();
    for (const auto& [name, value] : gate.values) {
        values[name] = value;
    }
    return {{"expression", text}, {"holds", gate.holds}, {"values", values}};
}

std::string gate_text(const Gate& gate, const std::string& text) {
    std::string values;
    for (const auto& [name, value] : gate.values) {
        values += fmt::format("{}{} = {:.6g}", values.empty() ? "" : ", ", name, value);
    }
    return fmt::format("--fail-if \"{}\" holds: {}", text, values);
}

}  // namespace cantiere
