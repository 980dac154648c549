#pragma once
/// The assignment of greatest value among those that give groups the seats they are owed.

#include <cstdint>
#include <optional>

#include "model/placement/problem.h"

namespace cantiere {

/// An assignment under floors; `shortfall` counts the seats owed that nobody could be given.
struct FlooredAssignment {
    Column<CandidateId, std::optional<SeatId>> seat_of;
    int shortfall = 0;
    std::int64_t total_value = 0;  // of the pairs made, in units of value_units
};

/// Maximises the sum of values as optimal_assignment does, but each group gets at least `floor`
/// seats, over all groups as nearly as can be: first the least sum of shortfalls, then the greatest
/// value. For a floor a pair worth less than 0 is made. Who is in several groups counts for each.
/// Ties as in optimal_assignment: the answer is the problem's, not the solver's.
///
/// Floors that bind different people keep the flow's integrality; overlapping groups lose it. So
/// the search branches on how many of each combination of groups are placed at least, and every
/// node is a minimum-cost flow in whole numbers: exact, with no tolerance of a solver in it.
FlooredAssignment optimal_with_floors(const PlacementProblem& problem);

}  // namespace cantiere
