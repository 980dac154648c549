#pragma once
/// The assignment of greatest total value, by minimum-cost flow, with its dual prices.

#include <cstdint>
#include <optional>

#include "model/placement/problem.h"

namespace cantiere {

/// An optimal assignment with the linear programme's certificate. Values count in whole units of
/// 2^-24, so that optimality and duality hold exactly.
struct OptimalAssignment {
    Column<CandidateId, std::optional<SeatId>> seat_of;
    Column<CandidateId, std::int64_t> candidate_price;  // u >= 0; above 0 only where placed
    Column<SeatId, std::int64_t> seat_price;            // p >= 0; above 0 only where full
    std::int64_t total_value = 0;                       // of the pairs made = sum u + sum quota p
};

/// Returns a value in whole units of 2^-24, rounded; below 2^20 in size.
std::int64_t value_units(double value);

/// Maximises the sum of values over pairs that may be taken and are worth 0 or more, each candidate
/// in at most one seat, no seat above its quota. The dual has u_i + p_s >= v_is for those pairs.
/// Among equal optima: the first candidate by key gets the first seat by key that any optimum
/// gives them, then the second candidate, and so on; a seat goes before none.
OptimalAssignment optimal_assignment(const PlacementProblem& problem);

/// Returns one of the optima, not settled among ties: where only its value or its prices matter.
OptimalAssignment some_optimal_assignment(const PlacementProblem& problem);

}  // namespace cantiere
