#pragma once
/// Rounding to integers without libm.

#include <cstdint>

#include "model/core/contracts.h"

namespace cantiere {

/// Rounds to the nearest integer, halves away from zero; the argument is below 2^63 in size.
constexpr std::int64_t round_half_away(double value) {
    expects(value > -0x1p63 && value < 0x1p63, "the rounded number fits in 64 bits");
    const auto whole = static_cast<std::int64_t>(value);
    const double rest = value - static_cast<double>(whole);
    return whole + (rest >= 0.5 ? 1 : 0) - (rest <= -0.5 ? 1 : 0);
}

/// The whole number nearest to a count or a number of months that a lever gives.
constexpr int nearest_int(double value) {
    expects(value > -0x1p31 && value < 0x1p31 - 1.0, "the rounded number fits in 32 bits");
    return static_cast<int>(round_half_away(value));
}

}  // namespace cantiere
