#include "analysis/report/figure_data.h"

#include <cmath>
#include <filesystem>
#include <utility>

#include "analysis/report/facts.h"

namespace cantiere {

FigureJson figure_data(const Findings& f, std::string_view kind, const std::string& title) {
    const ResultsHeader& header = f.header();
    return {{"schema", figure_schema},
            {"kind", kind},
            {"title", title},
            {"source",
             f.say("results of study {}: draws {}, replicates {}, seed {}, euros of {}",
                   "risultati dello studio {}: estrazioni {}, repliche {}, seme {}, euro del {}",
                   header.study,
                   header.draws,
                   header.replicates,
                   header.seed,
                   header.price_year)},
            {"interval", f.in("95 % interval of the mean", "intervallo al 95 % della media")}};
}

ReportFigure figure_of(const Findings& f,
                       const std::string& id,
                       FigureJson data,
                       ReportTable table) {
    ReportFigure figure;
    figure.id = f.header().study + "-" + id;
    figure.kind = data["kind"].get<std::string>();
    figure.title = data["title"].get<std::string>();
    data["title"] = plain_text(figure.title);
    figure.source = data["source"].get<std::string>();
    figure.data = std::move(data);
    figure.table = std::move(table);
    return figure;
}

Stat stat_of_json(const FigureJson& json) {
    const auto number = [&](const char* key) {
        return json.contains(key) && json[key].is_number() ? json[key].get<double>() : no_value;
    };
    Stat stat;
    stat.mean = number("mean");
    stat.se = number("se");
    stat.low = number("low");
    stat.high = number("high");
    return stat;
}

FigureJson number_or_null(double value) {
    return std::isfinite(value) ? FigureJson(value) : FigureJson(nullptr);
}

FigureJson estimate_json(const Stat& stat) {
    if (std::isnan(stat.mean)) return nullptr;
    return {{"mean", stat.mean},
            {"low", number_or_null(stat.low)},
            {"high", number_or_null(stat.high)}};
}

FigureJson scenario_json(const Findings& f, const ScenarioComparison& scenario) {
    return {{"id", scenario.id}, {"name", f.title_of(scenario)}, {"base", scenario.is_base}};
}

std::vector<const ScenarioComparison*> main_scenarios(const Findings& f) {
    std::vector<const ScenarioComparison*> scenarios;
    if (const auto* const base = f.comparison.find(f.comparison.base)) scenarios.push_back(base);
    if (f.is_chosen) {
        for (const ScenarioComparison& one : f.comparison.scenarios) {
            if (!one.is_base && one.base == f.comparison.base) scenarios.push_back(&one);
        }
        return scenarios;
    }
    for (const ScenarioComparison* const one : {f.programme(), f.twin()}) {
        if (one != nullptr && one->base == f.comparison.base) scenarios.push_back(one);
    }
    return scenarios;
}

std::vector<const ScenarioComparison*> compared_scenarios(const Findings& f) {
    std::vector<const ScenarioComparison*> scenarios = main_scenarios(f);
    std::erase_if(scenarios, [](const auto* one) { return one->is_base; });
    return scenarios;
}

}  // namespace cantiere
