#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"

namespace cantiere {
namespace {

bool is_null_twin_of_one(const Comparison& comparison, const ScenarioComparison& scenario) {
    return std::ranges::any_of(comparison.scenarios, [&](const ScenarioComparison& programme) {
        return programme.twin == scenario.id;
    });
}

std::string per_stable_exit(const ScenarioComparison& scenario, Language language) {
    for (const CostPerUnit& one : scenario.costs_per_unit) {
        const bool wanted = one.cost == "net_cost_public" && one.outcome == "stable_exits";
        if (!wanted || std::isnan(one.ratio.mean) || one.ratio.mean == 0.0) continue;
        if (one.saves) return saves_text(one, language);
        if (outcome_of(scenario, one.outcome).difference.mean <= 0.0) break;
        return fmt::format("{}{}",
                           is_apart_from_zero(one.ratio) ? "" : "~",
                           signed_mean_text(one.ratio, language));
    }
    return std::string(phrase(Phrase::no_ratio, language));
}

/// Of several studies what is spent, of one what an exit costs: the width takes one of the two.
enum class Overview : std::uint8_t { of_one, of_several };

TextTable empty_table(Overview of, Language language) {
    std::vector<Phrase> titles{Phrase::overview_scenario};
    if (of == Overview::of_several) titles.push_back(Phrase::overview_services);
    titles.insert(titles.end(),
                  {Phrase::overview_cost, Phrase::stable_exits, Phrase::autonomy_years});
    if (of == Overview::of_one) titles.push_back(Phrase::overview_unit);
    std::vector<std::string> header;
    for (const Phrase title : titles) header.emplace_back(phrase(title, language));
    return TextTable(std::move(header));
}

std::vector<std::string> overview_cells(const ScenarioComparison& scenario,
                                        Overview of,
                                        Language language) {
    std::vector<std::string_view> variables{"net_cost_public", "stable_exits", "autonomy_years"};
    if (of == Overview::of_several) variables.insert(variables.begin(), "programme_cost");
    std::vector<std::string> cells{scenario.id};
    for (const std::string_view variable : variables) {
        cells.push_back(difference_text(outcome_of(scenario, variable).difference, language));
    }
    if (of == Overview::of_one) cells.push_back(per_stable_exit(scenario, language));
    return cells;
}

bool is_in_overview(const Comparison& comparison, const ScenarioComparison& scenario, Overview of) {
    if (scenario.is_base) return false;
    return of == Overview::of_one || !scenario.twin.empty() ||
           is_null_twin_of_one(comparison, scenario);
}

std::string paragraph_or_nothing(const std::string& text, const Layout& layout) {
    return text.empty() ? "" : paragraph(text, layout.width, 2);
}

/// Tells whether an outcome asked for is left out, since it is counted against another base.
bool leaves_out_by_person(const std::vector<Comparison>& comparisons,
                          const std::vector<std::string>& outcomes) {
    const bool counted = std::ranges::any_of(outcomes, [](const std::string& outcome) {
        const std::optional<Variable> variable = find_variable(outcome);
        return variable && is_counted_by_person(*variable);
    });
    return counted && std::ranges::any_of(comparisons, [](const Comparison& comparison) {
               return std::ranges::any_of(comparison.scenarios, [](const auto& scenario) {
                   return !scenario.is_base && scenario.base != scenario.gross_base;
               });
           });
}

/// The first note of comparisons that share their options.
std::string note_of(const std::vector<Comparison>& comparisons, Language language) {
    return comparisons.empty() ? "" : perspective_note(comparisons.front(), language);
}

}  // namespace

std::string perspective_note(const Comparison& comparison, Language language) {
    if (std::holds_alternative<PublicPayers>(comparison.perspective)) return "";
    return std::string(in_language(
        language,
        "The perspective decides net benefit, the chances and the ranking; net public cost, the "
        "costs per additional unit and the overview are the public payers' whatever it is.",
        "La prospettiva decide beneficio netto, probabilità e graduatoria; costo pubblico netto, "
        "costi per unità in più e riepilogo sono degli enti pubblici qualunque essa sia."));
}

std::string overview_text(const std::vector<Comparison>& comparisons,
                          Language language,
                          const Layout& layout) {
    const Overview of = comparisons.size() > 1 ? Overview::of_several : Overview::of_one;
    TextTable table = empty_table(of, language);
    for (const Comparison& comparison : comparisons) {
        for (const ScenarioComparison& scenario : comparison.scenarios) {
            if (!is_in_overview(comparison, scenario, of)) continue;
            table.add(overview_cells(scenario, of, language));
        }
    }
    if (table.empty()) return "";
    const bool several = of == Overview::of_several;
    const auto told = [&](Phrase which) { return std::string(phrase(which, language)); };
    const std::string legend = fmt::format(
        "{} {}",
        told(Phrase::overview_legend),
        told(several ? Phrase::overview_services_legend : Phrase::overview_unit_legend));
    const Phrase heading = several ? Phrase::overview_all : Phrase::overview_heading;
    return layout.style.bold(phrase(heading, language)) + "\n" + table.text(layout) +
           paragraph(legend, layout.width, 2) +
           paragraph_or_nothing(note_of(comparisons, language), layout);
}

std::string outcomes_text(const std::vector<Comparison>& comparisons,
                          const std::vector<std::string>& outcomes,
                          Language language,
                          const Layout& layout) {
    std::vector<std::string> header{std::string(phrase(Phrase::overview_scenario, language))};
    header.insert(header.end(), outcomes.begin(), outcomes.end());
    TextTable table(std::move(header));
    for (const Comparison& comparison : comparisons) {
        for (const ScenarioComparison& scenario : comparison.scenarios) {
            if (scenario.is_base) continue;
            std::vector<std::string> cells{scenario.id};
            for (const std::string& outcome : outcomes) {
                cells.push_back(
                    difference_text(outcome_of(scenario, outcome).difference, language));
            }
            table.add(std::move(cells));
        }
    }
    const bool leaves_out = leaves_out_by_person(comparisons, outcomes);
    return layout.heading(phrase(Phrase::overview_heading, language)) + "\n" + table.text(layout) +
           paragraph(phrase(Phrase::overview_legend, language), layout.width, 2) +
           (leaves_out ? paragraph(phrase(Phrase::by_person_note, language), layout.width, 2) : "");
}

}  // namespace cantiere
