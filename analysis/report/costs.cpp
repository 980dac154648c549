#include <algorithm>
#include <cmath>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/figure_data.h"
#include "analysis/report/questions.h"
#include "analysis/report/sections.h"
#include "model/names.h"

namespace cantiere {
namespace {

std::vector<Payer> payers_that_change(const std::vector<const ScenarioComparison*>& scenarios) {
    std::vector<Payer> payers;
    for (const Payer payer : members<Payer>()) {
        const bool changes = std::ranges::any_of(scenarios, [&](const auto* one) {
            return !is_exactly_zero(Findings::cost_change(*one, payer));
        });
        if (changes) payers.push_back(payer);
    }
    return payers;
}

ReportTable change_table(const Findings& f,
                         const std::vector<const ScenarioComparison*>& scenarios,
                         const std::vector<Payer>& payers) {
    ReportTable table;
    table.caption = f.say("Cost by payer, more than with {}, EUR discounted",
                          "Costo per pagatore, più che con {}, euro scontati",
                          f.base_words());
    table.header = {std::string(f.in("Payer", "Pagatore"))};
    for (const auto* const one : scenarios) table.header.push_back(f.title_of(*one));
    for (const Payer payer : payers) {
        std::vector<std::string> row{f.payer_name(payer)};
        for (const auto* const one : scenarios) {
            row.push_back(f.cost(*one, payer));
        }
        table.rows.push_back(std::move(row));
    }
    std::vector<std::string> sum{std::string(f.in("= net public cost", "= costo pubblico netto"))};
    for (const auto* const one : scenarios) sum.push_back(f.difference(*one, "net_cost_public"));
    table.sums.push_back(table.rows.size());
    table.rows.push_back(std::move(sum));
    return table;
}

ReportFigure change_figure(const Findings& f,
                           const std::vector<const ScenarioComparison*>& scenarios) {
    const std::vector<Payer> payers = payers_that_change(scenarios);
    const ScenarioComparison& p = *scenarios.front();
    FigureJson data = figure_data(f,
                                  "cost-change",
                                  f.say("Net public cost {} EUR: who pays and who saves",
                                        "Costo pubblico netto {} euro: chi paga e chi risparmia",
                                        f.difference(p, "net_cost_public")));
    data["unit"] = "EUR";
    data["scenarios"] = FigureJson::array();
    for (const auto* const one : scenarios) data["scenarios"].push_back(scenario_json(f, *one));
    data["payers"] = FigureJson::array();
    for (const Payer payer : payers) {
        FigureJson values = FigureJson::array();
        for (const auto* const one : scenarios)
            values.push_back(estimate_json(Findings::cost_change(*one, payer)));
        data["payers"].push_back(
            {{"id", name(payer)}, {"name", f.payer_name(payer)}, {"values", values}});
    }
    FigureJson totals = FigureJson::array();
    for (const auto* const one : scenarios) {
        totals.push_back(estimate_json(outcome_of(*one, "net_cost_public").difference));
    }
    data["total"] = {{"name", f.in("net public cost", "costo pubblico netto")}, {"values", totals}};
    return figure_of(f, "costs", std::move(data), change_table(f, scenarios, payers));
}

std::vector<int> calendar_years(const Findings& f, std::size_t count) {
    std::vector<int> years;
    for (std::size_t i = 0; i < count; ++i) {
        years.push_back(f.header().start.year + static_cast<int>(i));
    }
    return years;
}

ReportTable cumulative_table(const Findings& f,
                             const std::vector<const ScenarioComparison*>& scenarios,
                             const std::vector<int>& years) {
    ReportTable table;
    table.caption =
        f.say("Net public cost so far, more than with {}, EUR of each year, undiscounted",
              "Costo pubblico netto cumulato, più che con {}, euro di ogni anno, non scontati",
              f.base_words());
    table.header = {std::string(f.in("By the end of", "Alla fine del"))};
    for (const auto* const one : scenarios) table.header.push_back(f.title_of(*one));
    for (std::size_t year = 0; year < years.size(); ++year) {
        std::vector<std::string> row{fmt::format("{}", years[year])};
        for (const auto* const one : scenarios) {
            row.push_back(difference_fact(f.of(*one, fmt::format("cumulative.{}", years[year])),
                                          f.finance_of(one->id)->budget.cumulative[year],
                                          f.language));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureJson curve_of(const Findings& f, const ScenarioComparison& scenario) {
    FigureJson curve = scenario_json(f, scenario);
    for (const char* const part : {"mean", "low", "high"}) curve[part] = FigureJson::array();
    for (const Stat& year : f.finance_of(scenario.id)->budget.cumulative) {
        curve["mean"].push_back(number_or_null(year.mean));
        curve["low"].push_back(number_or_null(year.low));
        curve["high"].push_back(number_or_null(year.high));
    }
    return curve;
}

std::string break_even_title(const Findings& f, const ScenarioComparison& p) {
    return money_back_text(f, p, f.finance_of(p.id)->budget) +
           std::string(f.in(", nothing discounted", ", senza sconto"));
}

ReportFigure cumulative_figure(const Findings& f,
                               const std::vector<const ScenarioComparison*>& scenarios) {
    const std::vector<int> years =
        calendar_years(f, f.finance_of(scenarios.front()->id)->budget.cumulative.size());
    FigureJson data = figure_data(f, "cumulative", break_even_title(f, *scenarios.front()));
    data["x"] = {{"name", f.in("year", "anno")}, {"of", "year"}, {"values", years}};
    data["y_name"] = f.in("net public cost so far", "costo pubblico netto cumulato");
    data["unit"] = "EUR";
    data["series"] = FigureJson::array();
    for (const auto* const one : scenarios) data["series"].push_back(curve_of(f, *one));
    return figure_of(f, "cumulative", std::move(data), cumulative_table(f, scenarios, years));
}

/// Savings at average cost hold money that nobody can spend: told beside those at marginal cost.
Paragraph cashable(const Findings& f, const ScenarioComparison& p) {
    const bool saves_more_on_average = outcome_of(p, "net_cost_public_average").difference.mean <
                                       outcome_of(p, "net_cost_public").difference.mean;
    return Paragraph{f.say(
        "At marginal cost, what is really spent or not spent, the net public cost is {} EUR; at "
        "average cost, where a place in detention or refuge counts in full, {} EUR. {}",
        "Al costo marginale, quello che davvero si spende o non si spende, il costo pubblico netto "
        "è {} euro; al costo medio, dove un posto in detenzione o rifugio conta per intero, {} "
        "euro. {}",
        f.difference(p, "net_cost_public"),
        f.difference(p, "net_cost_public_average"),
        saves_more_on_average
            ? f.in("The difference between the two is money that nobody can cash.",
                   "La differenza fra i due è denaro che nessuno può incassare.")
            : f.in("On average it saves no more: there is nothing that cannot be cashed.",
                   "In media non fa risparmiare di più: non c'è nulla che non si incassi."))};
}

}  // namespace

std::vector<ReportBlock> cost_blocks(const Findings& f) {
    const std::vector<const ScenarioComparison*> scenarios = compared_scenarios(f);
    if (scenarios.empty()) return {};
    return {change_figure(f, scenarios),
            cashable(f, *scenarios.front()),
            cumulative_figure(f, scenarios)};
}

}  // namespace cantiere
