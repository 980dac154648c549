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

constexpr std::size_t fewest_draws_of_band = 2;

FigureJson numbers(const std::vector<double>& values) {
    FigureJson list = FigureJson::array();
    for (const double value : values) list.push_back(number_or_null(value));
    return list;
}

FigureJson month_axis(const Findings& f) {
    FigureJson months = FigureJson::array();
    for (std::size_t month = 0; month < f.header().months; ++month) months.push_back(month);
    return {{"name", f.in("month", "mese")},
            {"of", "month"},
            {"values", months},
            {"start", text(f.header().start)}};
}

TimeSeries change_of(const Findings& f, Variable variable, const ScenarioComparison& scenario) {
    return monthly_change(f.results,
                          variable,
                          scenario.index,
                          f.comparison.find(scenario.base)->index);
}

/// Means of a year, a scenario a column.
ReportTable yearly_table(const Findings& f,
                         Variable variable,
                         std::string caption,
                         std::string_view what,
                         int decimals) {
    constexpr std::size_t months_of_year = 12;
    ReportTable table;
    table.caption = std::move(caption);
    table.header = {std::string(f.in("Year", "Anno"))};
    std::vector<TimeSeries> all;
    for (const auto* const one : compared_scenarios(f)) {
        table.header.push_back(f.title_of(*one));
        all.push_back(change_of(f, variable, *one));
    }
    for (std::size_t first = 0; first < f.header().months; first += months_of_year) {
        const std::size_t year = first / months_of_year;
        std::vector<std::string> row{fmt::format("{}", year + 1)};
        for (std::size_t s = 0; s < all.size(); ++s) {
            const std::size_t end = std::min(first + months_of_year, f.header().months);
            const double mean = mean_of_known({all[s].mean.begin() + static_cast<long>(first),
                                               all[s].mean.begin() + static_cast<long>(end)});
            row.push_back(
                fact(f.of(*compared_scenarios(f)[s], fmt::format("{}.year{}", what, year + 1)),
                     mean,
                     number_text(mean, decimals, f.language)));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureJson trajectories(const Findings& f,
                        Variable variable,
                        const std::string& title,
                        std::string_view axis_name,
                        std::string_view unit) {
    FigureJson data = figure_data(f, "trajectories", title);
    data["interval"] =
        f.in("5th to 95th percentile of the draws", "dal 5° al 95° percentile delle estrazioni");
    data["x"] = month_axis(f);
    data["y_name"] = axis_name;
    data["unit"] = unit;
    data["series"] = FigureJson::array();
    for (const auto* const one : compared_scenarios(f)) {
        const TimeSeries series = change_of(f, variable, *one);
        FigureJson curve = scenario_json(f, *one);
        curve["mean"] = numbers(series.mean);
        if (f.header().draws >= fewest_draws_of_band) {
            curve["low"] = numbers(series.low);
            curve["high"] = numbers(series.high);
        }
        data["series"].push_back(std::move(curve));
    }
    return data;
}

ReportFigure autonomy_figure(const Findings& f, const ScenarioComparison& p) {
    FigureJson data =
        trajectories(f,
                     Variable::autonomy,
                     f.say("Mean autonomy, from 0 to 1, more than with {}: {} "
                           "autonomy-years in all",
                           "Autonomia media, da 0 a 1, più che con {}: {} anni "
                           "di autonomia in tutto",
                           f.base_words(),
                           f.difference(p, "autonomy_years")),
                     f.in("change of mean autonomy", "variazione dell'autonomia media"),
                     "1");
    return figure_of(
        f,
        "autonomy",
        std::move(data),
        yearly_table(f,
                     Variable::autonomy,
                     f.say("Mean autonomy of those present, more than with {}, year by year",
                           "Autonomia media dei presenti, più che con {}, anno per anno",
                           f.base_words()),
                     "autonomy",
                     5));
}

/// The change of the median wait, where in both some have waited to the end.
std::string wait_title(const Findings& f, const ScenarioComparison& p) {
    const std::string waited(f.in("How much longer those who wait have waited so far",
                                  "Quanto più a lungo ha aspettato finora chi aspetta"));
    if (std::isnan(outcome_of(p, "wait_to_start_median").difference.mean)) return waited;
    return waited + f.say("; from referral to a first instrument the median changes by {} months",
                          "; dall'invio al primo strumento la mediana cambia di {} mesi",
                          f.difference(p, "wait_to_start_median"));
}

ReportFigure wait_figure(const Findings& f, const ScenarioComparison& p) {
    FigureJson data =
        trajectories(f,
                     Variable::wait_months,
                     wait_title(f, p),
                     f.in("change of the wait so far", "variazione dell'attesa finora"),
                     f.in("months", "mesi"));
    return figure_of(
        f,
        "waits",
        std::move(data),
        yearly_table(f,
                     Variable::wait_months,
                     f.say("Mean months waited so far, more than with {}, year by year",
                           "Mesi medi di attesa finora, più che con {}, anno per anno",
                           f.base_words()),
                     "wait_months",
                     2));
}

/// Moves between care states over the years, summed into a first and a second half.
class Pathways {
  public:
    Pathways(const Findings& f, const ScenarioComparison& p)
        : f_(f), array_(f.results.array(Variable::care_flow)), scenario_(p.index) {}

    double people(std::size_t from, std::size_t to) const {
        double sum = 0.0;
        for (std::size_t year = 0; year < years(); ++year) {
            sum += array_.values[((scenario_ * years() + year) * states + from) * states + to];
        }
        return sum;
    }

    FigureJson flows() const {
        FigureJson list = FigureJson::array();
        for (std::size_t from = 0; from < states; ++from) {
            for (std::size_t to = 0; to < states; ++to) {
                const double moved = people(from, to);
                if (from == to || moved < least_shown) continue;
                list.push_back(
                    {{"step", 0}, {"from", id(from)}, {"to", id(to)}, {"people", moved}});
            }
        }
        return list;
    }

    static std::string id(std::size_t state) {
        return std::string(name(static_cast<CareState>(state)));
    }

    std::string title(std::size_t state) const {
        const auto of = static_cast<CareState>(state);
        return std::string(f_.in(text_en(of), text_it(of)));
    }

    static constexpr std::size_t states = count_of<CareState>;
    static constexpr double least_shown = 5.0;  // people: fewer are not shown

  private:
    std::size_t years() const { return array_.shape.at(1); }

    const Findings& f_;
    ResultsArray array_;
    std::size_t scenario_;
};

ReportTable pathways_table(const Findings& f, const ScenarioComparison& p, const Pathways& paths) {
    ReportTable table;
    table.caption =
        std::string(f.in("Moves between care states over the whole study, mean of the "
                         "runs",
                         "Passaggi fra stati di presa in carico in tutto lo studio, "
                         "media delle simulazioni"));
    table.header = {std::string(f.in("From", "Da")),
                    std::string(f.in("to", "a")),
                    std::string(f.in("moves", "passaggi"))};
    table.words = {1};
    for (std::size_t from = 0; from < Pathways::states; ++from) {
        for (std::size_t to = 0; to < Pathways::states; ++to) {
            const double moved = paths.people(from, to);
            if (from == to || moved < Pathways::least_shown) continue;
            table.rows.push_back(
                {paths.title(from),
                 paths.title(to),
                 fact(f.of(p, fmt::format("flow.{}.{}", Pathways::id(from), Pathways::id(to))),
                      moved,
                      number_text(moved, 0, f.language))});
        }
    }
    return table;
}

ReportFigure pathways_figure(const Findings& f, const ScenarioComparison& p) {
    const Pathways paths(f, p);
    FigureJson data = figure_data(f,
                                  "pathways",
                                  f.say("Paths through care with {}: how often people move from "
                                        "one state of care to another",
                                        "Percorsi con {}: quante volte si passa da uno stato di "
                                        "presa in carico a un altro",
                                        f.title_of(p)));
    data["unit"] = f.in("moves", "passaggi");
    data["columns"] = {f.in("from", "da"), f.in("to", "a")};
    data["states"] = FigureJson::array();
    for (std::size_t state = 0; state < Pathways::states; ++state) {
        data["states"].push_back({{"id", Pathways::id(state)}, {"name", paths.title(state)}});
    }
    data["flows"] = paths.flows();
    return figure_of(f, "pathways", std::move(data), pathways_table(f, p, paths));
}

}  // namespace

std::vector<ReportBlock> autonomy_blocks(const Findings& f) {
    const ScenarioComparison* const p = f.programme();
    if (p == nullptr) return {};
    return {autonomy_figure(f, *p), wait_figure(f, *p), pathways_figure(f, *p)};
}

}  // namespace cantiere
