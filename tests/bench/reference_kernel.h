#pragma once
/// The loops of the reference workload over the rows of a block, N lanes at a time: what the unit
/// of each instruction set compiles at its own width.

#include <cstring>

#include "model/core/lane_bits.h"
#include "tests/bench/reference_formulas.h"
#include "tests/bench/reference_sums.h"

namespace cantiere::detail {

/// Reads N random words as `float_of_word` does: the upper 23 bits stand in the mantissa of a
/// number from 1 to 2, from which 1 - 2^-24 is taken without rounding.
template <int N>
[[gnu::always_inline]] inline Lanes<N> uniforms_of(const std::uint32_t* words) {
    constexpr std::uint32_t bits_of_one = 0x3f800000;
    typename LaneVectors<N>::Bits all;
    std::memcpy(&all, words, sizeof all);
    return RealTraits<Lanes<N>>::from_bits((all >> 9) | bits_of_one) - (1.0f - 0x1p-24f);
}

template <int N>
[[gnu::always_inline]] inline WorkloadSums sum_rows(const WorkloadRows& rows) {
    LaneSums<N> parts[rows_per_group / N];
    for (std::size_t row = 0; row < rows.groups * rows_per_group; row += rows_per_group) {
        for (std::size_t lane = 0; lane < rows_per_group; lane += N) {
            parts[lane / N].add(Lanes<N>::load(rows.skill + row + lane),
                                Lanes<N>::load(rows.autonomy + row + lane),
                                Lanes<N>::load(rows.state + row + lane));
        }
    }
    return totals(parts);
}

/// What happened in a group, a bit each resident.
struct GroupMarks {
    std::uint32_t joins = 0, ends = 0, climbs = 0;
};

/// Moves the N residents from `row` on; `shift` is their place among the marks of their group.
template <int N>
[[gnu::always_inline]] inline void live_at(const WorkloadRows& rows,
                                           GroupMarks& marks,
                                           LaneSums<N>& sums,
                                           float month,
                                           std::size_t row,
                                           std::size_t shift) {
    const auto skill = Lanes<N>::load(rows.skill + row);
    const auto autonomy = Lanes<N>::load(rows.autonomy + row);
    const auto state = Lanes<N>::load(rows.state + row);
    const auto since = Lanes<N>::load(rows.since + row);
    const Lanes<N> uniforms = uniforms_of<N>(rows.words + row);
    sums.add(skill, autonomy, state);
    const MovedLanes<N> moved = live_lanes(skill, autonomy, state, since, uniforms, month);
    moved.skill.store(rows.skill + row);
    moved.autonomy.store(rows.autonomy + row);
    moved.state.store(rows.state + row);
    marks.joins |= bits(moved.joins) << shift;
    marks.ends |= bits(moved.ends) << shift;
    marks.climbs |= bits(moved.climbs) << shift;
}

/// Takes its arguments by value, so that no store into a column can change where columns are.
template <int N>
[[gnu::always_inline]] inline WorkloadSums live_rows(WorkloadRows rows,
                                                     WorkloadMarks marks,
                                                     float month) {
    LaneSums<N> parts[rows_per_group / N];
    for (std::size_t group = 0; group < rows.groups; ++group) {
        const std::size_t row = group * rows_per_group;
        GroupMarks here;
        for (std::size_t shift = 0; shift < rows_per_group; shift += N) {
            live_at(rows, here, parts[shift / N], month, row + shift, shift);
        }
        marks.joins[group] = static_cast<std::uint16_t>(here.joins);
        marks.ends[group] = static_cast<std::uint16_t>(here.ends);
        marks.climbs[group] = static_cast<std::uint16_t>(here.climbs);
    }
    return totals(parts);
}

template <int N>
[[gnu::always_inline]] inline void hire_rows(float* gaps, std::size_t groups) {
    for (std::size_t row = 0; row < groups * rows_per_group; row += N) {
        hire_chance(Lanes<N>::load(gaps + row)).store(gaps + row);
    }
}

}  // namespace cantiere::detail
