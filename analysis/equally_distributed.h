#pragma once
/// The level that, the same for all, would be worth as much as levels that differ (Atkinson 1970).

#include <array>
#include <span>
#include <vector>

namespace cantiere {

/// Aversions to inequality that are told: 0 counts the mean alone, the higher the more the worst
/// off count.
inline constexpr std::array aversions{0.0, 0.5, 1.0, 2.0, 5.0};

/// Returns (sum w h^(1 - eta))^(1 / (1 - eta)), at eta 1 exp(sum w ln h), for levels h in any unit
/// under weights of any sum; 0 where a level is 0 or less and eta is 1 or more, the limit. NaN
/// without levels.
double equally_distributed(std::span<const double> levels,
                           std::span<const double> weights,
                           double eta);

/// Returns h^-eta scaled to a weighted mean of 1: what a small gain of each counts.
std::vector<double> equity_weights(std::span<const double> levels,
                                   std::span<const double> weights,
                                   double eta);

}  // namespace cantiere
