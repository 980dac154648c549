#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/comparison_text.h"
#include "analysis/number_text.h"
#include "analysis/texts.h"

namespace cantiere {
namespace {

Phrase title_of(BreakdownBy by) {
    switch (by) {
        case BreakdownBy::group:
            return Phrase::by_group;
        case BreakdownBy::payer:
            return Phrase::by_payer;
        case BreakdownBy::municipality:
            return Phrase::by_municipality;
        case BreakdownBy::year:
            break;
    }
    return Phrase::by_year;
}

/// Columns shown as levels: their difference from the base says nothing.
bool is_level(std::string_view column) {
    return column == "gainers" || column == "losers" || column.starts_with("residents");
}

std::string column_title(std::string_view column, Language language) {
    static const std::map<std::string_view, Phrase> titles{
        {"residents_by_group", Phrase::residents},
        {"starts_by_group", Phrase::starts},
        {"stable_exits_by_group", Phrase::stable_exits},
        {"wait_by_group", Phrase::wait_months},
        {"autonomy_years_by_group", Phrase::autonomy_years},
        {"cost_by_group", Phrase::public_cost},
        {"gainers", Phrase::gainers},
        {"losers", Phrase::losers},
        {"residents_by_municipality", Phrase::residents},
        {"starts_by_municipality", Phrase::starts},
        {"autonomy_years_by_municipality", Phrase::autonomy_years},
        {"cost_by_municipality", Phrase::public_cost},
        {"cost", Phrase::cost}};
    if (const auto found = titles.find(column); found != titles.end()) {
        return std::string(phrase(found->second, language));
    }
    if (const std::optional<Payer> payer = parse<Payer>(column)) {
        return std::string(in_language(language, text_en(*payer), text_it(*payer)));
    }
    return std::string(column);
}

std::string cell_text(const BreakdownCell& cell, std::string_view column, Language language) {
    if (cell.suppressed) {
        return std::string(phrase(Phrase::fewer_than_five, language));
    }
    if (column == "gainers" || column == "losers") {
        return std::isnan(cell.level.mean) ? "-" : percent_text(cell.level.mean, language);
    }
    return is_level(column) ? mean_text(cell.level, language)
                            : difference_text(cell.difference, language);
}

/// Leaves out columns that are zero everywhere, as payers who pay nothing.
std::vector<std::size_t> columns_shown(const Breakdown& breakdown,
                                       const ScenarioBreakdown& scenario) {
    std::vector<std::size_t> shown;
    for (std::size_t column = 0; column < breakdown.columns.size(); ++column) {
        const bool something =
            std::any_of(scenario.rows.begin(), scenario.rows.end(), [&](const BreakdownRow& row) {
                const BreakdownCell& cell = row.cells[column];
                return cell.level.mean != 0.0 || cell.difference.mean != 0.0;
            });
        if (something) {
            shown.push_back(column);
        }
    }
    return shown;
}

std::string table_text(const Breakdown& breakdown,
                       const ScenarioBreakdown& scenario,
                       Language language,
                       const Layout& layout) {
    const std::vector<std::size_t> shown = columns_shown(breakdown, scenario);
    std::vector<std::string> header{""};
    for (const std::size_t column : shown) {
        header.push_back(column_title(breakdown.columns[column], language));
    }
    TextTable table(std::move(header));
    for (const BreakdownRow& row : scenario.rows) {
        std::vector<std::string> cells{
            std::string(in_language(language, row.text_en, row.text_it))};
        for (const std::size_t column : shown) {
            cells.push_back(cell_text(row.cells[column], breakdown.columns[column], language));
        }
        table.add(std::move(cells));
    }
    return table.text(layout);
}

bool has_suppressed(const ScenarioBreakdown& scenario) {
    for (const BreakdownRow& row : scenario.rows) {
        for (const BreakdownCell& cell : row.cells) {
            if (cell.suppressed) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

std::string breakdown_text(const Breakdown& breakdown, Language language, const Layout& layout) {
    std::string text = layout.style.bold(phrase(title_of(breakdown.by), language)) + "\n";
    text += paragraph(phrase(Phrase::change_from_base, language), layout.width);
    if (breakdown.by == BreakdownBy::group) {
        text += paragraph(phrase(Phrase::levels_of_groups, language), layout.width);
        text += paragraph(phrase(Phrase::groups_overlap, language), layout.width);
    }
    if (breakdown.by == BreakdownBy::municipality) {
        text += paragraph(phrase(Phrase::levels_of_places, language), layout.width);
    }
    const bool of_people =
        breakdown.by == BreakdownBy::group || breakdown.by == BreakdownBy::municipality;
    if (of_people && !std::holds_alternative<PublicPayers>(breakdown.perspective)) {
        text += paragraph(phrase(Phrase::public_cost_only, language), layout.width);
    }
    if (breakdown.by == BreakdownBy::year) {
        text += paragraph(phrase(Phrase::undiscounted, language), layout.width);
    }
    for (const ScenarioBreakdown& scenario : breakdown.scenarios) {
        if (scenario.scenario == scenario.base) {
            continue;
        }
        text += "\n" +
                layout.style.bold(
                    say(Phrase::scenario_heading, language, scenario.scenario, scenario.base)) +
                "\n" + table_text(breakdown, scenario, language, layout);
        if (breakdown.by == BreakdownBy::group && scenario.base != scenario.own_base) {
            text += paragraph(phrase(Phrase::by_person_note, language), layout.width, 2);
        }
        if (has_suppressed(scenario)) {
            text += paragraph(phrase(Phrase::suppressed_note, language), layout.width, 2);
        }
    }
    return text;
}

}  // namespace cantiere
