#include <algorithm>
#include <cmath>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/figure_data.h"
#include "analysis/report/sections.h"
#include "analysis/report/series.h"
#include "model/names.h"

namespace cantiere {
namespace {

/// Use of an instrument in one scenario, means over the months that have any.
struct InstrumentUse {
    double utilisation = no_value;  // share of its slots
    double waiting = no_value;      // people
};

InstrumentUse use_of(const Findings& f, const ScenarioComparison& scenario, Instrument instrument) {
    const auto place = static_cast<std::size_t>(instrument);
    return {mean_of_known(monthly_means(f.results, Variable::utilisation, scenario.index, place)),
            mean_of_known(monthly_means(f.results, Variable::queue_length, scenario.index, place))};
}

struct InstrumentRow {
    Instrument instrument = Instrument::count;
    std::vector<InstrumentUse> uses;  // by main scenario
};

std::vector<InstrumentRow> instruments_in_use(const Findings& f) {
    std::vector<InstrumentRow> rows;
    for (const Instrument instrument : members<Instrument>()) {
        InstrumentRow row{instrument, {}};
        for (const auto* const one : main_scenarios(f)) {
            row.uses.push_back(use_of(f, *one, instrument));
        }
        const bool used = std::ranges::any_of(row.uses, [](const InstrumentUse& use) {
            return use.utilisation > 0.0 || use.waiting > 0.0;
        });
        if (used) rows.push_back(std::move(row));
    }
    return rows;
}

std::string instrument_name(const Findings& f, Instrument instrument) {
    return std::string(f.in(text_en(instrument), text_it(instrument)));
}

ReportTable use_table(const Findings& f, const std::vector<InstrumentRow>& rows) {
    ReportTable table;
    table.caption =
        std::string(f.in("Share of places in use, and people waiting, means of all "
                         "months",
                         "Quota di posti occupati, e persone in attesa, medie di tutti "
                         "i mesi"));
    table.header = {std::string(f.in("Instrument", "Strumento"))};
    const auto scenarios = main_scenarios(f);
    for (const auto* const one : scenarios) {
        table.header.push_back(f.say("{}: in use", "{}: in uso", f.title_of(*one)));
        table.header.push_back(f.say("{}: waiting", "{}: in attesa", f.title_of(*one)));
    }
    for (const InstrumentRow& row : rows) {
        std::vector<std::string> cells{instrument_name(f, row.instrument)};
        for (std::size_t s = 0; s < scenarios.size(); ++s) {
            const std::string id(name(row.instrument));
            const InstrumentUse& use = row.uses[s];
            cells.push_back(
                share_fact(f.of(*scenarios[s], "utilisation." + id), use.utilisation, f.language));
            cells.push_back(fact(f.of(*scenarios[s], "queue_length." + id),
                                 use.waiting,
                                 number_text(use.waiting, use.waiting < 10.0 ? 1 : 0, f.language)));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// Where the programme leaves most people waiting.
std::string bottleneck_title(const Findings& f, const std::vector<InstrumentRow>& rows) {
    const std::size_t of = std::min<std::size_t>(1, main_scenarios(f).size() - 1);
    const auto longest = std::ranges::max_element(rows, {}, [&](const InstrumentRow& row) {
        return std::isnan(row.uses[of].waiting) ? 0.0 : row.uses[of].waiting;
    });
    return f.say("The longest queue is for: {}, {} people on average with {}",
                 "La coda più lunga è per: {}, {} persone in media con {}",
                 instrument_name(f, longest->instrument),
                 fact(f.of(*main_scenarios(f)[of],
                           fmt::format("queue_length.{}", name(longest->instrument))),
                      longest->uses[of].waiting,
                      number_text(longest->uses[of].waiting, 0, f.language)),
                 f.title_of(*main_scenarios(f)[of]));
}

ReportFigure use_figure(const Findings& f, const std::vector<InstrumentRow>& rows) {
    FigureJson data = figure_data(f, "utilisation", bottleneck_title(f, rows));
    data["scenarios"] = FigureJson::array();
    for (const auto* const one : main_scenarios(f)) {
        data["scenarios"].push_back(scenario_json(f, *one));
    }
    data["instruments"] = FigureJson::array();
    for (const InstrumentRow& row : rows) {
        FigureJson values = FigureJson::array();
        FigureJson waiting = FigureJson::array();
        for (const InstrumentUse& use : row.uses) {
            values.push_back({{"mean", number_or_null(use.utilisation)}});
            waiting.push_back({{"mean", number_or_null(use.waiting)}});
        }
        data["instruments"].push_back({{"id", name(row.instrument)},
                                       {"name", instrument_name(f, row.instrument)},
                                       {"values", values},
                                       {"waiting", waiting}});
    }
    return figure_of(f, "utilisation", std::move(data), use_table(f, rows));
}

/// The budget year by year: what each payer pays more, undiscounted.
ReportTable budget_table(const Findings& f, const ScenarioComparison& p) {
    const BudgetYears& budget = f.finance_of(p.id)->budget;
    ReportTable table;
    table.caption = f.say("Budget of {}: more than with {}, EUR of each year, undiscounted",
                          "Bilancio di {}: più che con {}, euro di ogni anno, non scontati",
                          f.title_of(p),
                          f.base_words());
    table.header = {std::string(f.in("Year", "Anno"))};
    std::vector<Payer> payers;
    for (const Payer payer : members<Payer>()) {
        const auto& years = budget.by_payer[static_cast<std::size_t>(payer)];
        if (std::ranges::all_of(years, is_exactly_zero)) continue;
        payers.push_back(payer);
        table.header.emplace_back(f.in(text_en(payer), text_it(payer)));
    }
    table.header.emplace_back(f.in("= public payers", "= settore pubblico"));
    for (std::size_t year = 0; year < budget.public_cost.size(); ++year) {
        const int calendar = f.header().start.year + static_cast<int>(year);
        const auto of = [&](std::string_view who) {
            return f.of(p, fmt::format("budget.{}.{}", who, calendar));
        };
        std::vector<std::string> row{fmt::format("{}", calendar)};
        for (const Payer payer : payers) {
            row.push_back(difference_fact(of(name(payer)),
                                          budget.by_payer[static_cast<std::size_t>(payer)][year],
                                          f.language));
        }
        row.push_back(difference_fact(of("public"), budget.public_cost[year], f.language));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

std::vector<ReportBlock> implementation_blocks(const Findings& f) {
    const ScenarioComparison* const p = f.programme();
    if (p == nullptr) return {};
    std::vector<ReportBlock> blocks;
    const std::vector<InstrumentRow> rows = instruments_in_use(f);
    if (!rows.empty()) blocks.emplace_back(use_figure(f, rows));
    if (f.finance_of(p->id) != nullptr) blocks.emplace_back(budget_table(f, *p));
    return blocks;
}

}  // namespace cantiere
