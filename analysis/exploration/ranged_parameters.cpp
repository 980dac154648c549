#include "analysis/exploration/ranged_parameters.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "model/core/contracts.h"

namespace cantiere {
namespace {

using ByKey = std::map<std::string, const StatedValue*>;

void lay_over(ByKey& values, const std::vector<StatedValue>& list) {
    for (const StatedValue& stated : list) {
        values[stated.spec->key] = &stated;
    }
}

/// What the settings of a study say of levers of programmes, or of the rest.
void lay_settings_over(ByKey& values, const Study& study, bool levers) {
    for (const StatedValue& stated : study.set) {
        if ((stated.spec->home == PackKind::policy) == levers) {
            values[stated.spec->key] = &stated;
        }
    }
}

bool has_range(const StatedValue& stated) {
    const bool number =
        stated.spec->type == ValueType::number || stated.spec->type == ValueType::integer;
    return number && stated.number.low && stated.number.high &&
           *stated.number.low < *stated.number.high;
}

}  // namespace

std::vector<RangedParameter> ranged_parameters(const Study& study, std::size_t scenario) {
    const Scenario& asked = study.scenarios[scenario];
    ByKey usual;
    lay_over(usual, asked.behaviour->values);
    lay_over(usual, asked.law->values);
    lay_over(usual, asked.territory->values);
    lay_settings_over(usual, study, false);
    ByKey programme;
    for (const auto& policy : asked.policies) {
        lay_over(programme, policy->values);
    }
    if (!asked.policies.empty()) {
        lay_settings_over(programme, study, true);
    }
    lay_over(programme, asked.set);
    std::vector<RangedParameter> parameters;
    for (const auto& [key, stated] : usual) {
        if (has_range(*stated)) {
            parameters.push_back({key, stated, false, SettingScope::study});
        }
    }
    for (const auto& [key, stated] : programme) {
        if (has_range(*stated)) {
            const std::string name = usual.contains(key) ? key + "@" + stated->pack : key;
            parameters.push_back({name, stated, true, SettingScope::scenario});
        }
    }
    std::ranges::sort(parameters, {}, &RangedParameter::name);
    return parameters;
}

std::vector<RangedParameter> named_like(const std::vector<RangedParameter>& parameters,
                                        const std::vector<std::string>& words) {
    std::vector<RangedParameter> found;
    for (const RangedParameter& parameter : parameters) {
        const bool is_asked = std::ranges::any_of(words, [&parameter](const std::string& word) {
            return parameter.name.find(word) != std::string::npos;
        });
        if (words.empty() || is_asked) {
            found.push_back(parameter);
        }
    }
    return found;
}

Setting setting_of(const RangedParameter& parameter, std::size_t scenario, double value) {
    const bool whole = parameter.stated->spec->type == ValueType::integer;
    return {parameter.stated->spec, whole ? std::round(value) : value, parameter.scope, scenario};
}

ExploredParameter as_explored(const RangedParameter& parameter) {
    const ParameterSpec& spec = *parameter.stated->spec;
    DistributionSpec stated = parameter.stated->number.distribution;
    if (stated.family == Family::fixed) {
        stated = {Family::uniform, parameter.value(), parameter.low(), parameter.high()};
    }
    auto explored = explored_parameter(parameter.name, stated, {spec.low, spec.high});
    ensures(explored.has_value(), "a range that was read can be drawn from");
    return std::move(*explored);
}

}  // namespace cantiere
