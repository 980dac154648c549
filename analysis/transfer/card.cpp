#include "analysis/transfer/card.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/number_text.h"

namespace cantiere {
namespace {

constexpr std::size_t home_place = 0;
constexpr double euros_in_a_million = 1e6;

std::string_view worded(Language language, std::string_view english, std::string_view italian) {
    return in_language(language, english, italian);
}

std::string_view title_words(const Title& title, Language language) {
    return in_language(language, title.en, title.it);
}

bool pays_at(const CurvePoint& point) {
    const Stat& worth = point.effects.front();
    return is_apart_from_zero(worth) && worth.mean > 0.0;
}

const ExportProgramme& programme_of(const Card& card) { return card.matrix.programmes.front(); }

Stat for_reading(Stat of, const std::string& outcome) {
    if (outcome != "net_benefit" && outcome != "net_cost_public") return of;
    for (double* value : {&of.mean, &of.se, &of.low, &of.high, &of.p2_5, &of.p97_5}) {
        *value /= euros_in_a_million;
    }
    return of;
}

/// In the order of card_outcomes().
constexpr std::array<Label, 4> outcome_labels{{
    {"", "net benefit, million EUR", "beneficio netto, milioni di EUR"},
    {"", "net public cost, million EUR", "costo pubblico netto, milioni di EUR"},
    {"", "autonomy-years", "anni di autonomia"},
    {"", "stable exits", "uscite stabili"},
}};

std::string home_table(const Card& card, Language language, const Layout& layout) {
    TextTable table({std::string(worded(language, "at home", "a casa")),
                     std::string(worded(language, "difference", "differenza")),
                     std::string(worded(language, "95 % interval", "intervallo al 95 %"))});
    const ExportCell& home = programme_of(card).cells[home_place];
    for (std::size_t o = 0; o < outcome_labels.size(); ++o) {
        const Stat effect = for_reading(home.outcomes[o].there, card.matrix.outcomes[o]);
        table.add({std::string(
                       in_language(language, outcome_labels[o].text_en, outcome_labels[o].text_it)),
                   signed_mean_text(effect, language),
                   interval_text(effect, language)});
    }
    return table.text(layout);
}

std::string_view short_verdict(CopyVerdict verdict, Language language) {
    switch (verdict) {
        case CopyVerdict::pays:
            return worded(language, "pays", "si ripaga");
        case CopyVerdict::does_not_pay:
            return worded(language, "does not pay", "non si ripaga");
        case CopyVerdict::unclear:
            break;
    }
    return worded(language, "not shown", "non dimostrato");
}

std::string fidelity_words(const std::vector<CurvePoint>& curve, Language language) {
    const auto needed = fidelity_needed(curve);
    if (!needed) return "-";
    const bool is_lowest = *needed == curve.back().at;
    return fmt::format("{} {}",
                       percent_text(*needed, language),
                       is_lowest ? worded(language, "or less", "o meno") : "");
}

std::string scale_words(const std::vector<CurvePoint>& curve, Language language) {
    const auto greatest = scales_up_to(curve);
    if (!greatest) return "-";
    const bool is_highest = *greatest == curve.back().at;
    return fmt::format("x {}{}",
                       number_text(*greatest, 0, language),
                       is_highest ? worded(language, " or more", " o più") : "");
}

std::string card_places(const Card& card, Language language, const Layout& layout) {
    TextTable table(
        {std::string(worded(language, "place", "luogo")),
         std::string(worded(language, "verdict", "giudizio")),
         std::string(
             in_language(language, outcome_labels.front().text_en, outcome_labels.front().text_it)),
         std::string(worded(language, "fidelity needed", "fedeltà necessaria")),
         std::string(worded(language, "pays with seats", "si ripaga con posti")),
         std::string(worded(language,
                            "numbers outside the range of home",
                            "numeri fuori dall'intervallo di casa"))});
    table.flush_left(1);
    for (std::size_t place = 0; place < card.matrix.places.size(); ++place) {
        const ExportCell& cell = programme_of(card).cells[place];
        const Stat effect = for_reading(cell.outcomes.front().there, "net_benefit");
        const bool is_home = place == home_place;
        table.add({std::string(title_words(card.matrix.places[place].title, language)) +
                       std::string(is_home ? worded(language, " (home)", " (casa)") : ""),
                   std::string(short_verdict(verdict_of(cell), language)),
                   difference_text(effect, language),
                   fidelity_words(card.curves[place].fidelity, language),
                   scale_words(card.curves[place].scale, language),
                   is_home ? "-" : fmt::format("{} / {}", cell.extrapolated, cell.compared)});
    }
    return table.text(layout);
}

std::string card_section(std::string_view title, const Layout& layout) {
    return fmt::format("\n{}\n", layout.style.bold(title));
}

std::string card_head(const Card& card, Language language, const Layout& layout) {
    const ExportProgramme& programme = programme_of(card);
    const PreconditionAnswer& asked = card.preconditions;
    const Scenario& home = asked.home.scenarios[asked.scenario];
    return layout.style.bold(fmt::format(
               fmt::runtime(worded(language, "Masterplan card: {}", "Scheda di masterplan: {}")),
               title_words(programme.title, language))) +
           "\n" + draft_text(card.matrix, language, layout) +
           paragraph(
               fmt::format(fmt::runtime(worded(
                               language,
                               "Home: {}, under {}. Differences from services as usual of the "
                               "place; an autonomy-year is worth EUR {}; prices of {}.",
                               "Casa: {}, con {}. Differenze dai servizi come di consueto del "
                               "luogo; un anno di autonomia vale {} EUR; prezzi del {}.")),
                           title_words(card.matrix.places[home_place].title, language),
                           title_words(home.law->title, language),
                           number_text(programme.wtp, 0, language),
                           asked.home.evaluation.price_year),
               layout.width,
               2);
}

}  // namespace

const std::vector<std::string>& card_outcomes() {
    static const std::vector<std::string> outcomes{"net_benefit",
                                                   "net_cost_public",
                                                   "autonomy_years",
                                                   "stable_exits"};
    return outcomes;
}

std::optional<double> fidelity_needed(const std::vector<CurvePoint>& fidelity) {
    std::optional<double> needed;
    for (const CurvePoint& point : fidelity) {  // from 1 down
        if (!pays_at(point)) break;
        needed = point.at;
    }
    return needed;
}

std::optional<double> scales_up_to(const std::vector<CurvePoint>& scale) {
    std::optional<double> greatest;
    for (const CurvePoint& point : scale) {  // from the fewest seats up
        if (point.at < 1.0) continue;
        if (!pays_at(point)) break;
        greatest = point.at;
    }
    return greatest;
}

std::string card_text(const Card& card, Language language, const Layout& layout) {
    std::string text = card_head(card, language, layout) + home_table(card, language, layout);
    text += card_section(worded(language, "Where to copy it", "Dove copiarlo"), layout) +
            card_places(card, language, layout);
    for (const std::string& sentence : copy_sentences(card.matrix, language)) {
        text += paragraph(sentence, layout.width, 2);
    }
    text +=
        card_section(worded(language, "What a place must offer", "Che cosa deve offrire un luogo"),
                     layout) +
        preconditions_section(card.preconditions, language, layout);
    text += card_section(worded(language, "Procedure", "Procedura"), layout) +
            procedure_text(card.procedure, language, layout);
    return text + "\n" +
           paragraph(
               worded(language,
                      "± half of the 95 % interval; ~ cannot be told from zero. Pays: the "
                      "interval of its net benefit lies above zero. Fidelity needed: the "
                      "lowest of 100, 80, 60, 40 % at which it pays, as at every higher one; "
                      "seats: the greatest of x 1, 2, 4, 8 likewise, hosts filling up by "
                      "themselves. More: cantiere transfer --help, analysis/README.md.",
                      "± metà dell'intervallo al 95 %; ~ non distinguibile da zero. Si ripaga: "
                      "l'intervallo del beneficio netto è sopra zero. Fedeltà necessaria: la "
                      "più bassa fra 100, 80, 60, 40 % con cui si ripaga, come con ognuna più "
                      "alta; posti: il più grande fra x 1, 2, 4, 8 allo stesso modo, mentre "
                      "le imprese ospitanti si riempiono. Altro: cantiere transfer --help, "
                      "analysis/README.md."),
               layout.width);
}

}  // namespace cantiere
