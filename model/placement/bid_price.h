#pragma once
/// Bid prices: what a place is worth to those who may still come (model.md 7.1; Bansak & al. 2018,
/// Ahani & al. 2021 for refugees).

#include <cstdint>
#include <optional>

#include "model/core/draws.h"
#include "model/placement/problem.h"

namespace cantiere {

/// Returns the price of a place in each seat, in units of value_units: the mean over sampled
/// futures of the dual price of the seat in the assignment of greatest value of those who wait and
/// those who come, each seat kept w months for somebody counting exp(-h w) of its value. Of the
/// dual prices, which form an interval, the middle: neither whoever is the last served nor whoever
/// is the first left out sits on it. Futures are keyed by month and path, never by scenario.
Column<SeatId, std::int64_t> bid_prices(const PlacementProblem& problem,
                                        const Draws& draws,
                                        Month month);

/// Gives each candidate the seat of greatest value less price, who would lose by every seat waits;
/// where several want the same places, the greatest sum of gains decides, ties as in
/// optimal_assignment. A pair worth just its price is made: somebody here goes before somebody
/// foreseen.
Column<CandidateId, std::optional<SeatId>> bid_price(const PlacementProblem& problem,
                                                     const Draws& draws,
                                                     Month month);

/// The least and the greatest dual prices of an optimal assignment's seats.
struct DualPrices {
    Column<SeatId, std::int64_t> least;     // what one more place would add
    Column<SeatId, std::int64_t> greatest;  // what one place less would take away
};

/// Returns both ends of the dual prices, whichever optimum `seat_of` is.
DualPrices dual_prices(const PlacementProblem& problem,
                       const Column<CandidateId, std::optional<SeatId>>& seat_of);

}  // namespace cantiere
