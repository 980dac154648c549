#include "analysis/transfer/preconditions_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/exploration/discovery_words.h"
#include "analysis/number_text.h"
#include "analysis/transfer/place_words.h"
#include "analysis/transfer/precondition_words.h"

namespace cantiere {
namespace {

/// Says that the condition holds, or does not: "Pi.So.La. pays".
std::string claim(const PreconditionAnswer& answer, bool holds, Language language) {
    const std::string& where = answer.found.pays.where;
    if (where != usual_condition) {
        return holds ? told_of_places(language, "{} holds", "{} vale", where)
                     : told_of_places(language, "{} does not hold", "{} non vale", where);
    }
    const std::string_view title = programme_title(answer, language);
    return holds ? told_of_places(language, "{} pays", "{} si ripaga", title)
                 : told_of_places(language, "{} does not pay", "{} non si ripaga", title);
}

std::string box_words(const PreconditionAnswer& answer,
                      const DiscoveredBox& box,
                      Language language) {
    std::vector<std::string> words;
    for (const BoxLimit& limit : box.limits) {
        const ParameterSpec& spec = *number_behind(answer, limit).spec;
        words.push_back(told_of_places(language,
                                       "{} is {}",
                                       "{} è {}",
                                       meaning_words(spec, language),
                                       limit_words(spec, limit, language)));
    }
    return fmt::format("{}", fmt::join(words, in_language(language, " and ", " e ")));
}

/// Where a limit of a box came out of no half of the places: a hint, and no more.
std::string hint_sentence(const DiscoveredBox& box, Language language) {
    const bool is_hint = std::ranges::any_of(box.limits, [](const BoxLimit& limit) {
        return limit.reproduced == 0.0;
    });
    if (!is_hint) return "";
    return told_of_places(
        language,
        " No half of the places found all these limits again: take them as a hint.",
        " Nessuna metà dei luoghi ha ritrovato tutti questi limiti: sono un indizio.");
}

std::string box_sentence(const PreconditionAnswer& answer,
                         const Discovery& found,
                         std::size_t which,
                         Language language) {
    const DiscoveredBox& box = found.boxes[which];
    const bool is_dense = box.quality.density >= 0.95;
    const bool holds = &found == &answer.found.pays;
    const double all = static_cast<double>(found.of_interest) / static_cast<double>(found.cases);
    return told_of_places(
               language,
               "{}{}{} where {}: {} of the places where that is so, and {} of the places inside, "
               "against {} of all.",
               "{}{}{} dove {}: {} dei luoghi in cui è così, e {} dei luoghi che vi rientrano, "
               "contro {} di tutti.",
               claim(answer, holds, language),
               is_dense ? "" : in_language(language, " more often", " più spesso"),
               which == 0 ? "" : in_language(language, " elsewhere too", " anche altrove,"),
               box_words(answer, box, language),
               percent_text(box.quality.coverage, language),
               percent_text(box.quality.density, language),
               percent_text(all, language)) +
           hint_sentence(box, language);
}

/// How many places like those tried may yet differ from all of them, at 95 %.
std::string rest_text(std::size_t tried, Language language) {
    const double share = 1.0 - std::pow(0.05, 1.0 / static_cast<double>(tried));
    return told_of_places(language,
                          "; up to {} % of such places could still be otherwise.",
                          "; una quota di tali luoghi fino a {} % potrebbe ancora fare eccezione.",
                          number_text(100.0 * share, 1, language));
}

/// Why there is no box.
std::string no_limit_sentence(const PreconditionAnswer& answer, Language language) {
    const Discovery& pays = answer.found.pays;
    switch (answer.found.verdict()) {
        case PreconditionVerdict::all_pay:
            return told_of_places(
                       language,
                       "{} in every one of the {} places tried: within what they span no "
                       "condition of the place is seen to be needed",
                       "{} in ognuno dei {} luoghi provati: entro ciò che abbracciano non si vede "
                       "alcuna condizione del luogo che serva",
                       claim(answer, true, language),
                       pays.cases) +
                   rest_text(pays.cases, language);
        case PreconditionVerdict::none_pays:
            return told_of_places(
                       language,
                       "{} in any of the {} places tried: within what they span no condition of "
                       "the place is seen to be enough",
                       "{} in nessuno dei {} luoghi provati: entro ciò che abbracciano non si "
                       "vede alcuna condizione del luogo che basti",
                       claim(answer, false, language),
                       pays.cases) +
                   rest_text(pays.cases, language);
        default:
            return told_of_places(
                language,
                "{} in {} of the {} places tried, and no condition of the place tells "
                "them from the others by more than luck.",
                "{} in {} dei {} luoghi provati, e nessuna condizione del luogo li "
                "distingue dagli altri più del caso.",
                claim(answer, true, language),
                pays.of_interest,
                pays.cases);
    }
}

std::string left_out_sentence(const LeftOut& told, Language language) {
    if (told.inside == 0) {
        return told_of_places(
            language,
            "Searches without a tenth of the places found no such limits: take them as a "
            "hint.",
            "Ricerche senza un decimo dei luoghi non hanno trovato tali limiti: sono un "
            "indizio.");
    }
    const double share = static_cast<double>(told.confirmed) / static_cast<double>(told.inside);
    return told_of_places(
        language,
        "Of places left out of the search (a tenth at a time) it is so in {} of the {} "
        "inside{}.",
        "Fra i luoghi tenuti fuori dalla ricerca (un decimo alla volta) è così nel {} dei "
        "{} che vi rientrano{}.",
        percent_text(share, language),
        told.inside,
        told.chance <= greatest_chance
            ? ""
            : in_language(language,
                          ", no more than luck: take the limits as a hint",
                          ", non più del caso: i limiti sono un indizio"));
}

std::string looked_at_sentence(const PreconditionAnswer& answer, Language language) {
    const Screen& screen = answer.found.screen;
    std::string looked_at =
        told_of_places(language,
                       "Looked at: {} numbers of the place, all varied at once in {} places.",
                       "Esaminati: {} numeri del luogo, variati tutti insieme in {} luoghi.",
                       screen.looked_at,
                       answer.found.pays.cases);
    const PreconditionVerdict verdict = answer.found.verdict();
    if (verdict == PreconditionVerdict::all_pay || verdict == PreconditionVerdict::none_pays) {
        return looked_at;
    }
    return looked_at +
           told_of_places(
               language,
               " Searched: {} of them, the ones that tell the two kinds of places apart better "
               "than any of {} dummies (distance above {}).",
               " La ricerca ne usa {}: quelli che distinguono i due tipi di luogo meglio di "
               "ognuno di {} fattori fittizi (distanza sopra {}).",
               screen.kept.size(),
               screen.looked_at,
               number_text(screen.dummy_distance, 2, language));
}

/// Where the numbers searched lie in the middle of the two kinds of places, the farthest first.
std::string medians_sentence(const PreconditionAnswer& answer, Language language) {
    std::vector<std::string> words;
    for (const ScreenedNumber& kept : answer.found.screen.kept) {
        const ParameterSpec& spec = *answer.numbers[kept.column].spec;
        words.push_back(told_of_places(language,
                                       "{} ({} against {})",
                                       "{} ({} contro {})",
                                       meaning_words(spec, language),
                                       value_words(spec, kept.median_pays, language),
                                       value_words(spec, kept.median_pays_not, language)));
    }
    return told_of_places(language,
                          "In the middle of the places where that is so, against the others: {}.",
                          "In mezzo ai luoghi in cui è così, contro gli altri: {}.",
                          fmt::join(words, ", "));
}

}  // namespace

std::vector<std::string> precondition_sentences(const PreconditionAnswer& answer,
                                                Language language) {
    std::vector<std::string> sentences;
    const Discovery& pays = answer.found.pays;
    const Discovery& pays_not = answer.found.pays_not;
    if (pays.boxes.empty()) sentences.push_back(no_limit_sentence(answer, language));
    for (std::size_t b = 0; b < pays.boxes.size(); ++b) {
        sentences.push_back(box_sentence(answer, pays, b, language));
        // Searches without a tenth of the places look for the first box alone.
        if (b == 0) sentences.push_back(left_out_sentence(answer.found.left_out, language));
    }
    if (!pays_not.boxes.empty()) {
        sentences.push_back(box_sentence(answer, pays_not, 0, language));
        sentences.push_back(left_out_sentence(answer.found.left_out_not, language));
    }
    sentences.push_back(looked_at_sentence(answer, language));
    if (pays.boxes.empty() && !answer.found.screen.kept.empty()) {
        sentences.push_back(medians_sentence(answer, language));
    }
    return sentences;
}

}  // namespace cantiere
