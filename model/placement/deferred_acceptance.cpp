#include "model/placement/deferred_acceptance.h"

#include <algorithm>
#include <vector>

#include "model/core/rows.h"

namespace cantiere {
namespace {

/// Lists the seats `i` may take, the favourite last.
std::vector<SeatId> proposals_of(const PlacementProblem& problem, CandidateId i) {
    std::vector<SeatId> seats;
    for (const SeatId s : rows<SeatId>(problem.seats.size())) {
        if (may_take(problem, i, s)) seats.push_back(s);
    }
    std::sort(seats.begin(), seats.end(), [&](SeatId a, SeatId b) {
        const double utility_a = problem.resident_utility(i, a);
        const double utility_b = problem.resident_utility(i, b);
        if (utility_a != utility_b) return utility_a < utility_b;
        return problem.seats[a].key > problem.seats[b].key;
    });
    return seats;
}

/// Takes the candidate of least priority out of those a seat holds.
CandidateId reject_last(std::vector<CandidateId>& held, const PlacementProblem& problem, SeatId s) {
    const auto last = std::max_element(held.begin(), held.end(), [&](CandidateId a, CandidateId b) {
        const double priority_a = problem.employer_priority(a, s);
        const double priority_b = problem.employer_priority(b, s);
        if (priority_a != priority_b) return priority_a > priority_b;
        return problem.candidates[a].key < problem.candidates[b].key;
    });
    const CandidateId rejected = *last;
    held.erase(last);
    return rejected;
}

}  // namespace

Column<CandidateId, std::optional<SeatId>> deferred_acceptance(const PlacementProblem& problem) {
    const auto everybody = rows<CandidateId>(problem.candidates.size());
    Column<CandidateId, std::vector<SeatId>> proposals(problem.candidates.size());
    for (const CandidateId i : everybody) proposals[i] = proposals_of(problem, i);

    Column<SeatId, std::vector<CandidateId>> held(problem.seats.size());
    std::vector<CandidateId> proposing(everybody.begin(), everybody.end());
    while (!proposing.empty()) {
        const CandidateId i = proposing.back();
        proposing.pop_back();
        if (proposals[i].empty()) continue;
        const SeatId s = proposals[i].back();
        proposals[i].pop_back();
        held[s].push_back(i);
        if (held[s].size() > static_cast<std::size_t>(problem.seats[s].quota)) {
            proposing.push_back(reject_last(held[s], problem, s));
        }
    }

    Column<CandidateId, std::optional<SeatId>> seat_of(problem.candidates.size());
    for (const SeatId s : rows<SeatId>(problem.seats.size())) {
        for (const CandidateId i : held[s]) seat_of[i] = s;
    }
    return seat_of;
}

}  // namespace cantiere
