#pragma once
/// The placement policies behind one interface (model.md 7, contract section 4).

#include <optional>

#include "model/core/draws.h"
#include "model/placement/problem.h"

namespace cantiere {

/// Why a candidate got a seat, or none.
enum class PlacementReason : std::uint8_t {
    placed,
    no_feasible_seat,  // no funded seat was allowed to this person
    seats_taken,       // every allowed seat went to others
    refused,           // an allowed seat stayed free, but the person would rather wait
    not_worth_it,      // an accepted seat stayed free: the policy values it below waiting
    count
};

/// The outcome of one round of placement.
struct Assignment {
    Column<CandidateId, std::optional<SeatId>> seat_of;
    Column<CandidateId, PlacementReason> reason;
};

/// Places candidates in seats by a policy; no seat above its quota, only pairs that may be taken.
/// The order of the problem's lists never matters: ties go to the lesser key.
Assignment place(PlacementPolicy policy,
                 const PlacementProblem& problem,
                 const Draws& draws,
                 Month month);

/// Counts the candidates in each seat.
Column<SeatId, int> occupancy(const PlacementProblem& problem,
                              const Column<CandidateId, std::optional<SeatId>>& seat_of);

/// Completes seats with the reason of each candidate.
Assignment with_reasons(const PlacementProblem& problem,
                        Column<CandidateId, std::optional<SeatId>> seat_of);

/// Sums the value of the pairs made.
double total_value(const PlacementProblem& problem, const Assignment& assignment);

}  // namespace cantiere
