#pragma once
/// Weighted geometric means of N rows at a time: what the unit of each instruction set compiles at
/// its own width, and the kernels there are. Plain types only, no inline functions.

#include <cstddef>
#include <cstring>

#include "model/core/lane_functions.h"

namespace cantiere::detail {

/// Columns of factors and of means, and a weight of every factor for each mean, one mean after
/// another. `rows` is a multiple of 16.
struct MeansBlock {
    const double* const* factors = nullptr;
    float* const* means = nullptr;
    const float* weights = nullptr;
    std::size_t factor_count = 0, mean_count = 0, rows = 0;
    float floor = 0.0f;
};

inline constexpr std::size_t most_factors = 16;

using MeansFill = void (*)(const MeansBlock& block);

extern const MeansFill fill_means_portable;
extern const MeansFill fill_means_avx2;
extern const MeansFill fill_means_avx512;

/// Reads N numbers of double precision, rounded to single.
template <int N>
[[gnu::always_inline]] inline Lanes<N> load_rounded(const double* from) {
    using Doubles [[gnu::vector_size(N * sizeof(double))]] = double;
    Doubles all;
    std::memcpy(&all, from, sizeof all);
    return Lanes<N>(__builtin_convertvector(all, typename Lanes<N>::Reals));
}

/// mean = min(1, exp(sum of w log max(x, floor)))
template <int N>
[[gnu::always_inline]] inline void fill_means(const MeansBlock& block) {
    const Lanes<N> floor(block.floor);
    // A template of the library would be compiled for this set and linked by others.
    // NOLINTNEXTLINE(cppcoreguidelines-avoid-c-arrays,modernize-avoid-c-arrays)
    Lanes<N> logarithm[most_factors];
    for (std::size_t row = 0; row < block.rows; row += N) {
        for (std::size_t k = 0; k < block.factor_count; ++k) {
            logarithm[k] = log(max(load_rounded<N>(block.factors[k] + row), floor));
        }
        const float* weight = block.weights;
        for (std::size_t m = 0; m < block.mean_count; ++m) {
            Lanes<N> sum(0.0f);
            for (std::size_t k = 0; k < block.factor_count; ++k) {
                sum = sum + logarithm[k] * *weight++;
            }
            min(exp(sum), Lanes<N>(1.0f)).store(block.means[m] + row);
        }
    }
}

}  // namespace cantiere::detail
