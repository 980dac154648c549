#pragma once
/// Inverse distribution functions, so that one uniform gives one draw and draws are monotone in
/// their parameters: the least k with P(X <= k) >= u. Distribution functions are exact within
/// 1e-12, far below the 2^-32 steps of u. `u` is in the open interval (0, 1).

#include <cstdint>
#include <span>

#include "model/core/instruction_set.h"
#include "model/core/units.h"

namespace cantiere {

/// Returns the standard normal quantile, relative error 1e-15 (algorithm AS 241, Wichura 1988,
/// doi:10.2307/2347330).
double normal_quantile(double u);

/// Fills `to[i]` with `normal_quantile(u[i])`, most of them side by side. The last argument is for
/// tests: no result depends on the instructions used.
void fill_normal_quantiles(std::span<double> to,
                           std::span<const double> u,
                           InstructionSet set = best_instruction_set());

/// Returns the Poisson quantile; any finite mean from 0, in a time that grows with its root.
std::int64_t poisson_quantile(double mean, double u);

/// Returns the quantile of the geometric distribution on 0, 1, ... of this mean.
std::int64_t geometric_quantile(double mean, double u);

/// Returns the binomial quantile.
std::int64_t binomial_quantile(std::int64_t trials, Probability chance, double u);

}  // namespace cantiere
