#include "model/placement/fairness.h"

#include <algorithm>
#include <limits>

#include "model/core/rows.h"

namespace cantiere {
namespace {

/// Tells whether `i` would rather have `s` than what it got; equal utilities do not envy.
bool prefers(const PlacementProblem& problem, const Assignment& got, CandidateId i, SeatId s) {
    if (!may_take(problem, i, s)) return false;
    const auto& own = got.seat_of[i];
    return !own || problem.resident_utility(i, s) > problem.resident_utility(i, *own);
}

/// Least priority among those who got each seat; infinity where nobody did.
Column<SeatId, double> least_priorities(const PlacementProblem& problem, const Assignment& got) {
    Column<SeatId, double> least(problem.seats.size(), std::numeric_limits<double>::infinity());
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        if (!got.seat_of[i]) continue;
        const SeatId s = *got.seat_of[i];
        least[s] = std::min(least[s], problem.employer_priority(i, s));
    }
    return least;
}

/// Counts the pairs of a resident and a seat preferred to what they got that `claims` accepts.
template <class Claims>
int count_preferred(const PlacementProblem& problem, const Assignment& got, Claims claims) {
    int pairs = 0;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            if (prefers(problem, got, i, s) && claims(i, s)) ++pairs;
        }
    }
    return pairs;
}

}  // namespace

int count_justified_envy(const PlacementProblem& problem, const Assignment& assignment) {
    const Column<SeatId, double> least = least_priorities(problem, assignment);
    return count_preferred(problem, assignment, [&](CandidateId i, SeatId s) {
        return least[s] < problem.employer_priority(i, s);
    });
}

int count_blocking_pairs(const PlacementProblem& problem, const Assignment& assignment) {
    const Column<SeatId, double> least = least_priorities(problem, assignment);
    const Column<SeatId, int> taken = occupancy(problem, assignment.seat_of);
    return count_preferred(problem, assignment, [&](CandidateId i, SeatId s) {
        return taken[s] < problem.seats[s].quota || least[s] < problem.employer_priority(i, s);
    });
}

int count_floor_shortfall(const PlacementProblem& problem, const Assignment& assignment) {
    int shortfall = 0;
    for (const Group group : members<Group>()) {
        if (problem.floor[group] <= 0) continue;
        int placed = 0;
        for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
            if (!holds(problem.candidates[i].groups, group)) continue;
            placed += assignment.seat_of[i] ? 1 : 0;
        }
        shortfall += std::max(0, problem.floor[group] - placed);
    }
    return shortfall;
}

}  // namespace cantiere
