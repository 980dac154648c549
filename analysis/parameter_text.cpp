#include "analysis/parameter_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/parameter_words.h"
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

std::string range_text(const ParameterSpec& spec, Language language) {
    if (!is_number(spec)) {
        return std::string(type_word(spec.type, language));
    }
    const bool whole = spec.type == ValueType::integer;
    return fmt::format("{} .. {}{}{}",
                       spec.low,
                       spec.high,
                       unit_after(spec.unit, language),
                       whole ? in_language(language, " (whole)", " (intero)") : "");
}

std::string_view name(Acts acts) { return acts == Acts::at_start ? "at_start" : "monthly"; }

/// What is to be known of a key besides its home: that a policy may set it, that no scenario may.
std::string remarks(const ParameterSpec& spec, Language language) {
    std::string text;
    if (spec.lever && spec.home != PackKind::policy) {
        text += in_language(language, ", lever", ", leva");
    }
    if (spec.acts == Acts::at_start) {
        text += in_language(language, ", at the start only", ", solo all'inizio");
    }
    return text;
}

/// Tells whether two packs take a value from the same line of a file that both extend.
bool is_one_line(const Place& one, const Place& other) {
    return one.file != nullptr && other.file != nullptr && one.file->path == other.file->path &&
           one.line == other.line && one.column == other.column;
}

/// A value, and the packs of one kind that state it.
struct SharedValue {
    const StatedValue* stated = nullptr;
    PackKind kind = PackKind::territory;
    std::vector<std::string> packs;
};

std::vector<SharedValue> shared_values(const StatedParameter& parameter) {
    std::vector<SharedValue> values;
    for (const Pack& pack : parameter.packs) {
        const StatedValue* stated = find_value(pack, parameter.spec->key);
        if (stated == nullptr) {
            continue;
        }
        const auto known = std::find_if(values.begin(), values.end(), [&](const SharedValue& one) {
            return one.kind == pack.kind &&
                   is_one_line(one.stated->number.place, stated->number.place);
        });
        if (known == values.end()) {
            values.push_back({stated, pack.kind, {pack.id}});
        } else {
            known->packs.push_back(pack.id);
        }
    }
    return values;
}

/// A value for readers: amounts of another year are no round numbers.
std::string short_text(const ParameterSpec& spec, double value) {
    return is_number(spec) ? fmt::format("{:.6g}", value) : value_text(spec, value);
}

/// What packs state: value and range, prices, quality, sources, and where.
std::string stated_text(const SharedValue& value, int price_year, Language language) {
    const ParameterSpec& spec = *value.stated->spec;
    const SourcedNumber& number = value.stated->number;
    std::string text = fmt::format(
        fmt::runtime(value.packs.size() == 1
                         ? in_language(language, "{} pack \"{}\": {}", "pacchetto {} \"{}\": {}")
                         : in_language(language, "{} packs \"{}\": {}", "pacchetti {} \"{}\": {}")),
        home_word(value.kind, language),
        fmt::join(value.packs, "\", \""),
        short_text(spec, number.value()));
    if (number.low && number.high) {
        text += fmt::format(" ({:.6g} .. {:.6g})", *number.low, *number.high);
    }
    if (spec.amount && number.value() != 0.0) {
        text += fmt::format(fmt::runtime(in_language(language, ", {} prices", ", prezzi del {}")),
                            price_year);
    }
    if (number.quality != Quality::none) {
        text += fmt::format(", {}", quality_word(number.quality, language));
    }
    if (!number.sources.empty()) {
        text += fmt::format(", {}", fmt::join(number.sources, ", "));
    } else if (is_number(spec)) {
        text += in_language(language, ", no source", ", senza fonte");
    }
    return text;
}

Json stated_json(const StatedValue& stated, const Pack& pack) {
    const SourcedNumber& number = stated.number;
    const bool has_quality = number.quality != Quality::none;
    return {{"pack", pack.id},
            {"kind", name(pack.kind)},
            {"value", value_json(*stated.spec, number.value())},
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

std::string parameter_text(const StatedParameter& parameter,
                           Language language,
                           const Layout& layout) {
    const ParameterSpec& spec = *parameter.spec;
    std::string text =
        layout.style.bold(spec.key) + fmt::format("  {}  ({}{}; {} {})\n",
                                                  range_text(spec, language),
                                                  home_word(spec.home, language),
                                                  remarks(spec, language),
                                                  in_language(language, "default", "se non detto"),
                                                  value_text(spec, spec.default_value));
    text += paragraph(in_language(language, spec.text_en, spec.text_it), layout.width, 4);
    for (const SharedValue& value : shared_values(parameter)) {
        text += paragraph(stated_text(value, parameter.price_year, language), layout.width, 4);
    }
    return text;
}

Json parameter_json(const StatedParameter& parameter) {
    const ParameterSpec& spec = *parameter.spec;
    Json low = nullptr;
    Json high = nullptr;
    if (is_number(spec)) {
        low = spec.low;
        high = spec.high;
    }
    Json shipped = Json::array();
    for (const Pack& pack : parameter.packs) {
        if (const StatedValue* stated = find_value(pack, spec.key)) {
            shipped.push_back(stated_json(*stated, pack));
        }
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
            {"price_year", spec.amount ? Json(parameter.price_year) : Json(nullptr)},
            {"shipped", shipped},
            {"text_en", spec.text_en},
            {"text_it", spec.text_it}};
}

}  // namespace cantiere
