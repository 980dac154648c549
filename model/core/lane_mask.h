#pragma once
/// The compiler's vector types behind lanes.h, and the outcome of comparing lanes.

#include <cstdint>

namespace cantiere {

namespace detail {

/// Vectors of N lanes; a comparison gives truths, with all bits set in the lanes where it holds.
template <int N>
struct LaneVectors {
    using Reals [[gnu::vector_size(N * sizeof(float))]] = float;
    using Bits [[gnu::vector_size(N * sizeof(float))]] = std::uint32_t;
    using Truths [[gnu::vector_size(N * sizeof(float))]] = std::int32_t;
};

}  // namespace detail

/// Says in which of N lanes a condition holds.
template <int N>
struct LaneMask {
    using Truths = typename detail::LaneVectors<N>::Truths;

    Truths truths;

    [[gnu::always_inline]] bool operator[](int lane) const { return truths[lane] != 0; }

    [[gnu::always_inline]] friend LaneMask operator&(LaneMask a, LaneMask b) {
        return {a.truths & b.truths};
    }
    [[gnu::always_inline]] friend LaneMask operator|(LaneMask a, LaneMask b) {
        return {a.truths | b.truths};
    }
    [[gnu::always_inline]] friend LaneMask operator!(LaneMask a) { return {~a.truths}; }
};

}  // namespace cantiere
