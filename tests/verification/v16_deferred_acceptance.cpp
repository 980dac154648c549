#include "tests/support/catch.h"
#include "tests/support/permuted.h"
#include "tests/support/small_markets.h"

namespace cantiere {
namespace {

const Draws draws(RunKey{16, 0, 0});

Assignment residents_propose(const PlacementProblem& problem) {
    return place(PlacementPolicy::deferred_acceptance, problem, draws, Month{0});
}

}  // namespace

TEST_CASE("V16 residents proposing: no pair blocks, checked over every pair") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        for (ProblemShape shape : small_shapes()) {
            shape.candidates *= 4;
            shape.seats *= 3;
            const PlacementProblem problem = random_problem(seed, shape);
            REQUIRE(count_blocking_pairs(problem, residents_propose(problem)) == 0);
        }
    }
}

TEST_CASE("V16 residents proposing: the order of the lists does not matter") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const ProblemShape shape{20, 9, 3, 0.7, 0.2, 0};
        const PlacementProblem problem = random_problem(seed, shape);
        const PlacementProblem moved =
            reordered(problem, shuffled_order(shape.candidates), shuffled_order(shape.seats));
        REQUIRE(outcome_by_key(moved, residents_propose(moved)) ==
                outcome_by_key(problem, residents_propose(problem)));
    }
}

TEST_CASE("V16 residents proposing: no stable assignment is better for any resident") {
    int with_choice = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        for (const ProblemShape& shape : small_shapes()) {
            const PlacementProblem problem = random_problem(seed, shape);
            const Assignment best = residents_propose(problem);
            const auto stable = stable_assignments(problem);
            REQUIRE_FALSE(stable.empty());
            with_choice += stable.size() > 1 ? 1 : 0;
            for (const Assignment& other : stable) {
                for (const CandidateId i : rows<CandidateId>(shape.candidates)) {
                    REQUIRE(utility_in(problem, best, i) >= utility_in(problem, other, i));
                }
            }
        }
    }
    CHECK(with_choice > 5);  // the claim is empty where one assignment alone is stable
}

TEST_CASE(
    "V16 rural hospitals: the same residents are placed in every stable assignment, and a "
    "seat with room left has the same holders") {
    for (std::uint64_t seed = 100; seed < 160; ++seed) {
        for (const ProblemShape& shape : small_shapes()) {
            const PlacementProblem problem = random_problem(seed, shape);
            const Assignment ours = residents_propose(problem);
            const auto taken = occupancy(problem, ours.seat_of);
            for (const Assignment& other : stable_assignments(problem)) {
                REQUIRE(placed_set(other) == placed_set(ours));
                const auto taken_there = occupancy(problem, other.seat_of);
                for (const SeatId s : rows<SeatId>(shape.seats)) {
                    REQUIRE(taken_there[s] == taken[s]);
                    if (taken[s] == problem.seats[s].quota) continue;
                    for (const CandidateId i : rows<CandidateId>(shape.candidates)) {
                        REQUIRE((other.seat_of[i] == s) == (ours.seat_of[i] == s));
                    }
                }
            }
        }
    }
}

}  // namespace cantiere
