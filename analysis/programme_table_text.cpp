#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/comparison_json.h"
#include "analysis/number_text.h"
#include "analysis/programme_table.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

struct RowText {
    std::string_view name, en, it;
};

constexpr std::array row_texts{
    RowText{"net_cost_public", "net public cost, EUR", "costo pubblico netto, EUR"},
    RowText{"net_cost_societal", "net cost to society, EUR", "costo netto per la società, EUR"},
    RowText{"programme_cost",
            "services, coordination and reliefs, EUR",
            "servizi, coordinamento e sgravi, EUR"},
    RowText{"exits", "exits", "uscite"},
    RowText{"stable_exits", "stable exits", "uscite stabili"},
    RowText{"relapses", "relapses", "ricadute"},
    RowText{"exclusions", "exclusions", "esclusioni"},
    RowText{"excluded_months", "months in exclusion", "mesi in esclusione"},
    RowText{"autonomy_years_net",
            "autonomy-years, NET: everybody",
            "anni di autonomia, NETTI: tutti"},
    RowText{"autonomy_years_gross",
            "autonomy-years, GROSS: people served only",
            "anni di autonomia, LORDI: solo chi è servito"},
    RowText{"autonomy_years_deadweight",
            "deadweight: part of the served people's autonomy-years had anyway",
            "effetto inerziale: parte degli anni di chi è servito che avrebbe avuto comunque"},
    RowText{"hires_net", "hires, NET: everybody", "assunzioni, NETTE: tutti"},
    RowText{"hires_gross",
            "hires, GROSS: people served only",
            "assunzioni, LORDE: solo chi è servito"},
    RowText{"hires_deadweight",
            "deadweight: part of the served people's hires had anyway",
            "effetto inerziale: parte delle assunzioni di chi è servito comunque avvenute"},
    RowText{"job_months", "months in a job, residents", "mesi di lavoro dei residenti"},
    RowText{"displaced_job_months", "job-months that others lose", "mesi di lavoro persi da altri"},
    RowText{"displaced_share",
            "... of each that residents gain",
            "... per ognuno guadagnato dai residenti"},
    RowText{"worst_group_gain",
            "gain of the group that gains least, autonomy-years a person",
            "guadagno del gruppo che guadagna meno, anni di autonomia a persona"},
    RowText{"net_cost_public_to", "net public cost (EUR)", "costo pubblico netto (EUR)"},
    RowText{"autonomy_years_to", "autonomy-years, net", "anni di autonomia, netti"},
    RowText{"exits_to", "exits", "uscite"},
};

std::string label_of(const ProgrammeRow& row, Language language) {
    constexpr std::string_view prefix = "cost.";
    if (row.name.starts_with(prefix)) {
        const auto payer = parse<Payer>(std::string_view(row.name).substr(prefix.size()));
        return fmt::format(
            fmt::runtime(in_language(language, "cost to {}, EUR", "costo per {}, EUR")),
            in_language(language, text_en(*payer), text_it(*payer)));
    }
    const auto* const text = std::ranges::find(row_texts, row.name, &RowText::name);
    const std::string label(text == row_texts.end() ? row.name
                                                    : in_language(language, text->en, text->it));
    return row.years == 0
               ? label
               : fmt::format(fmt::runtime(in_language(language, "{} to year {}", "{} all'anno {}")),
                             label,
                             row.years);
}

bool is_silent(const ProgrammeRow& row) {
    return row.name.starts_with("cost.") && std::ranges::all_of(row.values, is_exactly_zero);
}

std::string cell_of(const ProgrammeTable& table,
                    const ProgrammeRow& row,
                    std::size_t contrast,
                    Language language) {
    const Stat& value = row.values.at(contrast);
    if (std::isnan(value.mean)) return "-";
    std::string number = row.name.ends_with("_deadweight") ? percent_text(value.mean, language)
                                                           : difference_text(value, language);
    const Group worst = table.worst_group.at(contrast);
    if (row.name != "worst_group_gain" || worst == Group::count) return number;
    return fmt::format("{} ({})", number, in_language(language, text_en(worst), text_it(worst)));
}

std::string table_text(const ProgrammeTable& table, Language language, const Layout& layout) {
    const std::string_view minus = in_language(language, "minus", "meno");
    TextTable text({table.study,
                    fmt::format("{} {} {}", table.programme, minus, table.usual),
                    fmt::format("{} {} {}", table.twin, minus, table.usual),
                    fmt::format("{} {} {}", table.programme, minus, table.twin)});
    for (const ProgrammeRow& row : table.rows) {
        if (is_silent(row)) continue;
        std::vector<std::string> cells{label_of(row, language)};
        for (std::size_t c = 0; c < row.values.size(); ++c) {
            cells.push_back(cell_of(table, row, c, language));
        }
        text.add(std::move(cells));
    }
    return text.text(layout);
}

Json row_json(const ProgrammeRow& row) {
    const auto at = [&](Against contrast) {
        return as_json(row.values.at(static_cast<std::size_t>(contrast)));
    };
    return {{"name", row.name},
            {"horizon_years", row.years == 0 ? Json(nullptr) : Json(row.years)},
            {"programme_minus_usual", at(Against::programme_usual)},
            {"twin_minus_usual", at(Against::twin_usual)},
            {"programme_minus_twin", at(Against::programme_twin)}};
}

Json group_json(Group group) { return group == Group::count ? Json(nullptr) : Json(name(group)); }

}  // namespace

std::string programme_tables_text(const std::vector<ProgrammeTable>& tables,
                                  Language language,
                                  const Layout& layout) {
    std::string text;
    for (const ProgrammeTable& table : tables) {
        text += layout.heading(table.programme) + "\n" + table_text(table, language, layout) + "\n";
    }
    return text +
           paragraph(
               in_language(
                   language,
                   "Paired differences with half of their 95 % interval; ~ cannot be told apart "
                   "from zero; - not defined. Money and autonomy-years are discounted. GROSS "
                   "compares people served with themselves under services as usual; NET counts "
                   "all residents of the study, served or not; what ordinary applicants lose is "
                   "the line "
                   "of job-months others lose, and is in the money. A null twin plans the same "
                   "outlay in "
                   "standard bundles and spends what finds use.",
                   "Differenze appaiate con metà del loro intervallo al 95 %; ~ non si distingue "
                   "da zero; - non definito. Importi e anni di autonomia attualizzati. LORDO: chi "
                   "è servito rispetto a sé stesso con i servizi di consueto; NETTO: tutti i "
                   "residenti dello "
                   "studio, serviti o no; ciò che perdono i candidati comuni è la riga dei mesi di "
                   "lavoro persi "
                   "da altri, ed è negli importi. Un gemello nullo prevede la stessa spesa in "
                   "pacchetti ordinari e spende ciò che trova impiego."),
               layout.width);
}

Json programme_tables_json(const std::vector<ProgrammeTable>& tables) {
    Json all = Json::array();
    for (const ProgrammeTable& table : tables) {
        Json rows = Json::array();
        for (const ProgrammeRow& row : table.rows) rows.push_back(row_json(row));
        all.push_back({{"study", table.study},
                       {"programme", table.programme},
                       {"null_twin", table.twin},
                       {"base", table.usual},
                       {"worst_group",
                        {{"programme_minus_usual", group_json(table.worst_group[0])},
                         {"twin_minus_usual", group_json(table.worst_group[1])},
                         {"programme_minus_twin", group_json(table.worst_group[2])}}},
                       {"rows", rows}});
    }
    return all;
}

}  // namespace cantiere
