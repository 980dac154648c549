#include "model/placement/floors.h"

#include "model/placement/optimal.h"
#include "tests/support/catch.h"
#include "tests/support/permuted.h"
#include "tests/support/placement_problems.h"

namespace cantiere {
namespace {

const Draws draws(RunKey{17, 0, 0});

/// A problem with two or three overlapping groups that are owed seats, some more than can be.
PlacementProblem floored_problem(std::uint64_t seed, const ProblemShape& shape) {
    PlacementProblem problem = random_problem(seed, shape);
    problem.floor[Group::migrant] = 1 + static_cast<int>(seed % 3);
    problem.floor[Group::disability] = static_cast<int>(seed % 4);
    problem.floor[Group::homeless] = seed % 5 == 0 ? 1 : 0;
    return problem;
}

std::vector<ProblemShape> shapes() {
    return {{6, 4, 1, 0.8, 0.1, 0},
            {6, 3, 2, 0.7, 0.2, 0},
            {5, 5, 1, 0.6, 0.0, 3},
            {6, 3, 1, 0.9, 0.0, 1},
            {5, 3, 2, 0.8, 0.1, 2}};
}

std::int64_t value_of(const PlacementProblem& problem, const Assignment& assignment) {
    std::int64_t sum = 0;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        const auto seat = assignment.seat_of[i];
        if (seat) sum += value_units(problem.value(i, *seat));
    }
    return sum;
}

/// Place of each candidate by key in the order of seat keys; a seat goes before none.
std::vector<std::size_t> places_by_key(const PlacementProblem& problem,
                                       const Assignment& assignment) {
    std::vector<std::size_t> places;
    for (const auto& [candidate, seat] : outcome_by_key(problem, assignment)) {
        std::size_t before = 0;
        for (const Seat& other : problem.seats) before += other.key < seat ? 1U : 0U;
        places.push_back(seat == EntityKey{0} ? problem.seats.size() : before);
    }
    return places;
}

/// The best assignment by looking at all of them: least shortfall, greatest value, first by key.
struct BruteForce {
    int shortfall = 1000;
    std::int64_t value = 0;
    std::vector<std::size_t> places;
};

BruteForce by_brute_force(const PlacementProblem& problem) {
    BruteForce best;
    for_each_assignment(problem, [&](const Assignment& assignment) {
        const BruteForce own{count_floor_shortfall(problem, assignment),
                             value_of(problem, assignment),
                             places_by_key(problem, assignment)};
        const auto order = [](const BruteForce& b) {
            return std::tuple(b.shortfall, -b.value, b.places);
        };
        if (best.places.empty() || order(own) < order(best)) best = own;
    });
    return best;
}

}  // namespace

TEST_CASE("V17 floors: least shortfall, then greatest value, then the order of keys: brute force") {
    int binding = 0;
    int short_of = 0;
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
        for (const ProblemShape& shape : shapes()) {
            const PlacementProblem problem = floored_problem(seed, shape);
            const FlooredAssignment got = optimal_with_floors(problem);
            const BruteForce best = by_brute_force(problem);
            INFO("seed " << seed);
            REQUIRE(got.shortfall == best.shortfall);
            REQUIRE(got.total_value == best.value);
            REQUIRE(places_by_key(problem, {got.seat_of, {}}) == best.places);
            REQUIRE(count_floor_shortfall(problem, {got.seat_of, {}}) == best.shortfall);
            binding += best.value < optimal_assignment(problem).total_value ? 1 : 0;
            short_of += best.shortfall > 0 ? 1 : 0;
        }
    }
    CHECK(binding > 40);
    CHECK(short_of > 20);
}

TEST_CASE("V17 floors: for a floor a pair worth less than waiting is made, and no other is") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        PlacementProblem problem = floored_problem(seed, {6, 3, 2, 0.8, 0.1, 0});
        for (const CandidateId i : rows<CandidateId>(6)) {
            for (const SeatId s : rows<SeatId>(3)) problem.value(i, s) -= 0.7;
        }
        const FlooredAssignment got = optimal_with_floors(problem);
        const BruteForce best = by_brute_force(problem);
        REQUIRE(got.shortfall == best.shortfall);
        REQUIRE(got.total_value == best.value);
    }
}

TEST_CASE("V17 floors: their price is never below 0, and nothing where they do not bind") {
    int met = 0;
    int paid = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const PlacementProblem free = random_problem(seed, {25, 10, 2, 0.6, 0.1, 0});
        const auto best = optimal_assignment(free);
        CHECK(optimal_with_floors(free).seat_of == best.seat_of);
        PlacementProblem bound = free;
        bound.floor[Group::migrant] = 5;
        bound.floor[Group::homeless] = 4;
        const FlooredAssignment got = optimal_with_floors(bound);
        REQUIRE(got.total_value <= best.total_value);
        const int unbound = count_floor_shortfall(bound, {best.seat_of, {}});
        REQUIRE(got.shortfall <= unbound);
        REQUIRE((got.total_value < best.total_value) == (got.shortfall < unbound));
        met += got.shortfall == 0 ? 1 : 0;
        paid += got.total_value < best.total_value ? 1 : 0;
    }
    CHECK(met > 40);
    CHECK(paid > 10);
}

TEST_CASE("V17 floors: the order of the lists does not matter") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const ProblemShape shape{14, 5, 2, 0.8, 0.1, seed % 2 == 0 ? 0 : 3};
        const PlacementProblem problem = floored_problem(seed, shape);
        const PlacementProblem moved =
            reordered(problem, shuffled_order(shape.candidates), shuffled_order(shape.seats));
        const auto place_it = [](const PlacementProblem& p) {
            return place(PlacementPolicy::optimal_with_floors, p, draws, Month{0});
        };
        REQUIRE(outcome_by_key(moved, place_it(moved)) ==
                outcome_by_key(problem, place_it(problem)));
    }
}

}  // namespace cantiere
