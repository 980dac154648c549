#pragma once
/// Rounding of what set-up computes with the system's functions of mathematics.

#include <optional>

namespace cantiere {

/// Rounds to 12 significant digits, so that differences between processors in the last digits of
/// such functions cannot reach a run (engine.md section 1).
double rounded_to_12_digits(double value);

/// Rounds to 9 significant digits, for results of iterations.
double rounded_to_9_digits(double value);

/// Rounds to 12 significant digits what is known up to an error; nothing where not every number
/// within it rounds alike.
std::optional<double> surely_rounded_to_12_digits(double value, double error);

/// Rounds so to 9 significant digits.
std::optional<double> surely_rounded_to_9_digits(double value, double error);

}  // namespace cantiere
