#pragma once

#include <array>

namespace cantiere {

/// Beta distribution given by mean and standard deviation, to draw levels in [0, 1] from uniforms.
/// The quantile function is tabulated once, at 254 points and two in the tails, each rounded to
/// 1e-6, and interpolated: what differs between maths libraries cannot reach a run.
class BetaLaw {
  public:
    /// Makes the law; a standard deviation of 0, or a mean at a bound, gives the mean itself. One
    /// beyond what the mean allows is lowered to U shape with a + b = 1/2.
    BetaLaw(double mean, double standard_deviation);

    /// Returns the quantile of `u` in (0, 1), rounded to 1e-6.
    double quantile(double u) const;

  private:
    static constexpr int cells = 256;
    static constexpr double tail = 1e-4;
    std::array<double, cells + 1> knots_{};
};

}  // namespace cantiere
