#pragma once

#include <algorithm>
#include <vector>

#include "model/core/draws.h"
#include "model/core/rows.h"
#include "model/placement/fairness.h"
#include "model/placement/placement.h"

namespace cantiere {

/// What a random problem looks like.
struct ProblemShape {
    std::size_t candidates = 6;
    std::size_t seats = 4;
    int greatest_quota = 1;
    double feasible_share = 1.0;
    double refused_share = 0.0;  // pairs of negative utility
    int value_levels = 0;        // 0: real values in [0, 1); else that many whole values, with ties
};

/// Builds a problem at random; the same for the same seed and shape.
inline PlacementProblem random_problem(std::uint64_t seed, const ProblemShape& shape) {
    const Draws draws(RunKey{seed, 0, 0});
    const auto u = [&](std::uint64_t what, std::size_t i, std::size_t s) {
        return draws.uniform(hash_key({what, i, s}), Month{0}, Decision::toy_level);
    };
    std::vector<Candidate> candidates(shape.candidates);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        candidates[i].who = ResidentId::at(i);
        candidates[i].key = hash_key({seed, 1, i});
        candidates[i].registered_month = Month{static_cast<int>(u(2, i, 0) * 5.0)};
        candidates[i].observed_need = u(3, i, 0);
        candidates[i].score = u(4, i, 0);
        candidates[i].predicted_success = u(12, i, 0);
        candidates[i].predicted_uplift = u(13, i, 0);
        for (const Group group : {Group::disability, Group::migrant, Group::homeless}) {
            const bool member = u(14 + static_cast<std::uint64_t>(group), i, 0) < 0.4;
            const GroupMask flag = member ? bit(group) : GroupMask{0};
            candidates[i].groups = static_cast<GroupMask>(candidates[i].groups | flag);
        }
    }
    std::vector<Seat> seats(shape.seats);
    for (std::size_t s = 0; s < seats.size(); ++s) {
        seats[s].key = hash_key({seed, 5, s});
        seats[s].quota = 1 + static_cast<int>(u(6, s, 0) * shape.greatest_quota);
    }
    PlacementProblem problem(std::move(candidates), std::move(seats));
    for (const CandidateId i : rows<CandidateId>(shape.candidates)) {
        for (const SeatId s : rows<SeatId>(shape.seats)) {
            const double value = u(7, i.index(), s.index());
            const int level = static_cast<int>(value * shape.value_levels);
            problem.feasible(i, s) = u(8, i.index(), s.index()) < shape.feasible_share ? 1 : 0;
            problem.value(i, s) = shape.value_levels > 0 ? level : value;
            const bool refused = u(9, i.index(), s.index()) < shape.refused_share;
            const double utility = u(10, i.index(), s.index());
            problem.resident_utility(i, s) = refused ? -utility : utility;
            problem.employer_priority(i, s) = u(11, i.index(), s.index());
        }
    }
    problem.arrivals = {1.0, 3, 0.03, 3, {}};
    for (std::size_t kind = 0; kind < 4; ++kind) {
        problem.arrivals.kinds.emplace_back();
        for (std::size_t s = 0; s < shape.seats; ++s) {
            problem.arrivals.kinds.back().push_back(u(30, kind, s));
        }
    }
    return problem;
}

/// Returns the same problem with its lists in another order.
inline PlacementProblem reordered(const PlacementProblem& problem,
                                  const std::vector<std::size_t>& candidate_order,
                                  const std::vector<std::size_t>& seat_order) {
    std::vector<Candidate> candidates;
    for (const std::size_t i : candidate_order) {
        candidates.push_back(problem.candidates[CandidateId::at(i)]);
    }
    std::vector<Seat> seats;
    for (const std::size_t s : seat_order) seats.push_back(problem.seats[SeatId::at(s)]);
    PlacementProblem moved(std::move(candidates), std::move(seats));
    for (const CandidateId i : rows<CandidateId>(candidate_order.size())) {
        for (const SeatId s : rows<SeatId>(seat_order.size())) {
            const auto from_i = CandidateId::at(candidate_order[i.index()]);
            const auto from_s = SeatId::at(seat_order[s.index()]);
            moved.feasible(i, s) = problem.feasible(from_i, from_s);
            moved.value(i, s) = problem.value(from_i, from_s);
            moved.resident_utility(i, s) = problem.resident_utility(from_i, from_s);
            moved.employer_priority(i, s) = problem.employer_priority(from_i, from_s);
        }
    }
    moved.floor = problem.floor;
    moved.arrivals = problem.arrivals;
    for (std::size_t kind = 0; kind < moved.arrivals.kinds.size(); ++kind) {
        moved.arrivals.kinds[kind].clear();
        for (const std::size_t s : seat_order) {
            moved.arrivals.kinds[kind].push_back(problem.arrivals.kinds[kind][s]);
        }
    }
    return moved;
}

/// Key of the seat of each candidate, by candidate key; 0 = none. Equal for equal outcomes,
/// whatever the order of the lists.
inline std::vector<std::pair<EntityKey, EntityKey>> outcome_by_key(const PlacementProblem& problem,
                                                                   const Assignment& assignment) {
    std::vector<std::pair<EntityKey, EntityKey>> outcome;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        const auto seat = assignment.seat_of[i];
        outcome.emplace_back(problem.candidates[i].key,
                             seat ? problem.seats[*seat].key : EntityKey{0});
    }
    std::sort(outcome.begin(), outcome.end());
    return outcome;
}

/// Calls `visit` with every assignment of pairs that may be taken, within quotas.
template <class Visit>
void for_each_assignment(const PlacementProblem& problem, Visit visit) {
    Assignment assignment;
    assignment.seat_of = Column<CandidateId, std::optional<SeatId>>(problem.candidates.size());
    Column<SeatId, int> taken(problem.seats.size(), 0);
    const auto assign = [&](const auto& self, std::size_t next) -> void {
        if (next == problem.candidates.size()) {
            visit(assignment);
            return;
        }
        const auto i = CandidateId::at(next);
        assignment.seat_of[i] = std::nullopt;
        self(self, next + 1);
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            if (!may_take(problem, i, s) || taken[s] == problem.seats[s].quota) continue;
            ++taken[s];
            assignment.seat_of[i] = s;
            self(self, next + 1);
            --taken[s];
        }
        assignment.seat_of[i] = std::nullopt;
    };
    assign(assign, 0);
}

/// Counts the candidates who got a seat.
inline int placed_count(const Assignment& assignment) {
    int placed = 0;
    for (const auto& seat : assignment.seat_of) placed += seat ? 1 : 0;
    return placed;
}

}  // namespace cantiere
