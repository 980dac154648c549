#include "tests/support/catch.h"
#include "tests/support/permuted.h"
#include "tests/support/placement_problems.h"

namespace cantiere {
namespace {

const Draws draws(RunKey{18, 0, 0});

Assignment first_come(const PlacementProblem& problem) {
    return place(PlacementPolicy::first_come, problem, draws, Month{0});
}

/// Tells whether `other` gives somebody a seat of greater value and nobody one of less; no seat is
/// the least.
bool dominates(const PlacementProblem& problem, const Assignment& other, const Assignment& own) {
    constexpr double none = -1.0;  // below every value of the problems here
    bool better = false;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        const double there = other.seat_of[i] ? problem.value(i, *other.seat_of[i]) : none;
        const double here = own.seat_of[i] ? problem.value(i, *own.seat_of[i]) : none;
        if (there < here) return false;
        better = better || there > here;
    }
    return better;
}

}  // namespace

TEST_CASE("V18 first come: no other assignment is better for one and worse for none") {
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
        const ProblemShape shape{6, 4, 2, 0.8, 0.1, 0};
        const PlacementProblem problem = random_problem(seed, shape);
        const Assignment own = first_come(problem);
        for_each_assignment(problem, [&](const Assignment& other) {
            REQUIRE_FALSE(dominates(problem, other, own));
        });
    }
}

TEST_CASE("V18 first come: the order of the lists does not matter, ties in waiting included") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const ProblemShape shape{30, 8, 3, 0.8, 0.1, 3};  // registered in five months: many ties
        const PlacementProblem problem = random_problem(seed, shape);
        const PlacementProblem moved =
            reordered(problem, shuffled_order(shape.candidates), shuffled_order(shape.seats));
        REQUIRE(outcome_by_key(moved, first_come(moved)) ==
                outcome_by_key(problem, first_come(problem)));
    }
}

TEST_CASE("V18 first come: nobody is placed while someone registered earlier could have the seat") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const ProblemShape shape{20, 5, 2, 0.7, 0.0, 0};
        const PlacementProblem problem = random_problem(seed, shape);
        const Assignment got = first_come(problem);
        for (const CandidateId early : rows<CandidateId>(shape.candidates)) {
            if (got.seat_of[early]) continue;
            for (const CandidateId late : rows<CandidateId>(shape.candidates)) {
                if (!got.seat_of[late] || !may_take(problem, early, *got.seat_of[late])) continue;
                REQUIRE(problem.candidates[late].registered_month <=
                        problem.candidates[early].registered_month);
            }
        }
    }
}

}  // namespace cantiere
