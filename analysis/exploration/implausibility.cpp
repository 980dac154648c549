#include "analysis/exploration/implausibility.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

#include "model/core/contracts.h"

namespace cantiere {

double total_sd(const MatchTarget& target, double emulator_variance, double noise_variance) {
    return std::sqrt(emulator_variance + noise_variance +
                     target.standard_error * target.standard_error +
                     target.discrepancy * target.discrepancy);
}

double implausibility(const MatchTarget& target, Prediction emulated, double noise_variance) {
    const double away = std::abs(target.value - emulated.mean);
    const double sd = total_sd(target, emulated.variance, noise_variance);
    return away == 0.0 ? 0.0 : away / sd;
}

double ranked(std::vector<double> implausibilities, std::size_t rank) {
    expects(rank >= 1 && rank <= implausibilities.size(), "the rank is among the targets");
    const auto place = implausibilities.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(implausibilities.begin(), place, implausibilities.end(), std::greater<>());
    return *place;
}

double normalise(std::vector<double>& weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    double squares = 0.0;
    for (double& weight : weights) {
        weight /= sum;
        squares += weight * weight;
    }
    return 1.0 / squares;
}

Stat weighted_stat(const std::vector<double>& values, const std::vector<double>& weights) {
    std::vector<std::pair<double, double>> sorted;
    Stat stat;
    stat.mean = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sorted.emplace_back(values[i], weights[i]);
        stat.mean += weights[i] * values[i];
    }
    std::sort(sorted.begin(), sorted.end());
    double below = 0.0;
    for (const auto& [value, weight] : sorted) {
        below += weight;
        if (std::isnan(stat.p2_5) && below >= 0.025) stat.p2_5 = value;
        if (std::isnan(stat.p97_5) && below >= 0.975 - 1e-12) stat.p97_5 = value;
    }
    return stat;
}

}  // namespace cantiere
