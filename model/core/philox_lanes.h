#pragma once
/// Philox4x32-10 (philox.h) of W counters side by side, compiled once for each instruction set.
/// Forced inline, so that no two sets share a symbol.

#include <cstdint>

#include "model/core/lane_mask.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace cantiere::detail {

/// A vector of N lanes of 64 bits. A word of Philox is the lower half of a lane; the upper half
/// holds what a product left there, which nothing reads.
template <int N>
struct WideLanes {
    using Words [[gnu::vector_size(N * 8)]] = std::uint64_t;
    static constexpr std::uint64_t lower_half = 0xffffffff;

    [[gnu::always_inline]] static Words all(std::uint64_t value) { return value - Words{}; }

    /// Multiplies lower halves, 32 by 32 bits to 64. g++ 12 does not find the instruction, and its
    /// unmasked intrinsic of 512 bits warns of its own source.
    [[gnu::always_inline]] static Words product(Words a, Words b) {
#if defined(__AVX512F__)
        if constexpr (N == 8) {
            return reinterpret_cast<Words>(_mm512_maskz_mul_epu32(0xff,
                                                                  reinterpret_cast<__m512i>(a),
                                                                  reinterpret_cast<__m512i>(b)));
        }
#endif
#if defined(__AVX2__)
        if constexpr (N == 4) {
            return reinterpret_cast<Words>(
                _mm256_mul_epu32(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
        }
#endif
#if defined(__SSE2__)
        if constexpr (N == 2) {
            return reinterpret_cast<Words>(
                _mm_mul_epu32(reinterpret_cast<__m128i>(a), reinterpret_cast<__m128i>(b)));
        }
#endif
        return (a & lower_half) * (b & lower_half);
    }
};

/// N counters, and what becomes of them.
template <int N>
struct PhiloxLanes {
    using Words = typename WideLanes<N>::Words;

    Words word0, word1, word2, word3;

    [[gnu::always_inline]] void mix(Words key0, Words key1) {
        const Words product0 = WideLanes<N>::product(word0, WideLanes<N>::all(0xd2511f53u));
        const Words product1 = WideLanes<N>::product(word2, WideLanes<N>::all(0xcd9e8d57u));
        word0 = (product1 >> 32) ^ key0 ^ word1;
        word2 = (product0 >> 32) ^ key1 ^ word3;
        word1 = product1;
        word3 = product0;
    }
};

/// The keys of the ten rounds, in every lane.
template <int N>
struct PhiloxRounds {
    static constexpr int count = 10;
    // NOLINTNEXTLINE(*-avoid-c-arrays): std::array has functions, which units would share
    typename WideLanes<N>::Words first[count], second[count];

    [[gnu::always_inline]] PhiloxRounds(std::uint32_t key0, std::uint32_t key1) {
        for (int round = 0; round < count; ++round) {
            first[round] = WideLanes<N>::all(key0);
            second[round] = WideLanes<N>::all(key1);
            key0 += 0x9e3779b9u;
            key1 += 0xbb67ae85u;
        }
    }
};

/// Puts the lower halves of two vectors into one of 2 N words.
template <int N>
[[gnu::always_inline]] inline typename LaneVectors<2 * N>::Bits lower_halves(
    typename WideLanes<N>::Words low,
    typename WideLanes<N>::Words high) {
    using Bits = typename LaneVectors<2 * N>::Bits;
    const Bits a = reinterpret_cast<Bits>(low), b = reinterpret_cast<Bits>(high);
    if constexpr (N == 2) return __builtin_shufflevector(a, b, 0, 2, 4, 6);
    if constexpr (N == 4) return __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14);
    if constexpr (N == 8) {
        return __builtin_shufflevector(a,
                                       b,
                                       0,
                                       2,
                                       4,
                                       6,
                                       8,
                                       10,
                                       12,
                                       14,
                                       16,
                                       18,
                                       20,
                                       22,
                                       24,
                                       26,
                                       28,
                                       30);
    }
}

}  // namespace cantiere::detail
