#pragma once
/// The spread that brings a distribution nearest to its stated quantiles; internal to
/// scenarios/distribution.cpp.

#include <optional>

#include "scenarios/distribution.h"
#include "scenarios/quantiles.h"

namespace cantiere::detail {

/// Says whether files state the 2.5 % and 97.5 % quantiles of a family.
bool has_quantile_bounds(Family family);

/// Returns the sum of squared distances of the quantiles from `low` and `high`.
double squared_misfit(const DistributionSpec& spec, double spread);

/// Fits a lognormal, gamma or beta by these quantiles; nothing where their errors could show in the
/// 9 digits of the spread.
std::optional<double> fitted_spread(const DistributionSpec& spec, Quantile quantile);

/// Returns the spread of a distribution as FittedDistribution keeps it; 0 for families that have
/// none.
double spread_of(const DistributionSpec& spec);

}  // namespace cantiere::detail
