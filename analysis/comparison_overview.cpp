#include <cmath>

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
    TextTable table({told(Phrase::overview_scenario),
                     told(Phrase::overview_cost),
                     told(Phrase::stable_exits),
                     told(Phrase::autonomy_years),
                     told(Phrase::overview_unit)});
    for (const Comparison& comparison : comparisons) {
        for (const ScenarioComparison& scenario : comparison.scenarios) {
            const bool in_pair =
                !scenario.twin.empty() || is_null_twin_of_one(comparison, scenario);
            if (scenario.is_base || (several && !in_pair)) continue;
            const auto change = [&](std::string_view variable) {
                return difference_text(outcome_of(scenario, variable).difference, language);
            };
            table.add({scenario.id,
                       change("net_cost_public"),
                       change("stable_exits"),
                       change("autonomy_years"),
                       per_stable_exit(scenario, language)});
        }
    }
    if (table.empty()) return "";
    const Phrase heading = several ? Phrase::overview_all : Phrase::overview_heading;
    return layout.style.bold(phrase(heading, language)) + "\n" + table.text(layout) +
           paragraph(phrase(Phrase::overview_legend, language), layout.width, 2);
}

}  // namespace cantiere
