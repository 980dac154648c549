#pragma once
/// Bit masks of lanes: a column formula marks the rows where something happens, and the marks are
/// read as lists of rows.

#include <cstdint>

#include "model/core/lane_mask.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace cantiere {

/// Returns a bit for each lane where the condition holds, that of lane 0 lowest.
template <int N>
[[gnu::always_inline]] inline std::uint32_t bits(LaneMask<N> mask) {
#if defined(__AVX512DQ__)
    if constexpr (N == 16) return _mm512_movepi32_mask(reinterpret_cast<__m512i>(mask.truths));
#endif
#if defined(__AVX__)
    if constexpr (N == 8) {
        const int signs = _mm256_movemask_ps(reinterpret_cast<__m256>(mask.truths));
        return static_cast<std::uint32_t>(signs);
    }
#endif
#if defined(__SSE2__)
    if constexpr (N == 4) {
        const int signs = _mm_movemask_ps(reinterpret_cast<__m128>(mask.truths));
        return static_cast<std::uint32_t>(signs);
    }
#endif
    std::uint32_t marks = 0;
    for (int lane = 0; lane < N; ++lane) marks |= (mask[lane] ? 1u : 0u) << lane;
    return marks;
}

}  // namespace cantiere
