#pragma once
/// What the texts about preconditions share.

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "analysis/transfer/preconditions_text.h"

namespace cantiere {

/// Fills a text of the language asked for.
template <class... Values>
std::string told_of_places(Language language,
                           std::string_view english,
                           std::string_view italian,
                           const Values&... values) {
    return fmt::format(fmt::runtime(in_language(language, english, italian)), values...);
}

inline std::string_view programme_title(const PreconditionAnswer& answer, Language language) {
    const Title& title = answer.home.scenarios[answer.scenario].title;
    return in_language(language, title.en, title.it);
}

/// The number of the places that a limit is of.
inline const PlaceNumber& number_behind(const PreconditionAnswer& answer,
                                        const ColumnLimit& limit) {
    return answer.numbers[answer.found.screen.kept[limit.column].column];
}

}  // namespace cantiere
