#include "analysis/report/input_words.h"

#include <cmath>

#include <fmt/format.h>

#include "analysis/number_text.h"
#include "analysis/parameter_words.h"
#include "scenarios/parameter_table.h"

namespace cantiere {

std::string input_title(std::string_view key, Language language) {
    const std::size_t at = key.find('@');
    const ParameterSpec* const spec = find_parameter(key.substr(0, at));
    if (spec == nullptr) return std::string(key);
    std::string text(in_language(language, spec->text_en, spec->text_it));
    if (at == std::string_view::npos) return text;
    return fmt::format("{} ({})", text, key.substr(at + 1));
}

std::string figure_unit(std::string_view unit, Language language) {
    if (unit == "1") return "";
    return unit == "share" ? std::string(unit) : unit_word(unit, language);
}

std::string input_number(double value, Language language) {
    if (value == std::round(value)) return number_text(value, 0, language);
    std::string text = four_digits_text(value, language);
    if (text.find(in_language(language, ".", ",")) == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.' || text.back() == ',') text.pop_back();
    return text;
}

}  // namespace cantiere
