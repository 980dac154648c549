#include "analysis/parameter_text.h"

#include <fmt/format.h>

#include "scenarios/pack.h"
#include "scenarios/sourced_number.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

bool is_number(const ParameterSpec& spec) {
    return spec.type == ValueType::number || spec.type == ValueType::integer;
}

Json value_json(const ParameterSpec& spec, double value) {
    if (spec.type == ValueType::flag) {
        return value != 0.0;
    }
    return is_number(spec) ? Json(value) : Json(value_text(spec, value));
}

std::string range_text(const ParameterSpec& spec) {
    if (!is_number(spec)) {
        return std::string(name(spec.type));
    }
    return fmt::format("{} .. {} {}{}",
                       spec.low,
                       spec.high,
                       spec.unit,
                       spec.type == ValueType::integer ? " (whole)" : "");
}

}  // namespace

std::string_view name(ValueType type) {
    switch (type) {
        case ValueType::number:
            return "number";
        case ValueType::integer:
            return "integer";
        case ValueType::flag:
            return "flag";
        case ValueType::placement_policy:
            return "placement_policy";
        case ValueType::payer:
            break;
    }
    return "payer";
}

std::string parameter_text(const ParameterSpec& spec, Language language, const Layout& layout) {
    const bool italian = language == Language::italian;
    std::string text =
        layout.style.bold(spec.key) + fmt::format("  {}  ({}{}; {} {})\n",
                                                  range_text(spec),
                                                  name(spec.home),
                                                  spec.lever && spec.home != PackKind::policy
                                                      ? italian ? ", leva" : ", lever"
                                                      : "",
                                                  italian ? "se non detto" : "default",
                                                  value_text(spec, spec.default_value));
    return text + paragraph(in_language(language, spec.text_en, spec.text_it), layout.width, 4);
}

Json parameter_json(const ParameterSpec& spec) {
    Json low = nullptr;
    Json high = nullptr;
    if (is_number(spec)) {
        low = spec.low;
        high = spec.high;
    }
    return {{"key", spec.key},
            {"home", name(spec.home)},
            {"lever", spec.lever || spec.home == PackKind::policy},
            {"type", name(spec.type)},
            {"unit", spec.unit},
            {"low", low},
            {"high", high},
            {"default", value_json(spec, spec.default_value)},
            {"text_en", spec.text_en},
            {"text_it", spec.text_it}};
}

}  // namespace cantiere
