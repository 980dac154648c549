#pragma once

#include <array>

namespace cantiere {

/// Beta distribution given by mean and standard deviation, to draw levels in [0, 1] from uniforms.
/// The distribution function is tabulated once at 257 even levels, each value rounded to 1e-9, and
/// interpolated, so that what differs between maths libraries cannot reach a run; a quantile is
/// within 1/256 of the exact one everywhere, within 0.001 where the density is.
class BetaLaw {
  public:
    /// Makes the law; a standard deviation of 0, or a mean at a bound, gives the mean itself. One
    /// beyond what the mean allows is lowered to a U shape with a + b = 1/2.
    BetaLaw(double mean, double standard_deviation);

    /// Returns the quantile of `u` in (0, 1), rounded to 1e-6.
    double quantile(double u) const;

  private:
    static constexpr int cells = 256;
    double constant_ = -1.0;                 // the only level, or negative
    std::array<double, cells + 1> below_{};  // share of the law below level i / cells
};

}  // namespace cantiere
