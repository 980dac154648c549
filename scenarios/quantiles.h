#pragma once
/// Quantiles and shares of distributions whose spread is known; internal to
/// scenarios/distribution.cpp and spread_fit.cpp.

#include "scenarios/distribution.h"

namespace cantiere::detail {

/// A number and how far it is, at most, from the one that the exact computation gives.
struct Estimate {
    double value = 0.0;
    double error = 0.0;
};

using Quantile = Estimate (*)(const DistributionSpec&, double spread, double u);

/// Returns the quantile of `u` by functions in extended precision, its error 0. `spread` is that of
/// FittedDistribution.
Estimate exact_quantile(const DistributionSpec& spec, double spread, double u);

/// Returns it by functions in double precision, some four times as fast, with an error that is
/// several times the greatest seen in half a million trials of each; exactly where none were made.
Estimate fast_quantile(const DistributionSpec& spec, double spread, double u);

/// Returns the share of a normal, lognormal, gamma or beta that lies below `x`.
double share_below(const DistributionSpec& spec, double spread, double x);

}  // namespace cantiere::detail
