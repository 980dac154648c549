#pragma once
/// Shapley values: what each of a few players adds, averaged over every order of joining.

#include <span>
#include <vector>

namespace cantiere {

/// Returns the value of each of n players from the worth of all 2^n sets of them, a bit a player:
/// phi_i = sum over S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S)). They add up to
/// v(all) - v(none). Source: Shapley 1953; for differences of outcomes Kwon, Lee and Pouliot 2024.
std::vector<double> shapley_values(std::span<const double> worth);

}  // namespace cantiere
