#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/small_markets.h"

namespace cantiere {
namespace {

const Draws draws(RunKey{16, 0, 0});

Assignment employers_propose(const PlacementProblem& problem) {
    return place(PlacementPolicy::deferred_acceptance_employer, problem, draws, Month{0});
}

/// Priorities of who holds a seat, the highest first.
std::vector<double> holders_in(const PlacementProblem& problem,
                               const Assignment& assignment,
                               SeatId s) {
    std::vector<double> priorities;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        if (assignment.seat_of[i] == s) priorities.push_back(problem.employer_priority(i, s));
    }
    std::sort(priorities.rbegin(), priorities.rend());
    return priorities;
}

}  // namespace

TEST_CASE("V16 employers proposing: no pair blocks, checked over every pair") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        for (ProblemShape shape : small_shapes()) {
            shape.candidates *= 4;
            shape.seats *= 3;
            const PlacementProblem problem = random_problem(seed, shape);
            REQUIRE(count_blocking_pairs(problem, employers_propose(problem)) == 0);
        }
    }
}

TEST_CASE("V16 employers proposing: no stable assignment is better for any employer") {
    int other_than_residents = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        for (const ProblemShape& shape : small_shapes()) {
            const PlacementProblem problem = random_problem(seed, shape);
            const Assignment best = employers_propose(problem);
            const Assignment theirs =
                place(PlacementPolicy::deferred_acceptance, problem, draws, Month{0});
            other_than_residents += best.seat_of == theirs.seat_of ? 0 : 1;
            for (const Assignment& other : stable_assignments(problem)) {
                for (const SeatId s : rows<SeatId>(shape.seats)) {
                    const auto ours = holders_in(problem, best, s);
                    const auto there = holders_in(problem, other, s);
                    REQUIRE(ours.size() == there.size());  // rural hospitals
                    for (std::size_t k = 0; k < ours.size(); ++k) REQUIRE(ours[k] >= there[k]);
                }
            }
        }
    }
    CHECK(other_than_residents > 5);
}

TEST_CASE("V16 employers proposing: no stable assignment is worse for any resident") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        for (const ProblemShape& shape : small_shapes()) {
            const PlacementProblem problem = random_problem(seed, shape);
            const Assignment worst = employers_propose(problem);
            for (const Assignment& other : stable_assignments(problem)) {
                REQUIRE(placed_set(other) == placed_set(worst));
                for (const CandidateId i : rows<CandidateId>(shape.candidates)) {
                    REQUIRE(utility_in(problem, worst, i) <= utility_in(problem, other, i));
                }
            }
        }
    }
}

}  // namespace cantiere
