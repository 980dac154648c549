#pragma once
/// Outcomes over time, read from a results file: the mean over draws and where most draws lie.

#include <cstddef>
#include <string>
#include <vector>

#include "model/variables.h"
#include "outputs/results_reader.h"

namespace cantiere {

/// Values over an axis of time; NaN where there is none.
struct TimeSeries {
    std::vector<double> mean;       // over draws
    std::vector<double> low, high;  // 5th and 95th percentile of the draws
};

/// Reads how a variable over (scenario, draw, month) differs between a scenario and its base, draw
/// by draw.
TimeSeries monthly_change(const Results& results,
                          Variable variable,
                          std::size_t scenario,
                          std::size_t base);

/// Reads a variable over (scenario, month, PLACE), a mean over runs, at one place: a value a month.
std::vector<double> monthly_means(const Results& results,
                                  Variable variable,
                                  std::size_t scenario,
                                  std::size_t place);

/// Returns the mean of the values that are none of NaN; NaN where there are none.
double mean_of_known(const std::vector<double>& values);

}  // namespace cantiere
