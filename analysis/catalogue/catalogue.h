#pragma once
/// What the program says, in both languages: the table of all texts of help, remarks and mistakes.
///
/// Texts are written in English where they arise, and told in the reader's language where they
/// leave the program; the code between knows no language.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"

namespace cantiere {

/// A text in both languages. `{}` stands for what was filled in and is kept as it is, `{*}` for
/// words that have a row of their own; the Italian side takes them in order, or by number, as
/// `{1}`.
struct TextPair {
    std::string_view english, italian;
};

/// Rows about one subject.
struct CataloguePart {
    std::string_view subject;
    std::span<const TextPair> rows;
};

/// Lists all rows.
std::vector<CataloguePart> catalogue();

/// Tells a finished English text in a language; as it is where the catalogue lacks it.
std::string told(std::string_view english, Language language);

/// Tells words that are filled into texts, such as `3 warnings`.
std::string told_words(std::string_view english, Language language);

}  // namespace cantiere
