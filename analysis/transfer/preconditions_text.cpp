#include "analysis/transfer/preconditions_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/exploration/discovery_words.h"
#include "analysis/number_text.h"
#include "analysis/transfer/place_words.h"

namespace cantiere {
namespace {

template <class... Values>
std::string tell(Language language,
                 std::string_view english,
                 std::string_view italian,
                 const Values&... values) {
    return fmt::format(fmt::runtime(in_language(language, english, italian)), values...);
}

std::string_view programme_title(const PreconditionAnswer& answer, Language language) {
    const Title& title = answer.home.scenarios[answer.scenario].title;
    return in_language(language, title.en, title.it);
}

/// Says that the condition holds, or does not: "Pi.So.La. pays".
std::string claim(const PreconditionAnswer& answer, bool holds, Language language) {
    const std::string& where = answer.found.pays.where;
    if (where != usual_condition) {
        return holds ? tell(language, "{} holds", "{} vale", where)
                     : tell(language, "{} does not hold", "{} non vale", where);
    }
    const std::string_view title = programme_title(answer, language);
    return holds ? tell(language, "{} pays", "{} si ripaga", title)
                 : tell(language, "{} does not pay", "{} non si ripaga", title);
}

const PlaceNumber& number_behind(const PreconditionAnswer& answer, const ColumnLimit& limit) {
    return answer.numbers[answer.found.screen.kept[limit.column].column];
}

std::string box_words(const PreconditionAnswer& answer,
                      const DiscoveredBox& box,
                      Language language) {
    std::vector<std::string> words;
    for (const BoxLimit& limit : box.limits) {
        const ParameterSpec& spec = *number_behind(answer, limit).spec;
        words.push_back(tell(language,
                             "{} is {}",
                             "{} è {}",
                             meaning_words(spec, language),
                             limit_words(spec, limit, language)));
    }
    return fmt::format("{}", fmt::join(words, in_language(language, " and ", " e ")));
}

std::string box_sentence(const PreconditionAnswer& answer,
                         const Discovery& found,
                         std::size_t which,
                         Language language) {
    const DiscoveredBox& box = found.boxes[which];
    const bool holds = &found == &answer.found.pays;
    const double all = static_cast<double>(found.of_interest) / static_cast<double>(found.cases);
    return tell(language,
                "{}{} where {}: {} of the places where that is so, and {} of the places inside, "
                "against {} of all.",
                "{}{} dove {}: {} dei luoghi in cui è così, e {} dei luoghi che vi rientrano, "
                "contro {} di tutti.",
                claim(answer, holds, language),
                which == 0 ? "" : in_language(language, " elsewhere too", " anche altrove,"),
                box_words(answer, box, language),
                percent_text(box.quality.coverage, language),
                percent_text(box.quality.density, language),
                percent_text(all, language));
}

/// Why there is no box.
std::string no_limit_sentence(const PreconditionAnswer& answer, Language language) {
    const Discovery& pays = answer.found.pays;
    switch (answer.found.verdict()) {
        case PreconditionVerdict::all_pay:
            return tell(language,
                        "{} in every one of the {} places tried: within what they span no "
                        "condition of the place is needed.",
                        "{} in ognuno dei {} luoghi provati: entro ciò che abbracciano non serve "
                        "alcuna condizione del luogo.",
                        claim(answer, true, language),
                        pays.cases);
        case PreconditionVerdict::none_pays:
            return tell(language,
                        "{} in any of the {} places tried: within what they span no condition of "
                        "the place is enough.",
                        "{} in nessuno dei {} luoghi provati: entro ciò che abbracciano nessuna "
                        "condizione del luogo basta.",
                        claim(answer, false, language),
                        pays.cases);
        default:
            return tell(language,
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
        return tell(language,
                    "Searches without a tenth of the places found no such limits: take them as a "
                    "hint.",
                    "Ricerche senza un decimo dei luoghi non hanno trovato tali limiti: sono un "
                    "indizio.");
    }
    const double share = static_cast<double>(told.confirmed) / static_cast<double>(told.inside);
    return tell(language,
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
        tell(language,
             "Looked at: {} numbers of the place, all varied at once in {} places.",
             "Esaminati: {} numeri del luogo, variati tutti insieme in {} luoghi.",
             screen.looked_at,
             answer.found.pays.cases);
    const PreconditionVerdict verdict = answer.found.verdict();
    if (verdict == PreconditionVerdict::all_pay || verdict == PreconditionVerdict::none_pays) {
        return looked_at;
    }
    return looked_at +
           tell(language,
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
        words.push_back(tell(language,
                             "{} ({} against {})",
                             "{} ({} contro {})",
                             meaning_words(spec, language),
                             value_words(spec, kept.median_pays, language),
                             value_words(spec, kept.median_pays_not, language)));
    }
    return tell(language,
                "In the middle of the places where that is so, against the others: {}.",
                "In mezzo ai luoghi in cui è così, contro gli altri: {}.",
                fmt::join(words, ", "));
}

/// The limits of a box, and what each place known has to show.
std::string checked_places(const PreconditionAnswer& answer,
                           const DiscoveredBox& box,
                           Language language,
                           const Layout& layout) {
    std::vector<std::string> header{tell(language, "place", "luogo")};
    std::vector<std::string> needed{tell(language, "needed", "serve")};
    std::vector<std::string> sure{tell(language, "by luck; in halves", "per caso; in metà")};
    for (const BoxLimit& limit : box.limits) {
        const ParameterSpec& spec = *number_behind(answer, limit).spec;
        header.emplace_back(spec.key);
        needed.push_back(limit_words(spec, limit, language));
        sure.push_back(fmt::format("{}; {}",
                                   limit.quasi_p < 0.001 ? in_language(language, "<0.001", "<0,001")
                                                         : limit_number(limit.quasi_p, language),
                                   percent_text(limit.reproduced, language)));
    }
    header.push_back(tell(language, "all met", "tutte"));
    const std::string yes = tell(language, "yes", "sì");
    TextTable table(header);
    table.add(needed);
    table.add(sure);
    for (std::size_t place = 0; place < answer.places.size(); ++place) {
        const Title& title = answer.places[place].title;
        std::vector<std::string> row{std::string(in_language(language, title.en, title.it))};
        const auto checks = checks_of(box, answer.found.screen, answer.numbers, place);
        for (std::size_t i = 0; i < checks.size(); ++i) {
            const ParameterSpec& spec = *number_behind(answer, box.limits[i]).spec;
            row.push_back(fmt::format("{}: {}",
                                      value_words(spec, checks[i].value, language),
                                      checks[i].is_met ? yes : "no"));
        }
        row.push_back(std::ranges::all_of(checks, &PlaceCheck::is_met) ? yes : "no");
        table.add(row);
    }
    return table.text(layout);
}

std::string method_text(Language language, const Layout& layout) {
    return paragraph(
        in_language(language,
                    "Each place is a point of a Latin hypercube over what the places known span "
                    "and home states as a range, every number by itself; municipalities and ways "
                    "are those of home, seats as many. Each point is a paired run of the programme "
                    "and its base. Boxes by patient rule induction (PRIM); by luck: quasi-p of the "
                    "limit, which does not count the numbers tried; in halves: share of ten halves "
                    "of the places whose box has the limit too.",
                    "Ogni luogo è un punto di un ipercubo latino su ciò che i luoghi noti "
                    "abbracciano e che casa dichiara come intervallo, ogni numero per conto suo; "
                    "comuni e strade sono quelli di casa, i posti altrettanti. Ogni punto è una "
                    "simulazione appaiata del programma e della sua base. Riquadri per induzione "
                    "paziente di regole (PRIM); per caso: quasi-p del limite, che non conta i "
                    "numeri provati; in metà: quota di dieci metà dei luoghi il cui riquadro ha "
                    "anch'esso il limite."),
        layout.width);
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
    }
    if (!pays.boxes.empty()) {
        sentences.push_back(left_out_sentence(answer.found.left_out, language));
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

std::string preconditions_section(const PreconditionAnswer& answer,
                                  Language language,
                                  const Layout& layout) {
    std::string text;
    for (const std::string& sentence : precondition_sentences(answer, language)) {
        text += paragraph(sentence, layout.width, 2);
    }
    for (const DiscoveredBox& box : answer.found.pays.boxes) {
        text += "\n";
        text += checked_places(answer, box, language, layout);
    }
    return text;
}

std::string preconditions_text(const PreconditionAnswer& answer,
                               Language language,
                               const Layout& layout) {
    return layout.style.bold(tell(language,
                                  "{}: what a place must offer",
                                  "{}: che cosa deve offrire un luogo",
                                  programme_title(answer, language))) +
           "\n" + preconditions_section(answer, language, layout) + "\n" +
           method_text(language, layout);
}

}  // namespace cantiere
