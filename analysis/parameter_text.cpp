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

std::string_view name(Acts acts) { return acts == Acts::at_start ? "at_start" : "monthly"; }

/// What is to be known of a key besides its home: that a policy may set it, that no scenario may.
std::string remarks(const ParameterSpec& spec, bool italian) {
    std::string text;
    if (spec.lever && spec.home != PackKind::policy) {
        text += italian ? ", leva" : ", lever";
    }
    if (spec.acts == Acts::at_start) {
        text += italian ? ", solo all'inizio" : ", at the start only";
    }
    return text;
}

/// What a pack states: value and range, quality, sources, and where.
std::string shipped_text(const StatedValue& shipped, bool italian) {
    const SourcedNumber& number = shipped.number;
    const std::string_view home = name(shipped.spec->home);
    const std::string where =
        italian ? fmt::format("nel pacchetto {}", home) : fmt::format("{} pack", home);
    std::string text = fmt::format("{} \"{}\": {}",
                                   where,
                                   shipped.pack,
                                   value_text(*shipped.spec, number.value()));
    if (number.low && number.high) {
        text += fmt::format(" ({} .. {})", *number.low, *number.high);
    }
    if (number.quality != Quality::none) {
        text += fmt::format(", {}", name(number.quality));
    }
    for (const std::string& source : number.sources) {
        text += ", " + source;
    }
    return text;
}

Json shipped_json(const StatedValue& shipped) {
    const SourcedNumber& number = shipped.number;
    const bool has_quality = number.quality != Quality::none;
    return {{"pack", shipped.pack},
            {"value", value_json(*shipped.spec, number.value())},
            {"low", number.low ? Json(*number.low) : Json(nullptr)},
            {"high", number.high ? Json(*number.high) : Json(nullptr)},
            {"quality", has_quality ? Json(name(number.quality)) : Json(nullptr)},
            {"sources", number.sources}};
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

std::string parameter_text(const ParameterSpec& spec,
                           const StatedValue* shipped,
                           Language language,
                           const Layout& layout) {
    const bool italian = language == Language::italian;
    std::string text =
        layout.style.bold(spec.key) + fmt::format("  {}  ({}{}; {} {})\n",
                                                  range_text(spec),
                                                  name(spec.home),
                                                  remarks(spec, italian),
                                                  italian ? "se non detto" : "default",
                                                  value_text(spec, spec.default_value));
    text += paragraph(in_language(language, spec.text_en, spec.text_it), layout.width, 4);
    return shipped == nullptr ? text
                              : text + paragraph(shipped_text(*shipped, italian), layout.width, 4);
}

Json parameter_json(const ParameterSpec& spec, const StatedValue* shipped) {
    Json low = nullptr;
    Json high = nullptr;
    if (is_number(spec)) {
        low = spec.low;
        high = spec.high;
    }
    return {{"key", spec.key},
            {"home", name(spec.home)},
            {"lever", spec.lever || spec.home == PackKind::policy},
            {"acts", name(spec.acts)},
            {"type", name(spec.type)},
            {"unit", spec.unit},
            {"low", low},
            {"high", high},
            {"default", value_json(spec, spec.default_value)},
            {"shipped", shipped == nullptr ? Json(nullptr) : shipped_json(*shipped)},
            {"text_en", spec.text_en},
            {"text_it", spec.text_it}};
}

}  // namespace cantiere
