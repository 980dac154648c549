#pragma once
/// Top trading cycles for seats with priorities (Shapley & Scarf 1974; school choice:
/// Abdulkadiroglu & Sonmez 2003).

#include <optional>

#include "model/placement/problem.h"

namespace cantiere {

/// Assigns by top trading cycles: each place belongs to who goes first there among those it is open
/// to, whether they want it or not; each resident points at the seat they like best, and whoever
/// closes a cycle trades. Pareto efficient for residents, and no resident gains by telling other
/// likings. Ties go to the lesser key.
Column<CandidateId, std::optional<SeatId>> top_trading_cycles(const PlacementProblem& problem);

}  // namespace cantiere
