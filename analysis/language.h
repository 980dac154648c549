#pragma once
/// The language of texts for readers.

#include <cstdint>
#include <string_view>

namespace cantiere {

enum class Language : std::uint8_t { english, italian };

/// Returns the text of a language; English where the Italian one is empty.
constexpr std::string_view in_language(Language language,
                                       std::string_view english,
                                       std::string_view italian) {
    return language == Language::italian && !italian.empty() ? italian : english;
}

}  // namespace cantiere
