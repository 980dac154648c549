#include "analysis/transfer/place_words.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include <fmt/format.h>

#include "analysis/exploration/discovery_words.h"
#include "analysis/number_text.h"
#include "analysis/parameter_words.h"

namespace cantiere {
namespace {

constexpr double in_percent = 100.0;
constexpr double whole_euros_from = 100.0;
constexpr double grouped_from = 1000.0;  // from here on thousands are grouped

/// Euros and cents, no cents from a hundred on.
std::string money_words(double value, Language language) {
    const bool has_cents = value < whole_euros_from && std::abs(value - std::round(value)) >= 0.005;
    return number_text(value, has_cents ? 2 : 0, language);
}

std::string plain_number(double value, Language language) {
    return value >= grouped_from ? number_text(value, 0, language) : limit_number(value, language);
}

/// Lowers the first letter of a word, not of an abbreviation.
std::string without_capital(std::string_view text) {
    std::string lowered(text);
    const auto letter = [&lowered](std::size_t i) {
        return static_cast<unsigned char>(lowered[i]);
    };
    if (lowered.size() > 1 && std::islower(letter(1)) != 0) {
        lowered[0] = static_cast<char>(std::tolower(letter(0)));
    }
    return lowered;
}

}  // namespace

std::string value_words(const ParameterSpec& spec, double value, Language language) {
    if (spec.unit == "share") return plain_number(in_percent * value, language) + " %";
    if (spec.unit.starts_with("EUR")) {
        return money_words(value, language) + unit_after(spec.unit, language);
    }
    if (spec.unit == "months" && value == 1.0) {
        return std::string(in_language(language, "1 month", "1 mese"));
    }
    return plain_number(value, language) + unit_after(spec.unit, language);
}

std::string meaning_words(const ParameterSpec& spec, Language language) {
    return fmt::format("“{}”", without_capital(in_language(language, spec.text_en, spec.text_it)));
}

std::string limit_words(const ParameterSpec& spec, const ColumnLimit& limit, Language language) {
    const auto say = [language](std::string_view english, std::string_view italian, auto... parts) {
        return fmt::format(fmt::runtime(in_language(language, english, italian)), parts...);
    };
    if (limit.low && limit.high) {
        return say("between {} and {}",
                   "fra {} e {}",
                   value_words(spec, *limit.low, language),
                   value_words(spec, *limit.high, language));
    }
    return limit.low ? say("at least {}", "almeno {}", value_words(spec, *limit.low, language))
                     : say("at most {}", "al massimo {}", value_words(spec, *limit.high, language));
}

}  // namespace cantiere
