#pragma once
/// The two orders of a placement problem: each resident's over seats, each seat's over residents.
/// Ties go to the lesser key, so both are strict.

#include <vector>

#include "model/placement/problem.h"

namespace cantiere {

/// Tells whether `i` likes seat `a` better than `b`.
inline bool likes_better(const PlacementProblem& problem, CandidateId i, SeatId a, SeatId b) {
    const double utility_a = problem.resident_utility(i, a);
    const double utility_b = problem.resident_utility(i, b);
    if (utility_a != utility_b) return utility_a > utility_b;
    return problem.seats[a].key < problem.seats[b].key;
}

/// Tells whether `a` goes before `b` at seat `s`.
inline bool goes_before(const PlacementProblem& problem, SeatId s, CandidateId a, CandidateId b) {
    const double priority_a = problem.employer_priority(a, s);
    const double priority_b = problem.employer_priority(b, s);
    if (priority_a != priority_b) return priority_a > priority_b;
    return problem.candidates[a].key < problem.candidates[b].key;
}

/// Lists the seats `i` may take, the favourite last.
std::vector<SeatId> wishes_of(const PlacementProblem& problem, CandidateId i);

/// Lists the candidates who could be in seat `s` by law, target, travel and safety, whoever goes
/// first there last; who would refuse it is in the list.
std::vector<CandidateId> ranking_of(const PlacementProblem& problem, SeatId s);

}  // namespace cantiere
