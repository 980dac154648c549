#pragma once
/// Fills arrays with the draws of many entities, 2 N at a time: what the unit of each instruction
/// set compiles at its own width.

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "model/core/philox_fills.h"
#include "model/core/philox_keeps.h"
#include "model/core/philox_lanes.h"

namespace cantiere::detail {

/// Turns two groups of N counters into random words, by turns in every round: one waits for its
/// products while the other computes.
template <int N>
[[gnu::always_inline]] inline void mix(PhiloxLanes<N>& low,
                                       PhiloxLanes<N>& high,
                                       const PhiloxRounds<N>& keys) {
    for (int round = 0; round < PhiloxRounds<N>::count; ++round) {
        low.mix(keys.first[round], keys.second[round]);
        high.mix(keys.first[round], keys.second[round]);
    }
}

/// Reads `count` <= N entities; the other lanes are zero.
template <int N>
[[gnu::always_inline]] inline PhiloxLanes<N> counters(const PhiloxBlock& block,
                                                      std::size_t at,
                                                      std::size_t count) {
    typename WideLanes<N>::Words entities{};
    std::memcpy(&entities, block.entities + at, count * sizeof(std::uint64_t));
    return {entities,
            entities >> 32,
            WideLanes<N>::all(block.occasion),
            WideLanes<N>::all(block.index)};
}

/// Evaluates the counters of N, then up to N more entities and keeps what `keep` wants of them.
template <int N, class Keep>
[[gnu::always_inline]] inline void fill_lanes(Keep keep,
                                              const PhiloxBlock& block,
                                              const PhiloxRounds<N>& keys,
                                              std::size_t at,
                                              std::size_t in_low,
                                              std::size_t in_high) {
    PhiloxLanes<N> low = counters<N>(block, at, in_low);
    PhiloxLanes<N> high = counters<N>(block, at + in_low, in_high);
    mix(low, high, keys);
    keep.template store<N>(at, low, high, in_low + in_high);
}

/// Evaluates every counter of a block and keeps what `keep` wants of them.
template <int N, class Keep>
[[gnu::always_inline]] inline void fill_block(Keep keep, const PhiloxBlock& block) {
    const PhiloxRounds<N> keys(block.key0, block.key1);
    constexpr std::size_t width = 2 * std::size_t{N};
    std::size_t at = 0;
    for (; at + width <= block.count; at += width) fill_lanes<N>(keep, block, keys, at, N, N);
    const std::size_t rest = block.count - at;
    if (rest == 0) return;
    const std::size_t in_low = rest < N ? rest : N;
    fill_lanes<N>(keep, block, keys, at, in_low, rest - in_low);
}

}  // namespace cantiere::detail
