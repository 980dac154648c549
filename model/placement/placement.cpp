#include "model/placement/placement.h"

#include "model/core/rows.h"
#include "model/placement/bid_price.h"
#include "model/placement/deferred_acceptance.h"
#include "model/placement/floors.h"
#include "model/placement/optimal.h"
#include "model/placement/priority.h"
#include "model/placement/trading_cycles.h"

namespace cantiere {
namespace {

/// Says why `i` has no seat, given how full the seats are.
PlacementReason reason_unplaced(const PlacementProblem& problem,
                                const Column<SeatId, int>& taken,
                                CandidateId i) {
    auto reason = PlacementReason::no_feasible_seat;
    for (const SeatId s : rows<SeatId>(problem.seats.size())) {
        if (problem.feasible(i, s) == 0) continue;
        const bool free = taken[s] < problem.seats[s].quota;
        if (free && may_take(problem, i, s)) return PlacementReason::not_worth_it;
        if (free) reason = PlacementReason::refused;
        if (reason == PlacementReason::no_feasible_seat) reason = PlacementReason::seats_taken;
    }
    return reason;
}

/// Serves candidates one after the other: by the policy's value, or by their own likings.
Column<CandidateId, std::optional<SeatId>> place_in_order(PlacementPolicy policy,
                                                          const PlacementProblem& problem,
                                                          const Draws& draws,
                                                          Month month) {
    const bool own_choice = policy == PlacementPolicy::serial_dictatorship;
    return serve_in_order(problem,
                          priority_order(policy, problem, draws, month),
                          own_choice ? problem.resident_utility : problem.value);
}

}  // namespace

PlacementProblem::PlacementProblem(std::vector<Candidate> waiting, std::vector<Seat> funded)
    : candidates(std::move(waiting)),
      seats(std::move(funded)),
      feasible(candidates.size(), seats.size()),
      value(candidates.size(), seats.size()),
      resident_utility(candidates.size(), seats.size()),
      employer_priority(candidates.size(), seats.size()) {}

Assignment place(PlacementPolicy policy,
                 const PlacementProblem& problem,
                 const Draws& draws,
                 Month month) {
    switch (policy) {
        case PlacementPolicy::deferred_acceptance:
            return with_reasons(problem, deferred_acceptance(problem));
        case PlacementPolicy::deferred_acceptance_employer:
            return with_reasons(problem, deferred_acceptance_employer(problem));
        case PlacementPolicy::top_trading_cycles:
            return with_reasons(problem, top_trading_cycles(problem));
        case PlacementPolicy::optimal:
            return with_reasons(problem, optimal_assignment(problem).seat_of);
        case PlacementPolicy::optimal_with_floors:
            return with_reasons(problem, optimal_with_floors(problem).seat_of);
        case PlacementPolicy::bid_price:
            return with_reasons(problem, bid_price(problem, draws, month));
        default:
            return with_reasons(problem, place_in_order(policy, problem, draws, month));
    }
}

Column<SeatId, int> occupancy(const PlacementProblem& problem,
                              const Column<CandidateId, std::optional<SeatId>>& seat_of) {
    Column<SeatId, int> taken(problem.seats.size(), 0);
    for (const auto& seat : seat_of) {
        if (seat) ++taken[*seat];
    }
    return taken;
}

Assignment with_reasons(const PlacementProblem& problem,
                        Column<CandidateId, std::optional<SeatId>> seat_of) {
    const Column<SeatId, int> taken = occupancy(problem, seat_of);
    Column<CandidateId, PlacementReason> reason(seat_of.size(), PlacementReason::placed);
    for (const CandidateId i : rows<CandidateId>(seat_of.size())) {
        if (!seat_of[i]) reason[i] = reason_unplaced(problem, taken, i);
    }
    return {std::move(seat_of), std::move(reason)};
}

double total_value(const PlacementProblem& problem, const Assignment& assignment) {
    double sum = 0.0;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        const std::optional<SeatId> seat = assignment.seat_of[i];
        if (seat) sum += problem.value(i, *seat);
    }
    return sum;
}

}  // namespace cantiere
