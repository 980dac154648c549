#include "analysis/equally_distributed.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace cantiere {
namespace {

/// Mean of a function of the levels under the weights.
template <class Function>
double weighted_mean(std::span<const double> levels,
                     std::span<const double> weights,
                     Function function) {
    double sum = 0.0;
    for (std::size_t i = 0; i < levels.size(); ++i) sum += weights[i] * function(levels[i]);
    return sum / std::accumulate(weights.begin(), weights.end(), 0.0);
}

}  // namespace

double equally_distributed(std::span<const double> levels,
                           std::span<const double> weights,
                           double eta) {
    if (levels.empty()) return std::numeric_limits<double>::quiet_NaN();
    if (eta >= 1.0 && std::ranges::min(levels) <= 0.0) return 0.0;
    if (eta == 1.0) {
        return std::exp(weighted_mean(levels, weights, [](double h) { return std::log(h); }));
    }
    const double mean =
        weighted_mean(levels, weights, [eta](double h) { return std::pow(h, 1.0 - eta); });
    return std::pow(mean, 1.0 / (1.0 - eta));
}

std::vector<double> equity_weights(std::span<const double> levels,
                                   std::span<const double> weights,
                                   double eta) {
    const auto valued = [eta](double h) { return std::pow(h, -eta); };
    const double mean = weighted_mean(levels, weights, valued);
    std::vector<double> result;
    for (const double level : levels) result.push_back(valued(level) / mean);
    return result;
}

}  // namespace cantiere
