#include "analysis/report/series.h"

#include <cmath>

#include "analysis/statistics.h"

namespace cantiere {

double mean_of_known(const std::vector<double>& values) {
    double sum = 0.0;
    std::size_t count = 0;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        sum += value;
        ++count;
    }
    return count == 0 ? no_value : sum / static_cast<double>(count);
}

TimeSeries monthly_change(const Results& results,
                          Variable variable,
                          std::size_t scenario,
                          std::size_t base) {
    const ResultsArray array = results.array(variable);
    const std::size_t draws = array.shape.at(1);
    const std::size_t months = array.shape.at(2);
    const auto at = [&](std::size_t of, std::size_t draw, std::size_t month) {
        return array.values[(of * draws + draw) * months + month];
    };
    TimeSeries series;
    for (std::size_t month = 0; month < months; ++month) {
        std::vector<double> changes;
        for (std::size_t draw = 0; draw < draws; ++draw) {
            changes.push_back(at(scenario, draw, month) - at(base, draw, month));
        }
        series.mean.push_back(mean_of_known(changes));
        series.low.push_back(quantile_of(changes, 0.05));
        series.high.push_back(quantile_of(changes, 0.95));
    }
    return series;
}

std::vector<double> monthly_means(const Results& results,
                                  Variable variable,
                                  std::size_t scenario,
                                  std::size_t place) {
    const ResultsArray array = results.array(variable);
    const std::size_t months = array.shape.at(1);
    const std::size_t places = array.shape.at(2);
    std::vector<double> values;
    for (std::size_t month = 0; month < months; ++month) {
        values.push_back(array.values[(scenario * months + month) * places + place]);
    }
    return values;
}

}  // namespace cantiere
