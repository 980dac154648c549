#include <array>
#include <cmath>

#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/report/figure_data.h"
#include "analysis/report/value_curves.h"

namespace cantiere {
namespace {

struct RegretColumn {
    std::string_view id, english, italian;
    std::string_view short_en, short_it;  // over a column of a narrow chart
    double Regret::*value;
};

constexpr std::array<RegretColumn, 3> regret_columns{
    {{"max", "at most", "al massimo", "most", "massimo", &Regret::max},
     {"p90",
      "in one draw of ten more than",
      "in un'estrazione su dieci più di",
      "1 in 10",
      "1 su 10",
      &Regret::p90},
     {"mean", "on average", "in media", "mean", "media", &Regret::mean}}};

ReportTable regret_table(const Findings& f) {
    ReportTable table;
    table.caption = f.say("Regret at EUR {} an autonomy-year, EUR",
                          "Rimpianto a {} euro per anno di autonomia, euro",
                          f.wtp());
    table.header = {std::string(f.in("Option", "Opzione"))};
    for (const RegretColumn& column : regret_columns) {
        table.header.emplace_back(f.in(column.english, column.italian));
    }
    for (const std::size_t s : strategies_shown(f)) {
        const std::string& id = f.decision.samples.strategies[s].id;
        std::vector<std::string> row{f.name_of(id)};
        for (const RegretColumn& column : regret_columns) {
            const double eur = f.evaluation.regret[s].*column.value;
            row.push_back(fact(fmt::format("{}/{}:regret.{}", f.header().study, id, column.id),
                               eur,
                               eur_text(f, eur)));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// The option whose greatest regret is least.
std::string safest_title(const Findings& f) {
    std::size_t safest = 0;
    for (std::size_t s = 0; s < f.evaluation.regret.size(); ++s) {
        if (f.evaluation.regret[s].max < f.evaluation.regret[safest].max) safest = s;
    }
    const std::string& id = f.decision.samples.strategies[safest].id;
    return f.say("Least can go wrong with: {}, EUR {} at most against the best of any draw",
                 "Può andare meno male con: {}, al massimo {} euro in meno della migliore di "
                 "un'estrazione",
                 f.name_of(id),
                 fact(fmt::format("{}/{}:regret.max", f.header().study, id),
                      f.evaluation.regret[safest].max,
                      eur_text(f, f.evaluation.regret[safest].max)));
}

}  // namespace

ReportFigure regret_figure(const Findings& f) {
    FigureJson data = figure_data(f, "regret", safest_title(f));
    data["unit"] = "EUR";
    data["scenarios"] = FigureJson::array();
    data["columns"] = FigureJson::array();
    data["values"] = FigureJson::array();
    for (const RegretColumn& column : regret_columns) {
        data["columns"].push_back(
            {{"id", column.id}, {"name", f.in(column.short_en, column.short_it)}});
    }
    for (const std::size_t s : strategies_shown(f)) {
        const std::string& id = f.decision.samples.strategies[s].id;
        data["scenarios"].push_back(
            {{"id", id}, {"name", f.name_of(id)}, {"base", id == f.comparison.base}});
        FigureJson row = FigureJson::array();
        for (const RegretColumn& column : regret_columns) {
            row.push_back({{"mean", f.evaluation.regret[s].*column.value}});
        }
        data["values"].push_back(std::move(row));
    }
    return figure_of(f, "regret", std::move(data), regret_table(f));
}

}  // namespace cantiere
