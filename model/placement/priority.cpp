#include "model/placement/priority.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "model/core/contracts.h"
#include "model/core/rows.h"

namespace cantiere {
namespace {

/// Sorts candidates by a rank each, the least first; ties by key.
template <class Rank>
std::vector<CandidateId> sorted_by(const PlacementProblem& problem, Rank rank) {
    std::vector<std::tuple<decltype(rank(Candidate{})), EntityKey, CandidateId>> turns;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        const Candidate& candidate = problem.candidates[i];
        turns.emplace_back(rank(candidate), candidate.key, i);
    }
    std::ranges::sort(turns);
    std::vector<CandidateId> order;
    for (const auto& [own_rank, key, i] : turns) order.push_back(i);
    return order;
}

/// Tells whether seat `s` beats the best one so far in worth.
bool beats(const PlacementProblem& problem,
           const PairTable<double>& worth,
           CandidateId i,
           SeatId s,
           std::optional<SeatId> best) {
    if (!best) return true;
    if (worth(i, s) != worth(i, *best)) return worth(i, s) > worth(i, *best);
    return problem.seats[s].key < problem.seats[*best].key;
}

}  // namespace

std::vector<CandidateId> priority_order(PlacementPolicy policy,
                                        const PlacementProblem& problem,
                                        const Draws& draws,
                                        Month month) {
    switch (policy) {
        case PlacementPolicy::first_come:
            return sorted_by(problem, [](const Candidate& c) { return c.registered_month; });
        case PlacementPolicy::need_first:
            return sorted_by(problem, [](const Candidate& c) { return -c.observed_need; });
        case PlacementPolicy::commission_score:
        case PlacementPolicy::serial_dictatorship:
            return sorted_by(problem, [](const Candidate& c) { return -c.score; });
        case PlacementPolicy::employability:
            return sorted_by(problem, [](const Candidate& c) { return -c.predicted_success; });
        case PlacementPolicy::uplift:
            return sorted_by(problem, [](const Candidate& c) { return -c.predicted_uplift; });
        case PlacementPolicy::lottery:
            return sorted_by(problem, [&](const Candidate& c) {
                return draws.ticket(c.key, month, Decision::placement_lottery);
            });
        default:
            expects(false, "the policy orders candidates");
            return {};
    }
}

Column<CandidateId, std::optional<SeatId>> serve_in_order(const PlacementProblem& problem,
                                                          const std::vector<CandidateId>& order,
                                                          const PairTable<double>& worth) {
    Column<CandidateId, std::optional<SeatId>> seat_of(problem.candidates.size());
    Column<SeatId, int> taken(problem.seats.size(), 0);
    for (const CandidateId i : order) {
        std::optional<SeatId> best;
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            const bool open = taken[s] < problem.seats[s].quota && may_take(problem, i, s);
            if (open && beats(problem, worth, i, s, best)) best = s;
        }
        if (best) ++taken[*best];
        seat_of[i] = best;
    }
    return seat_of;
}

}  // namespace cantiere
