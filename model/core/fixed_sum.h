#pragma once
/// Sums whose bits do not depend on who adds when.

#include <cstddef>
#include <cstdint>
#include <span>

#include "model/core/contracts.h"
#include "model/core/rounding.h"

namespace cantiere {

/// Sum in fixed point, steps of 2^-32: the same bits for any order and any split of the terms.
/// Made for shares and levels of order 1. Each term is rounded by at most 2^-33; every term and
/// every partial sum stays below 2^31 in size, two thousand million residents at level 1.
class FixedPoint {
  public:
    /// Adds one term.
    constexpr void add(double term) {
        expects(term > -bound && term < bound, "a term of a fixed-point sum is below 2^31");
        add_steps(round_half_away(term * steps_per_unit));
    }

    /// Adds terms from 0 to 1, each rounded as by `add`.
    void add_shares(std::span<const double> terms);

    /// Adds each term to the sum of the same place, as `add` does.
    static void add_each(std::span<FixedPoint> sums, std::span<const double> terms);

    /// Adds the sum of other terms.
    constexpr FixedPoint& operator+=(FixedPoint other) {
        add_steps(other.steps_);
        return *this;
    }

    /// Returns the sum.
    constexpr double value() const { return static_cast<double>(steps_) / steps_per_unit; }

    friend constexpr bool operator==(FixedPoint, FixedPoint) = default;

  private:
    static constexpr double steps_per_unit = 0x1p32;
    static constexpr double bound = 0x1p31;

    constexpr void add_steps(std::int64_t steps) {
        const bool overflows = __builtin_add_overflow(steps_, steps, &steps_);
        ensures(!overflows, "a fixed-point sum stays below 2^31");
    }

    std::int64_t steps_ = 0;
};

/// Sums terms block by block (rows.h), then the sums of the blocks in order.
double sum_in_blocks(std::span<const double> terms);

/// Sums floats in double precision, block by block, then the sums of the blocks in order.
double sum_in_blocks(std::span<const float> terms);

}  // namespace cantiere
