#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"

namespace cantiere {
namespace {

bool is_null_twin_of_one(const Comparison& comparison, const ScenarioComparison& scenario) {
    for (const ScenarioComparison& programme : comparison.scenarios) {
        if (programme.twin == scenario.id) return true;
    }
    return false;
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

}  // namespace

std::string overview_text(const std::vector<Comparison>& comparisons,
                          Language language,
                          const Layout& layout) {
    const bool several = comparisons.size() > 1;
    const auto told = [&](Phrase which) { return std::string(phrase(which, language)); };
    // Of several studies what is spent, of one what an exit costs: the width takes one of the two.
    std::vector<std::string> titles{told(Phrase::overview_scenario)};
    if (several) titles.push_back(told(Phrase::overview_services));
    for (const Phrase title :
         {Phrase::overview_cost, Phrase::stable_exits, Phrase::autonomy_years}) {
        titles.push_back(told(title));
    }
    if (!several) titles.push_back(told(Phrase::overview_unit));
    TextTable table(titles);
    for (const Comparison& comparison : comparisons) {
        for (const ScenarioComparison& scenario : comparison.scenarios) {
            const bool in_pair =
                !scenario.twin.empty() || is_null_twin_of_one(comparison, scenario);
            if (scenario.is_base || (several && !in_pair)) continue;
            const auto change = [&](std::string_view variable) {
                return difference_text(outcome_of(scenario, variable).difference, language);
            };
            std::vector<std::string> cells{scenario.id};
            if (several) cells.push_back(change("programme_cost"));
            for (const char* variable : {"net_cost_public", "stable_exits", "autonomy_years"}) {
                cells.push_back(change(variable));
            }
            if (!several) cells.push_back(per_stable_exit(scenario, language));
            table.add(cells);
        }
    }
    if (table.empty()) return "";
    std::string legend = told(Phrase::overview_legend) + " ";
    legend += told(several ? Phrase::overview_services_legend : Phrase::overview_unit_legend);
    const Phrase heading = several ? Phrase::overview_all : Phrase::overview_heading;
    return layout.style.bold(phrase(heading, language)) + "\n" + table.text(layout) +
           paragraph(legend, layout.width, 2);
}

}  // namespace cantiere
