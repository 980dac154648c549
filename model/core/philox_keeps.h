#pragma once
/// What philox_kernel.h keeps of 2 N counters: the first `count` of the lanes of `low`, then
/// `high`.

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "model/core/lane_bits.h"
#include "model/core/lane_mask.h"
#include "model/core/philox_fills.h"
#include "model/core/philox_lanes.h"

namespace cantiere::detail {

/// Keeps the first word of each counter.
struct FirstWordOfEach {
    std::uint32_t* to;

    template <int N>
    [[gnu::always_inline]] void store(std::size_t at,
                                      const PhiloxLanes<N>& low,
                                      const PhiloxLanes<N>& high,
                                      std::size_t count) {
        const auto words = lower_halves<N>(low.word0, high.word0);
        std::memcpy(to + at, &words, count * sizeof(std::uint32_t));
    }
};

/// Keeps the four words of each counter, an array each.
struct FourWordsOfEach {
    FourWords to;

    template <int N>
    [[gnu::always_inline]] void store(std::size_t at,
                                      const PhiloxLanes<N>& low,
                                      const PhiloxLanes<N>& high,
                                      std::size_t count) {
        const auto first = lower_halves<N>(low.word0, high.word0);
        const auto second = lower_halves<N>(low.word1, high.word1);
        const auto third = lower_halves<N>(low.word2, high.word2);
        const auto fourth = lower_halves<N>(low.word3, high.word3);
        std::memcpy(to.first + at, &first, count * sizeof(std::uint32_t));
        std::memcpy(to.second + at, &second, count * sizeof(std::uint32_t));
        std::memcpy(to.third + at, &third, count * sizeof(std::uint32_t));
        std::memcpy(to.fourth + at, &fourth, count * sizeof(std::uint32_t));
    }
};

/// Keeps (v + 1/2) 2^-23, v the upper 23 bits of the first word: v stands in the mantissa of
/// 1 + v 2^-23, from which 1 - 2^-24 is taken without rounding.
struct FloatOfEach {
    float* to;

    template <int N>
    [[gnu::always_inline]] void store(std::size_t at,
                                      const PhiloxLanes<N>& low,
                                      const PhiloxLanes<N>& high,
                                      std::size_t count) {
        constexpr std::uint32_t bits_of_one = 0x3f800000;
        using Reals = typename LaneVectors<2 * N>::Reals;
        const auto raised = (lower_halves<N>(low.word0, high.word0) >> 9) | bits_of_one;
        const auto uniforms = reinterpret_cast<Reals>(raised) - (1.0f - 0x1p-24f);
        std::memcpy(to + at, &uniforms, count * sizeof(float));
    }
};

/// Returns (w + 1/2) 2^-32: w stands in the mantissa of 2^52 + w, so that every step is exact.
template <int N>
[[gnu::always_inline]] inline auto unit_doubles(typename WideLanes<N>::Words words) {
    using Doubles [[gnu::vector_size(N * 8)]] = double;
    constexpr std::uint64_t bits_of_two_to_52 = 0x4330000000000000;
    const auto raised = (words & WideLanes<N>::lower_half) | bits_of_two_to_52;
    return (reinterpret_cast<Doubles>(raised) - (0x1p52 - 0.5)) * 0x1p-32;
}

/// Keeps the uniform in steps of 2^-32 that the first word of each counter makes.
struct DoubleOfEach {
    double* to;

    template <int N>
    [[gnu::always_inline]] void store(std::size_t at,
                                      const PhiloxLanes<N>& low,
                                      const PhiloxLanes<N>& high,
                                      std::size_t count) {
        const auto first = unit_doubles<N>(low.word0), second = unit_doubles<N>(high.word0);
        const std::size_t in_low = count < N ? count : N;
        std::memcpy(to + at, &first, in_low * sizeof(double));
        std::memcpy(to + at + in_low, &second, (count - in_low) * sizeof(double));
    }
};

/// Sets the bits of the counters whose first word is in a range. The lanes of one step never lie
/// in two words of marks.
struct MarkOfEach {
    WordMarks to;

    template <int N>
    [[gnu::always_inline]] void store(std::size_t at,
                                      const PhiloxLanes<N>& low,
                                      const PhiloxLanes<N>& high,
                                      std::size_t count) {
        const auto above = lower_halves<N>(low.word0, high.word0) - to.first;
        const std::uint64_t found = bits(LaneMask<2 * N>{above <= to.beyond});
        to.marks[at / 64] |= (found & ((std::uint64_t{1} << count) - 1)) << (at % 64);
    }
};

}  // namespace cantiere::detail
