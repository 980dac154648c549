#pragma once
/// Rounding of what set-up computes with the system's functions of mathematics.

namespace cantiere {

/// Rounds to 12 significant digits, so that differences between processors in the last digits of
/// such functions cannot reach a run (engine.md section 1).
double rounded_to_12_digits(double value);

/// Rounds to 9 significant digits, for results of iterations.
double rounded_to_9_digits(double value);

}  // namespace cantiere
