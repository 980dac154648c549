#pragma once
/// Weighted geometric means of many rows, evaluated side by side in single precision.

#include <cstddef>
#include <span>

#include "model/core/instruction_set.h"

namespace cantiere {

/// Rows are computed with in groups of this many.
inline constexpr std::size_t rows_of_means = 16;

/// Fills `means[m][i]` with min(1, exp(sum over k of w_mk log max(factors[k][i], floor))), for
/// `rows` rows; there is room for, and there are factors of, `rows` rounded up to a multiple of
/// `rows_of_means`. `weights` holds the factors' weights of one mean after another; at most 16
/// factors. Each operation is that of float, in the order of the formula, whatever the
/// instructions; the last argument is for tests.
void fill_geometric_means(std::span<float* const> means,
                          std::span<const double* const> factors,
                          std::span<const float> weights,
                          float floor,
                          std::size_t rows,
                          InstructionSet set = best_instruction_set());

}  // namespace cantiere
