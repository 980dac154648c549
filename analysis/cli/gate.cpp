#include "analysis/cli/gate.h"

#include <fmt/format.h>

#include "analysis/cli/compared_results.h"
#include "analysis/cli/condition.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

Gate check_gate(const std::string& text, const std::vector<Comparison>& comparisons) {
    const Expression condition = read_condition("--fail-if", text);
    Gate gate;
    for (const std::string& name : condition.names()) {
        gate.values[name] = outcome_named("--fail-if", comparisons, name).difference.mean;
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
