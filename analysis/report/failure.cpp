#include <algorithm>

#include "analysis/comparison_sections.h"
#include "analysis/exploration/discovery_text.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/sections.h"

namespace cantiere {
namespace {

constexpr std::size_t fewest_draws = 20;      // fewer tell nothing of conditions
constexpr std::size_t fewest_of_a_kind = 10;  // draws that fail, and draws that do not

/// The numbers that differ between draws, a row a draw.
FactorTable varied_numbers(const ResultsHeader& header) {
    FactorTable table{{}, Rows(header.draws)};
    for (const ParameterEntry& parameter : header.parameters) {
        const auto [least, most] = std::ranges::minmax(parameter.values);
        if (least == most) continue;
        table.factors.push_back({parameter.name, {}});
        for (std::size_t draw = 0; draw < header.draws; ++draw) {
            table.rows[draw].push_back(parameter.values[draw]);
        }
    }
    return table;
}

}  // namespace

std::vector<ReportBlock> failure_blocks(const Findings& f) {
    const ScenarioComparison* const p = f.programme();
    if (p == nullptr || f.header().draws < fewest_draws) return {};
    const OutcomeComparison& benefit = outcome_of(*p, "net_benefit");
    if (is_exactly_zero(benefit.difference)) return {};
    std::vector<bool> fails;
    for (const double draw : benefit.draw_differences) fails.push_back(draw < 0.0);
    const auto count = static_cast<std::size_t>(std::ranges::count(fails, true));
    std::vector<ReportBlock> blocks{Paragraph{
        f.say("It is not worth its cost in {} of {} draws.",
              "Non vale il suo costo in {} estrazioni su {}.",
              fact(f.of(*p, "failures"), static_cast<double>(count), fmt::format("{}", count)),
              fact(f.header().study + ":draws",
                   static_cast<double>(f.header().draws),
                   fmt::format("{}", f.header().draws)))}};
    const FactorTable numbers = varied_numbers(f.header());
    if (count == 0 || count == fails.size() || numbers.factors.empty()) return blocks;
    if (std::min(count, fails.size() - count) < fewest_of_a_kind) {
        blocks.emplace_back(Paragraph{std::string(
            f.in("Too few of a kind to look for conditions: what a handful of draws have in common "
                 "is luck.",
                 "Troppo poche di un tipo per cercare condizioni: quel che poche estrazioni hanno "
                 "in comune è sorte."))});
        return blocks;
    }
    const Discovery found =
        discover_cases(p->id + ":net_benefit < 0", numbers, fails, PrimSettings{});
    const auto told = discovery_json(found, f.language);
    BulletList conditions;
    for (const auto& box : told["boxes"]) {
        if (!box["limits"].empty()) conditions.items.push_back(box["sentence"].get<std::string>());
    }
    if (conditions.items.empty()) {
        blocks.emplace_back(Paragraph{f.say(
            "No condition on the {} numbers that vary tells these draws from the others: more "
            "draws "
            "would be needed, or luck decides.",
            "Nessuna condizione sui {} numeri che variano distingue queste estrazioni dalle altre: "
            "servirebbero più estrazioni, o decide la sorte.",
            numbers.factors.size())});
    } else {
        blocks.push_back(std::move(conditions));
    }
    return blocks;
}

}  // namespace cantiere
