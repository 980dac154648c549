#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/figure_data.h"
#include "analysis/report/sections.h"
#include "analysis/report/value_curves.h"

namespace cantiere {
namespace {

/// Draw by draw, a strategy minus the base.
struct Increments {
    std::vector<double> cost, effect;
};

std::vector<double> minus(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> result(a.size());
    std::ranges::transform(a, b, result.begin(), std::minus<>());
    return result;
}

const Strategy& base_of(const Findings& f) {
    const auto& all = f.decision.samples.strategies;
    const auto found = std::ranges::find(all, f.comparison.base, &Strategy::id);
    return found == all.end() ? all.front() : *found;
}

Increments increments_of(const Findings& f, const Strategy& strategy) {
    const Strategy& base = base_of(f);
    return {minus(strategy.cost, base.cost), minus(strategy.effect, base.effect)};
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double covariance(const std::vector<double>& a, const std::vector<double>& b) {
    const double mean_a = mean_of(a);
    const double mean_b = mean_of(b);
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
    return sum / static_cast<double>(a.size() - 1);
}

Stat stat_of_draws(const std::vector<double>& values) {
    return stat_of({values.size(), 1, values});
}

std::string status_word(const Findings& f, const IncrementalRow& row) {
    switch (row.status) {
        case Dominance::none:
            return std::string(f.in("worth considering", "da considerare"));
        case Dominance::extended:
            return std::string(f.in("a mix of two others does more for less",
                                    "un misto di altre due dà di più per meno"));
        default:
            return std::string(f.in("another one does no less and costs no more",
                                    "un'altra non dà di meno e non costa di più"));
    }
}

/// What a further autonomy-year costs along the frontier; words where a ratio would mislead.
std::string step_text(const Findings& f, const IncrementalRow& row) {
    if (row.status != Dominance::none) return "-";
    if (!std::isfinite(row.icer)) return std::string(f.in("the cheapest", "la meno cara"));
    const std::string& id = f.decision.samples.strategies[row.strategy].id;
    Stat rounded;
    rounded.mean = row.icer;
    return fact(fmt::format("{}/{}:icer", f.header().study, id),
                row.icer,
                mean_text(rounded, f.language));
}

ReportTable frontier_table(const Findings& f) {
    ReportTable table;
    table.caption = std::string(f.in("Which options are worth considering, the cheapest first",
                                     "Quali opzioni sono da considerare, dalla meno cara"));
    table.header = {
        std::string(f.in("Option", "Opzione")),
        std::string(
            f.in("net public cost over the base, EUR", "costo pubblico netto oltre la base, euro")),
        std::string(f.in("autonomy-years over the base", "anni di autonomia oltre la base")),
        std::string(
            f.in("EUR for each further autonomy-year", "euro per ogni altro anno di autonomia")),
        std::string(f.in("which is", "cioè"))};
    table.words = {4};
    for (const IncrementalRow& row : f.evaluation.rows) {
        const Strategy& strategy = f.decision.samples.strategies[row.strategy];
        const Increments over_base = increments_of(f, strategy);
        const auto of = [&](std::string_view what) {
            return fmt::format("{}/{}:{}", f.header().study, strategy.id, what);
        };
        table.rows.push_back({f.name_of(strategy.id),
                              difference_fact(of("net_cost_public:difference"),
                                              stat_of_draws(over_base.cost),
                                              f.language),
                              difference_fact(of("autonomy_years:difference"),
                                              stat_of_draws(over_base.effect),
                                              f.language),
                              step_text(f, row),
                              status_word(f, row)});
    }
    return table;
}

FigureJson strategy_json(const Findings& f, const IncrementalRow& row) {
    const Strategy& strategy = f.decision.samples.strategies[row.strategy];
    const Increments over_base = increments_of(f, strategy);
    FigureJson json{{"id", strategy.id},
                    {"name", f.name_of(strategy.id)},
                    {"base", strategy.id == f.comparison.base},
                    {"effect", estimate_json(stat_of_draws(over_base.effect))},
                    {"cost", estimate_json(stat_of_draws(over_base.cost))},
                    {"status", abbreviation(row.status)}};
    if (strategy.cost.size() > 2 && strategy.id != f.comparison.base) {
        json["covariance"] = {{"effect", covariance(over_base.effect, over_base.effect)},
                              {"cost", covariance(over_base.cost, over_base.cost)},
                              {"both", covariance(over_base.effect, over_base.cost)}};
    }
    return json;
}

/// What the programme costs and does, beyond the base.
std::string plane_title(const Findings& f) {
    const ScenarioComparison* const p = f.programme();
    if (p == nullptr || p->base != f.comparison.base) {
        return std::string(f.in("What each option costs and does, beyond the base",
                                "Quanto costa e quanto dà ogni opzione, oltre la base"));
    }
    return f.say("{}: {} EUR of net public cost for {} autonomy-years, beyond the base",
                 "{}: {} euro di costo pubblico netto per {} anni di autonomia, oltre la base",
                 f.title_of(*p),
                 f.difference(*p, "net_cost_public"),
                 f.difference(*p, "autonomy_years"));
}

/// Those of the other figures first, so that each keeps its colour; then the rest of the frontier.
std::vector<const IncrementalRow*> rows_drawn(const Findings& f) {
    std::vector<const IncrementalRow*> drawn;
    const std::vector<std::size_t> shown = strategies_shown(f);
    for (const std::size_t strategy : shown) {
        drawn.push_back(
            &*std::ranges::find(f.evaluation.rows, strategy, &IncrementalRow::strategy));
    }
    for (const IncrementalRow& row : f.evaluation.rows) {
        const bool is_drawn = std::ranges::find(shown, row.strategy) != shown.end();
        if (row.status == Dominance::none && !is_drawn) drawn.push_back(&row);
    }
    return drawn;
}

ReportFigure plane_figure(const Findings& f) {
    FigureJson data = figure_data(f, "plane", plane_title(f));
    data["cost_name"] = f.in("net public cost over the base", "costo pubblico netto oltre la base");
    data["effect_name"] = f.in("effect over the base", "effetto oltre la base");
    data["effect_unit"] = f.in("autonomy-years", "anni di autonomia");
    data["wtp"] = f.comparison.wtp;
    data["ellipse"] = f.in("95 % of the draws", "95 % delle estrazioni");
    data["strategies"] = FigureJson::array();
    for (const IncrementalRow* const row : rows_drawn(f)) {
        data["strategies"].push_back(strategy_json(f, *row));
    }
    return figure_of(f, "plane", std::move(data), frontier_table(f));
}

}  // namespace

std::vector<ReportBlock> value_blocks(const Findings& f) {
    if (f.decision.samples.strategies.size() < 2) return {};
    std::vector<ReportBlock> blocks{Paragraph{best_sentence(f) + "."}, plane_figure(f)};
    if (f.header().draws > 1) {
        blocks.emplace_back(loss_figure(f));
        blocks.emplace_back(acceptability_figure(f));
        blocks.emplace_back(regret_figure(f));
    }
    blocks.emplace_back(Remark{std::string(
        f.in("The chance to be the best does not say what is lost where it is not: read it beside "
             "the expected loss. Where an option saves and does more there is no cost of an "
             "autonomy-year, and none is told.",
             "La probabilità di essere la migliore non dice quanto si perde dove non lo è: va "
             "letta accanto alla perdita attesa. Dove un'opzione fa risparmiare e dà di più un "
             "costo per anno di autonomia non c'è, e non si dice."))});
    return blocks;
}

}  // namespace cantiere
