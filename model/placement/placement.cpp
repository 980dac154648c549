#include "model/placement/placement.h"

#include "model/core/contracts.h"
#include "model/core/rows.h"
#include "model/placement/deferred_acceptance.h"
#include "model/placement/optimal.h"
#include "model/placement/priority.h"

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

/// Tells whether `i` would rather have `s` than what it got; equal utilities do not envy.
bool prefers(const PlacementProblem& problem, const Assignment& got, CandidateId i, SeatId s) {
    if (!may_take(problem, i, s)) return false;
    const auto& own = got.seat_of[i];
    return !own || problem.resident_utility(i, s) > problem.resident_utility(i, *own);
}

/// Tells whether seat `s` has a free place or someone of lower priority than `i`.
bool would_take(const PlacementProblem& problem,
                const Assignment& got,
                const Column<SeatId, int>& taken,
                CandidateId i,
                SeatId s) {
    if (taken[s] < problem.seats[s].quota) return true;
    for (const CandidateId other : rows<CandidateId>(problem.candidates.size())) {
        const bool holds_it = got.seat_of[other] == std::optional(s);
        if (holds_it && problem.employer_priority(other, s) < problem.employer_priority(i, s)) {
            return true;
        }
    }
    return false;
}

}  // namespace

PlacementProblem::PlacementProblem(std::vector<Candidate> waiting, std::vector<Seat> funded)
    : candidates(std::move(waiting)),
      seats(std::move(funded)),
      feasible(candidates.size(), seats.size()),
      value(candidates.size(), seats.size()),
      resident_utility(candidates.size(), seats.size()),
      employer_priority(candidates.size(), seats.size()) {}

bool is_built(PlacementPolicy policy) {
    switch (policy) {
        case PlacementPolicy::first_come:
        case PlacementPolicy::need_first:
        case PlacementPolicy::commission_score:
        case PlacementPolicy::lottery:
        case PlacementPolicy::deferred_acceptance:
        case PlacementPolicy::optimal:
            return true;
        default:
            return false;
    }
}

Assignment place(PlacementPolicy policy,
                 const PlacementProblem& problem,
                 const Draws& draws,
                 Month month) {
    expects(is_built(policy), "the reader refuses placement policies of later versions");
    switch (policy) {
        case PlacementPolicy::deferred_acceptance:
            return with_reasons(problem, deferred_acceptance(problem));
        case PlacementPolicy::optimal:
            return with_reasons(problem, optimal_assignment(problem).seat_of);
        default:
            return with_reasons(
                problem,
                serve_in_order(problem, priority_order(policy, problem, draws, month)));
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

int count_blocking_pairs(const PlacementProblem& problem, const Assignment& assignment) {
    const Column<SeatId, int> taken = occupancy(problem, assignment.seat_of);
    int blocking = 0;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            if (prefers(problem, assignment, i, s) &&
                would_take(problem, assignment, taken, i, s)) {
                ++blocking;
            }
        }
    }
    return blocking;
}

}  // namespace cantiere
