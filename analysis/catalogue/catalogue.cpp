#include "analysis/catalogue/catalogue.h"

#include <algorithm>
#include <utility>

#include "analysis/catalogue/parts.h"
#include "analysis/catalogue/pattern.h"

namespace cantiere {
namespace {

/// A row that a text follows, and what was filled in.
struct FoundText {
    const TextPair* row = nullptr;
    std::vector<Filling> fillings;
};

/// Finds the row of a text; of several, the one that states the most of it.
FoundText row_of_text(std::string_view text, const std::vector<CataloguePart>& parts) {
    FoundText found;
    for (const CataloguePart& part : parts) {
        for (const TextPair& row : part.rows) {
            if (found.row && letters_of(row.english) <= letters_of(found.row->english)) continue;
            if (auto filled_in = fillings(row.english, text)) {
                found = {&row, std::move(*filled_in)};
            }
        }
    }
    return found;
}

std::string told_in_italian(std::string_view english, const std::vector<CataloguePart>& parts) {
    const FoundText found = row_of_text(english, parts);
    if (!found.row) return std::string(english);
    std::vector<std::string> values;
    for (const Filling& filling : found.fillings) {
        values.push_back(filling.is_told ? told_words(filling.text, Language::italian)
                                         : filling.text);
    }
    return filled(found.row->italian, values);
}

std::vector<CataloguePart> sentences() {
    return {{"options", texts_of_options()},
            {"remarks", texts_of_remarks()},
            {"command lines", texts_of_command_lines()},
            {"values", texts_of_values()},
            {"studies", texts_of_studies()},
            {"packs", texts_of_packs()},
            {"tables", texts_of_tables()},
            {"results", texts_of_results()},
            {"columns", texts_of_columns()},
            {"requests", texts_of_requests()}};
}

}  // namespace

std::vector<CataloguePart> catalogue() {
    std::vector<CataloguePart> parts = sentences();
    parts.push_back({"words", texts_of_words()});
    return parts;
}

std::string told(std::string_view english, Language language) {
    if (language == Language::english || english.empty()) return std::string(english);
    static const std::vector<CataloguePart> parts = sentences();
    const std::size_t begin = std::min(english.find_first_not_of('\n'), english.size());
    const std::size_t end = std::max(english.find_last_not_of('\n') + 1, begin);
    return std::string(english.substr(0, begin)) +
           told_in_italian(english.substr(begin, end - begin), parts) +
           std::string(english.substr(end));
}

std::string told_words(std::string_view english, Language language) {
    if (language == Language::english) return std::string(english);
    static const std::vector<CataloguePart> words{{"words", texts_of_words()}};
    std::string word = told_in_italian(english, words);
    // A single word without a row is a name or a key, even where some text is called alike.
    const bool is_one_word = english.find(' ') == std::string_view::npos;
    if (word == english && !is_one_word) return told(english, language);
    return word;
}

}  // namespace cantiere
