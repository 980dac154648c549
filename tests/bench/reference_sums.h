#pragma once
/// Sums over rows, taken in 16 lanes on any instruction set: the same order, the same bits.

#include "model/core/lanes.h"
#include "tests/bench/reference_rows.h"

namespace cantiere::detail {

/// Sums of N lanes of the 16 of a group.
template <int N>
struct LaneSums {
    Lanes<N> in_care, interns, employed, autonomy, skill;

    [[gnu::always_inline]] LaneSums()
        : in_care(0.0f), interns(0.0f), employed(0.0f), autonomy(0.0f), skill(0.0f) {}

    [[gnu::always_inline]] void add(Lanes<N> s, Lanes<N> a, Lanes<N> state) {
        const Lanes<N> one(1.0f), none(0.0f);
        in_care = in_care + select(state == Lanes<N>(detail::in_care), one, none);
        interns = interns + select(state == Lanes<N>(detail::intern), one, none);
        employed = employed + select(state == Lanes<N>(detail::employed), one, none);
        autonomy = autonomy + a;
        skill = skill + s;
    }
};

/// Adds the upper half of 2 N lanes to the lower.
template <int N>
[[gnu::always_inline]] inline void fold(float* lanes) {
    for (int lane = 0; lane < N; ++lane) lanes[lane] += lanes[lane + N];
}

/// Adds one sum over the parts of a group.
template <int N>
[[gnu::always_inline]] inline float total(const LaneSums<N>* parts, Lanes<N> LaneSums<N>::*sum) {
    float lanes[rows_per_group];
    for (int part = 0; part * N < 16; ++part) (parts[part].*sum).store(lanes + part * N);
    fold<8>(lanes);
    fold<4>(lanes);
    fold<2>(lanes);
    return lanes[0] + lanes[1];
}

template <int N>
[[gnu::always_inline]] inline WorkloadSums totals(const LaneSums<N>* parts) {
    return {total(parts, &LaneSums<N>::in_care),
            total(parts, &LaneSums<N>::interns),
            total(parts, &LaneSums<N>::employed),
            total(parts, &LaneSums<N>::autonomy),
            total(parts, &LaneSums<N>::skill)};
}

}  // namespace cantiere::detail
