#include "analysis/serve/levers.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/evidence_rows.h"
#include "analysis/parameter_words.h"
#include "model/names.h"

namespace cantiere {
namespace {

using ValuesByKey = std::map<std::string_view, const StatedValue*>;

void lay_over(ValuesByKey& last, const std::vector<StatedValue>& list) {
    for (const StatedValue& one : list) last[one.spec->key] = &one;
}

void lay_settings_over(ValuesByKey& last, const Study& study, bool levers) {
    for (const StatedValue& one : study.set) {
        if ((one.spec->home == PackKind::policy) == levers) last[one.spec->key] = &one;
    }
}

/// The value of each key in a scenario, in the order in which a run applies them.
ValuesByKey values_of(const Study& study, const Scenario& scenario) {
    ValuesByKey last;
    for (const auto& pack : {scenario.behaviour, scenario.law, scenario.territory}) {
        lay_over(last, pack->values);
    }
    lay_settings_over(last, study, false);
    for (const auto& policy : scenario.policies) lay_over(last, policy->values);
    if (!scenario.policies.empty()) lay_settings_over(last, study, true);
    lay_over(last, scenario.set);
    return last;
}

bool is_size(const ParameterSpec& spec) {
    return spec.type == ValueType::number || spec.type == ValueType::integer;
}

std::string_view type_name(const ParameterSpec& spec) {
    switch (spec.type) {
        case ValueType::number:
            return "number";
        case ValueType::integer:
            return "integer";
        case ValueType::flag:
            return "flag";
        default:
            return "choice";
    }
}

ApiJson choices_json(std::span<const Label> labels, Language language) {
    ApiJson list = ApiJson::array();
    for (const Label& one : labels) {
        list.push_back(
            {{"id", one.name}, {"text", in_language(language, one.text_en, one.text_it)}});
    }
    return list;
}

/// The choices of a key, in the order of its values; none where it takes no words.
std::span<const Label> labels_of(const ParameterSpec& spec) {
    if (spec.type == ValueType::placement_policy) return labels(PlacementPolicy{});
    if (spec.type == ValueType::payer) return labels(Payer{});
    return {};
}

ApiJson choices_of(const ParameterSpec& spec, Language language) {
    const std::span<const Label> labels = labels_of(spec);
    return labels.empty() ? ApiJson(nullptr) : choices_json(labels, language);
}

ApiJson number_of(const std::optional<double>& value) {
    return value ? ApiJson(*value) : ApiJson(nullptr);
}

/// What is known of a value: its range, quality and sources.
void add_evidence(const StatedValue* stated, const SourceTexts& sources, ApiJson& lever) {
    for (const char* const key :
         {"stated_low", "stated_high", "quality", "source", "source_text"}) {
        lever[key] = nullptr;
    }
    if (stated == nullptr) return;
    const SourcedNumber& number = stated->number;
    lever["stated_low"] = number_of(number.low);
    lever["stated_high"] = number_of(number.high);
    if (number.quality != Quality::none) lever["quality"] = name(number.quality);
    if (number.sources.empty()) return;
    lever["source"] = fmt::format("{}", fmt::join(number.sources, ", "));
    std::vector<std::string> texts;
    for (const std::string& key : number.sources) {
        if (const auto found = sources.find(key); found != sources.end()) {
            texts.push_back(found->second);
        }
    }
    if (!texts.empty()) lever["source_text"] = fmt::format("{}", fmt::join(texts, "; "));
}

ApiJson lever_json(const ParameterSpec& spec,
                   const StatedValue* stated,
                   const SourceTexts& sources,
                   Language language) {
    ApiJson lever{
        {"key", spec.key},
        {"text", in_language(language, spec.text_en, spec.text_it)},
        {"section", spec.key.substr(0, spec.key.find('.'))},
        {"unit", unit_word(spec.unit, language)},
        {"type", type_name(spec)},
        {"choices", choices_of(spec, language)},
        {"low", is_size(spec) ? ApiJson(spec.low) : ApiJson(nullptr)},
        {"high", is_size(spec) ? ApiJson(spec.high) : ApiJson(nullptr)},
        {"value",
         lever_value(spec, stated == nullptr ? spec.default_value : stated->number.value())}};
    add_evidence(stated, sources, lever);
    return lever;
}

}  // namespace

SourceTexts shipped_source_texts() {
    SourceTexts texts;
    for (const auto& [key, row] : shipped_evidence()) texts.emplace(key, row.source);
    return texts;
}

ApiJson lever_value(const ParameterSpec& spec, double value) {
    if (spec.type == ValueType::flag) return value != 0.0;
    if (spec.type == ValueType::integer) return static_cast<std::int64_t>(value);
    if (is_size(spec)) return value;
    const auto member = static_cast<std::size_t>(value);
    return std::string(labels_of(spec)[member].name);
}

ApiJson levers_json(const Study& study,
                    std::size_t scenario,
                    const SourceTexts& sources,
                    Language language) {
    const ValuesByKey values = values_of(study, study.scenarios[scenario]);
    ApiJson levers = ApiJson::array();
    for (const ParameterSpec& spec : parameter_table()) {
        const bool is_lever = spec.lever || spec.home == PackKind::policy;
        if (!is_lever || spec.acts != Acts::monthly) continue;
        const auto found = values.find(spec.key);
        levers.push_back(
            lever_json(spec, found == values.end() ? nullptr : found->second, sources, language));
    }
    return levers;
}

}  // namespace cantiere
