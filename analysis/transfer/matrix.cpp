#include "analysis/transfer/matrix.h"

#include <utility>

#include <fmt/format.h>

#include "analysis/number_text.h"

namespace cantiere {
namespace {

constexpr std::size_t net_benefit = 0;
constexpr double million = 1e6;
constexpr std::size_t enough_draws = 10;  // for an interval to judge by

std::string_view title_of(const Title& title, Language language) {
    return in_language(language, title.en, title.it);
}

/// Money of a territory is told in millions.
bool is_money(const std::string& outcome) {
    return outcome.find("cost") != std::string::npos || outcome == "net_benefit";
}

Stat in_millions(Stat of) {
    for (double* value : {&of.mean, &of.se, &of.low, &of.high, &of.p2_5, &of.p97_5}) {
        *value /= million;
    }
    return of;
}

std::string effect_text(const Stat& effect, const std::string& outcome, Language language) {
    return difference_text(is_money(outcome) ? in_millions(effect) : effect, language);
}

std::string euros_text(const Stat& effect, Language language) {
    return fmt::format(fmt::runtime(in_language(language, "EUR {} million", "{} milioni di EUR")),
                       difference_text(in_millions(effect), language));
}

std::string outcome_heading(const std::string& outcome, Language language) {
    return is_money(outcome) ? fmt::format("{}, {}",
                                           outcome,
                                           in_language(language, "million EUR", "milioni di EUR"))
                             : outcome;
}

std::vector<std::string> header_of(const ExportMatrix& matrix,
                                   std::string first,
                                   Language language) {
    std::vector<std::string> header{std::move(first)};
    for (const ExportPlace& place : matrix.places) {
        header.emplace_back(title_of(place.title, language));
    }
    return header;
}

std::string outcome_table(const ExportMatrix& matrix,
                          std::size_t outcome,
                          Language language,
                          const Layout& layout) {
    const std::string& name = matrix.outcomes[outcome];
    TextTable table(header_of(matrix, outcome_heading(name, language), language));
    for (const ExportProgramme& programme : matrix.programmes) {
        std::vector<std::string> row{std::string(title_of(programme.title, language))};
        for (std::size_t place = 0; place < matrix.places.size(); ++place) {
            const Stat& effect = programme.cells[place].outcomes[outcome].there;
            row.push_back(effect_text(effect, name, language) +
                          (place == programme.home ? " *" : ""));
        }
        table.add(std::move(row));
    }
    return table.text(layout);
}

std::string parts_table(const ExportMatrix& matrix, Language language, const Layout& layout) {
    std::vector<std::string> header{
        outcome_heading(matrix.outcomes[net_benefit], language),
        std::string(in_language(language, "in", "a")),
        std::string(in_language(language, "change from home", "cambio rispetto a casa"))};
    for (std::size_t part = 0; part < part_count; ++part) {
        header.emplace_back(word_of(static_cast<PlacePart>(part), language));
    }
    TextTable table(header);
    table.flush_left(1);
    for (const ExportProgramme& programme : matrix.programmes) {
        for (std::size_t place = 0; place < matrix.places.size(); ++place) {
            if (place == programme.home) continue;
            const TransferredOutcome& outcome = programme.cells[place].outcomes[net_benefit];
            std::vector<std::string> row{
                std::string(title_of(programme.title, language)),
                std::string(title_of(matrix.places[place].title, language)),
                difference_text(in_millions(outcome.change), language)};
            for (const Stat& part : outcome.by_part) {
                row.push_back(difference_text(in_millions(part), language));
            }
            table.add(std::move(row));
        }
    }
    return table.text(layout);
}

std::string reason_text(const ExportCell& cell, Language language) {
    const TransferredOutcome& outcome = cell.outcomes[net_benefit];
    if (!is_apart_from_zero(outcome.change)) {
        return std::string(in_language(language,
                                       "no change from home that can be told from zero",
                                       "nessun cambio rispetto a casa che si distingua da zero"));
    }
    const std::string change = euros_text(outcome.change, language);
    const auto part = largest_part(outcome);
    if (!part) {
        return fmt::format(
            fmt::runtime(in_language(language,
                                     "{} from home, in no part that can be told from zero",
                                     "{} rispetto a casa, in nessuna parte distinguibile da zero")),
            change);
    }
    return fmt::format(fmt::runtime(in_language(language,
                                                "{} from home, most of it by {} ({})",
                                                "{} rispetto a casa, soprattutto per {} ({})")),
                       change,
                       word_of(*part, language),
                       euros_text(outcome.by_part[static_cast<std::size_t>(*part)], language));
}

std::string extrapolation_text(const ExportCell& cell, Language language) {
    if (cell.extrapolated == 0) return "";
    return fmt::format(
        fmt::runtime(in_language(language,
                                 "; {} of {} numbers there lie outside the range stated at home",
                                 "; {} numeri su {} cadono là fuori dell'intervallo di casa")),
        cell.extrapolated,
        cell.compared);
}

std::string_view verdict_text(CopyVerdict verdict, Language language) {
    switch (verdict) {
        case CopyVerdict::pays:
            return in_language(language,
                               "{} can be copied to {}: worth its cost there",
                               "{} si può copiare a {}: là vale il suo costo");
        case CopyVerdict::does_not_pay:
            return in_language(language,
                               "{} should not be copied to {}: not worth its cost there",
                               "{} non va copiato a {}: là non vale il suo costo");
        case CopyVerdict::unclear:
            break;
    }
    return in_language(language,
                       "{} in {}: not shown to be worth its cost",
                       "{} a {}: non è dimostrato che valga il suo costo");
}

std::string copy_sentence(const ExportMatrix& matrix,
                          const ExportProgramme& programme,
                          std::size_t place,
                          Language language) {
    const ExportCell& cell = programme.cells[place];
    return fmt::format(fmt::runtime(verdict_text(verdict_of(cell), language)),
                       title_of(programme.title, language),
                       title_of(matrix.places[place].title, language)) +
           fmt::format(
               fmt::runtime(
                   in_language(language, ", net benefit {}; {}{}.", ", beneficio netto {}; {}{}.")),
               euros_text(cell.outcomes[net_benefit].there, language),
               reason_text(cell, language),
               extrapolation_text(cell, language));
}

}  // namespace

CopyVerdict verdict_of(const ExportCell& cell) {
    const Stat& there = cell.outcomes[net_benefit].there;
    if (!is_apart_from_zero(there)) return CopyVerdict::unclear;
    return there.mean > 0.0 ? CopyVerdict::pays : CopyVerdict::does_not_pay;
}

std::optional<PlacePart> largest_part(const TransferredOutcome& outcome) {
    if (!is_apart_from_zero(outcome.change)) return std::nullopt;
    std::optional<PlacePart> main;
    double greatest = 0.0;
    for (std::size_t part = 0; part < part_count; ++part) {
        const double along =
            outcome.change.mean > 0.0 ? outcome.by_part[part].mean : -outcome.by_part[part].mean;
        if (!is_apart_from_zero(outcome.by_part[part]) || along <= greatest) continue;
        greatest = along;
        main = static_cast<PlacePart>(part);
    }
    return main;
}

bool is_draft(const ExportMatrix& matrix) { return matrix.draws < enough_draws; }

std::string draft_text(const ExportMatrix& matrix, Language language, const Layout& layout) {
    if (!is_draft(matrix)) return "";
    return paragraph(
        fmt::format(
            fmt::runtime(in_language(language,
                                     "DRAFT: {} few for an interval to judge by; run {} at least.",
                                     "BOZZA: {} perché un intervallo giudichi; farne "
                                     "almeno {}.")),
            counted_text(matrix.draws,
                         in_language(language, "draw is", "estrazione è poca"),
                         in_language(language, "draws are", "estrazioni sono poche")),
            enough_draws),
        layout.width,
        2);
}

std::vector<std::string> copy_sentences(const ExportMatrix& matrix, Language language) {
    std::vector<std::string> sentences;
    for (const ExportProgramme& programme : matrix.programmes) {
        for (std::size_t place = 0; place < matrix.places.size(); ++place) {
            if (place == programme.home) continue;
            sentences.push_back(copy_sentence(matrix, programme, place, language));
        }
    }
    return sentences;
}

std::string matrix_text(const ExportMatrix& matrix, Language language, const Layout& layout) {
    std::string text = layout.heading(in_language(language,
                                                  "Every programme in every place",
                                                  "Ogni programma in ogni luogo")) +
                       "\n";
    for (std::size_t outcome = 0; outcome < matrix.outcomes.size(); ++outcome) {
        text += outcome_table(matrix, outcome, language, layout) + "\n";
    }
    text += parts_table(matrix, language, layout) + "\n" + draft_text(matrix, language, layout);
    for (const std::string& sentence : copy_sentences(matrix, language)) {
        text += paragraph(sentence, layout.width, 2);
    }
    return text + "\n" +
           paragraph(in_language(
                         language,
                         "* at home. Differences from services as usual of each place, with as "
                         "many seats as at home, under the law of the place; parts are Shapley "
                         "values and add up to the change. ± half of the 95 % interval; ~ cannot "
                         "be told from zero. Worth its cost: at the willingness to pay of the "
                         "programme's own study.",
                         "* a casa. Differenze dai servizi come di consueto di ciascun luogo, con "
                         "tanti posti quanti a casa e con la legge del luogo; le parti sono valori "
                         "di Shapley e la loro somma è il cambio. ± metà dell'intervallo al 95 %; "
                         "~ non distinguibile da zero. Vale il suo costo: alla disponibilità a "
                         "pagare dello studio del programma."),
                     layout.width);
}

}  // namespace cantiere
