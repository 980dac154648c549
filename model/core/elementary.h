#pragma once
/// exp, log and logistic of our own: the same bits on every x86-64 machine and compiler, in
/// double, in float and in lanes of float (lanes.h). No libm, no fused operations. Errors as
/// measured by tests/unit/core_elementary.cpp: float exp and log below 1 ulp, logistic below 2.5;
/// double exp and log below 3e-16 relative, all others below 1e-15.
/// Code in namespace cantiere finds these by their plain names; elsewhere they are ambiguous
/// with those of libm, on purpose.

#include <limits>

#include "model/core/elementary_algorithms.h"

namespace cantiere {

/// Computes e^x; 0 and infinity beyond the range, subnormal results included.
constexpr double exp(double x) { return detail::exp_of(x); }
constexpr float exp(float x) { return detail::exp_of(x); }

/// Computes the natural logarithm; -infinity at 0, NaN below.
constexpr double log(double x) { return detail::log_of(x); }
constexpr float log(float x) { return detail::log_of(x); }

/// Computes 1 / (1 + e^-x), accurate in relative terms on both sides.
constexpr double logistic(double x) { return detail::logistic_of(x); }
constexpr float logistic(float x) { return detail::logistic_of(x); }

/// Computes e^x - 1 without cancellation at small x.
constexpr double expm1(double x) {
    constexpr double half_ln2 = 0.34657359027997264;
    const bool small = x > -half_ln2 && x < half_ln2;
    return small ? detail::expm1_kernel(x, detail::DoublePrecision{}) : exp(x) - 1.0;
}

/// Computes log(1 + x) without cancellation at small x (Kahan's correction of the rounding).
constexpr double log1p(double x) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const double sum = 1.0 + x;
    if (sum == 1.0) {
        return x;
    }
    return sum <= 0.0 || sum == infinity ? log(sum) : log(sum) * (x / (sum - 1.0));
}

/// Computes the square root, correctly rounded (IEEE 754, the same on every machine).
inline double square_root(double x) { return __builtin_sqrt(x); }

/// Computes x^y for x >= 0 as exp(y log x); 1 at y = 0, 0 at x = 0 with y > 0.
constexpr double power(double x, double y) {
    if (y == 0.0) {
        return 1.0;
    }
    return x > 0.0 ? exp(y * log(x)) : 0.0;
}

}  // namespace cantiere
