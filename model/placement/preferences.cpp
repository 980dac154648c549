#include "model/placement/preferences.h"

#include <algorithm>

#include "model/core/rows.h"

namespace cantiere {

std::vector<SeatId> wishes_of(const PlacementProblem& problem, CandidateId i) {
    std::vector<SeatId> wishes;
    for (const SeatId s : rows<SeatId>(problem.seats.size())) {
        if (may_take(problem, i, s)) wishes.push_back(s);
    }
    std::sort(wishes.begin(), wishes.end(), [&](SeatId a, SeatId b) {
        return likes_better(problem, i, b, a);
    });
    return wishes;
}

std::vector<CandidateId> ranking_of(const PlacementProblem& problem, SeatId s) {
    std::vector<CandidateId> ranking;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        if (problem.feasible(i, s) != 0) ranking.push_back(i);
    }
    std::sort(ranking.begin(), ranking.end(), [&](CandidateId a, CandidateId b) {
        return goes_before(problem, s, b, a);
    });
    return ranking;
}

}  // namespace cantiere
