#include "scenarios/sourced_number.h"

namespace cantiere {

std::string_view name(Quality quality) {
    switch (quality) {
        case Quality::found:
            return "found";
        case Quality::recalled:
            return "recalled";
        case Quality::assumed:
            return "assumed";
        case Quality::none:
            break;
    }
    return "";
}

std::optional<Quality> parse_quality(std::string_view text) {
    for (const Quality quality : {Quality::found, Quality::recalled, Quality::assumed}) {
        if (name(quality) == text) {
            return quality;
        }
    }
    return std::nullopt;
}

std::string value_text(const ParameterSpec& spec, double value) {
    const auto member = static_cast<std::size_t>(value);
    switch (spec.type) {
        case ValueType::flag:
            return value > 0.5 ? "true" : "false";
        case ValueType::payer:
            return toml_quoted(name(static_cast<Payer>(member)));
        case ValueType::placement_policy:
            return toml_quoted(name(static_cast<PlacementPolicy>(member)));
        default:
            return toml_number(value);
    }
}

}  // namespace cantiere
