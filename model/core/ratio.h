#pragma once
/// A quotient that may not exist.

#include <limits>

namespace cantiere {

/// What a measure is where nobody is there to be measured.
inline constexpr double not_measured = std::numeric_limits<double>::quiet_NaN();

/// Part of a whole; not a number where there is no whole.
inline double ratio(double part, double whole) { return whole > 0.0 ? part / whole : not_measured; }

}  // namespace cantiere
