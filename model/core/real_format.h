#pragma once
/// What the elementary functions need to know of a real type: its layout and its bits.

#include <bit>
#include <cstdint>

namespace cantiere::detail {

/// Layout of float, and where its exponential leaves the range (to 0 below, to infinity above).
struct SinglePrecision {
    using Real = float;
    using Bits = std::uint32_t;
    static constexpr int mantissa_bits = 23;
    static constexpr Bits exponent_bias = 127;
    static constexpr Bits exponent_margin = 160;       // keeps exponents of results unsigned
    static constexpr Bits one_half_root = 0x3f3504f3;  // the bits of sqrt(1/2)
    static constexpr Real two_to_mantissa = 0x1p23f;
    static constexpr Real smallest_normal = 0x1p-126f;
    static constexpr Real log2_e = 1.44269504f;
    static constexpr Real ln2_high = 0.693359375f;  // nine bits: products with exponents are exact
    static constexpr Real ln2_low = -2.12194440e-4f;
    static constexpr Real exp_lowest = -104.0f;
    static constexpr Real exp_highest = 89.0f;
};

/// Layout of double, and where its exponential leaves the range (to 0 below, to infinity above).
struct DoublePrecision {
    using Real = double;
    using Bits = std::uint64_t;
    static constexpr int mantissa_bits = 52;
    static constexpr Bits exponent_bias = 1023;
    static constexpr Bits exponent_margin = 1100;
    static constexpr Bits one_half_root = 0x3fe6a09e667f3bcd;
    static constexpr Real two_to_mantissa = 0x1p52;
    static constexpr Real smallest_normal = 0x1p-1022;
    static constexpr Real log2_e = 1.44269504088896340736;
    static constexpr Real ln2_high = 6.93145751953125e-1;
    static constexpr Real ln2_low = 1.42860682030941723212e-6;
    static constexpr Real exp_lowest = -746.0;
    static constexpr Real exp_highest = 710.0;
};

/// Names the layout of a real type and reaches its bits; lanes.h adds that of lanes.
template <class F>
struct RealTraits;

template <>
struct RealTraits<float> {
    using Precision = SinglePrecision;
    static constexpr std::uint32_t to_bits(float x) { return std::bit_cast<std::uint32_t>(x); }
    static constexpr float from_bits(std::uint32_t bits) { return std::bit_cast<float>(bits); }
};

template <>
struct RealTraits<double> {
    using Precision = DoublePrecision;
    static constexpr std::uint64_t to_bits(double x) { return std::bit_cast<std::uint64_t>(x); }
    static constexpr double from_bits(std::uint64_t bits) { return std::bit_cast<double>(bits); }
};

}  // namespace cantiere::detail

namespace cantiere {

/// Returns `yes` where the condition holds, else `no`; both are computed.
constexpr float select(bool condition, float yes, float no) { return condition ? yes : no; }
constexpr double select(bool condition, double yes, double no) { return condition ? yes : no; }

}  // namespace cantiere
