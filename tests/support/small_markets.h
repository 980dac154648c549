#pragma once
/// Placement problems small enough to look at every assignment, and what to ask of one.

#include <set>
#include <vector>

#include "tests/support/placement_problems.h"

namespace cantiere {

/// Shapes with scarce seats, spare seats, quotas, infeasible pairs and refusals.
inline std::vector<ProblemShape> small_shapes() {
    std::vector<ProblemShape> shapes(4);
    shapes[0] = {6, 4, 1, 1.0, 0.0, 0};
    shapes[1] = {6, 3, 2, 0.8, 0.2, 0};
    shapes[2] = {4, 6, 1, 0.6, 0.1, 0};
    shapes[3] = {5, 2, 3, 0.9, 0.3, 0};
    return shapes;
}

/// Lists the assignments that no pair blocks.
inline std::vector<Assignment> stable_assignments(const PlacementProblem& problem) {
    std::vector<Assignment> stable;
    for_each_assignment(problem, [&](const Assignment& assignment) {
        if (count_blocking_pairs(problem, assignment) == 0) stable.push_back(assignment);
    });
    return stable;
}

/// Utility of what a candidate got; 0 for waiting.
inline double utility_in(const PlacementProblem& problem,
                         const Assignment& assignment,
                         CandidateId i) {
    const auto seat = assignment.seat_of[i];
    return seat ? problem.resident_utility(i, *seat) : 0.0;
}

inline std::set<std::size_t> placed_set(const Assignment& assignment) {
    std::set<std::size_t> placed;
    for (const CandidateId i : rows<CandidateId>(assignment.seat_of.size())) {
        if (assignment.seat_of[i]) placed.insert(i.index());
    }
    return placed;
}

}  // namespace cantiere
