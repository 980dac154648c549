#include "analysis/transfer/preconditions_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/exploration/discovery_words.h"
#include "analysis/number_text.h"
#include "analysis/transfer/place_words.h"
#include "analysis/transfer/precondition_words.h"

namespace cantiere {
namespace {

/// The limits of a box, and what each place known has to show.
std::string checked_places(const PreconditionAnswer& answer,
                           const DiscoveredBox& box,
                           Language language,
                           const Layout& layout) {
    std::vector<std::string> header{told_of_places(language, "place", "luogo")};
    std::vector<std::string> needed{told_of_places(language, "needed", "serve")};
    std::vector<std::string> sure{
        told_of_places(language, "by luck; in halves", "per caso; in metà")};
    for (const BoxLimit& limit : box.limits) {
        const ParameterSpec& spec = *number_behind(answer, limit).spec;
        header.emplace_back(spec.key);
        needed.push_back(limit_words(spec, limit, language));
        sure.push_back(fmt::format("{}; {}",
                                   limit.quasi_p < 0.001 ? in_language(language, "<0.001", "<0,001")
                                                         : limit_number(limit.quasi_p, language),
                                   percent_text(limit.reproduced, language)));
    }
    header.push_back(told_of_places(language, "all met", "tutte"));
    const std::string yes = told_of_places(language, "yes", "sì");
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
    return layout.style.bold(told_of_places(language,
                                            "{}: what a place must offer",
                                            "{}: che cosa deve offrire un luogo",
                                            programme_title(answer, language))) +
           "\n" + preconditions_section(answer, language, layout) + "\n" +
           method_text(language, layout);
}

}  // namespace cantiere
