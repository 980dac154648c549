#pragma once
/// exp, log and logistic, written once for every real type.

#include <limits>

#include "model/core/elementary_kernels.h"
#include "model/core/real_format.h"

namespace cantiere::detail {

/// A type the elementary functions work on: float, double, lanes of float.
template <class F>
concept RealLike = requires {
    typename RealTraits<F>::Precision;
};

/// Computes e^x; 0 and infinity beyond the range, subnormal results included.
template <RealLike F>
[[gnu::always_inline]] constexpr F exp_of(F x) {
    using Traits = RealTraits<F>;
    using P = typename Traits::Precision;
    using Real = typename P::Real;
    constexpr Real shifter = P::two_to_mantissa * Real(1.5);
    constexpr auto shifter_bits = RealTraits<Real>::to_bits(shifter);
    x = select(x < F(P::exp_lowest), F(P::exp_lowest), x);
    x = select(x > F(P::exp_highest), F(P::exp_highest), x);
    // Adding the shifter rounds x/ln2 to the integer n and leaves n in the low bits.
    const F shifted = x * F(P::log2_e) + F(shifter);
    const F n = shifted - F(shifter);
    const F r = (x - n * F(P::ln2_high)) - n * F(P::ln2_low);
    const F power_of_r = expm1_kernel(r, P{}) + F(Real(1));
    // 2^n in two halves, so that neither overflows where the product does not.
    const auto margined = Traits::to_bits(shifted) - shifter_bits + 2 * P::exponent_margin;
    const auto first = margined >> 1;
    const auto second = margined - first;
    constexpr auto rebias = P::exponent_bias - P::exponent_margin;
    return (power_of_r * Traits::from_bits((first + rebias) << P::mantissa_bits)) *
           Traits::from_bits((second + rebias) << P::mantissa_bits);
}

/// Computes the natural logarithm; -infinity at 0, NaN below.
template <RealLike F>
[[gnu::always_inline]] constexpr F log_of(F x) {
    using Traits = RealTraits<F>;
    using P = typename Traits::Precision;
    using Real = typename P::Real;
    constexpr Real infinity = std::numeric_limits<Real>::infinity();
    const auto subnormal = x < F(P::smallest_normal);
    const F normal = select(subnormal, x * F(P::two_to_mantissa), x);
    // Splits x = 2^n (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)).
    constexpr auto one = P::exponent_bias << P::mantissa_bits;
    constexpr auto mantissa = (typename P::Bits{1} << P::mantissa_bits) - 1;
    const auto raised = Traits::to_bits(normal) + (one - P::one_half_root);
    const F f = Traits::from_bits((raised & mantissa) + P::one_half_root) - F(Real(1));
    constexpr auto count_bits = RealTraits<Real>::to_bits(P::two_to_mantissa);
    const F exponent = Traits::from_bits((raised >> P::mantissa_bits) | count_bits);
    const F bias = select(subnormal,
                          F(P::two_to_mantissa + Real(P::exponent_bias + P::mantissa_bits)),
                          F(P::two_to_mantissa + Real(P::exponent_bias)));
    const F result = log_kernel(f, exponent - bias, P{});
    const F positive = select(x < F(infinity), result, x);
    const F not_negative = select(x == F(Real(0)), F(-infinity), positive);
    const F nothing = F(std::numeric_limits<Real>::quiet_NaN());
    return select(x >= F(Real(0)), not_negative, nothing);
}

/// Computes 1 / (1 + e^-x), accurate in relative terms on both sides.
template <RealLike F>
[[gnu::always_inline]] constexpr F logistic_of(F x) {
    using Real = typename RealTraits<F>::Precision::Real;
    const F zero = F(Real(0));
    const F one = F(Real(1));
    const F decay = exp_of(select(x < zero, x, zero - x));
    return select(x < zero, decay, one) / (one + decay);
}

}  // namespace cantiere::detail
