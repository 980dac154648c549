#include <cmath>

#include "model/placement/optimal.h"
#include "tests/support/catch.h"
#include "tests/support/permuted.h"
#include "tests/support/placement_problems.h"

namespace cantiere {
namespace {

std::int64_t units(const PlacementProblem& problem, CandidateId i, SeatId s) {
    return value_units(problem.value(i, s));
}

std::int64_t value_of(const PlacementProblem& problem,
                      const Column<CandidateId, std::optional<SeatId>>& seat_of) {
    std::int64_t sum = 0;
    for (const CandidateId i : rows<CandidateId>(seat_of.size())) {
        if (seat_of[i]) sum += units(problem, i, *seat_of[i]);
    }
    return sum;
}

/// Checks the dual certificate: feasible, equal to the primal, complementary.
void check_certificate(const PlacementProblem& problem, const OptimalAssignment& best) {
    const auto taken = occupancy(problem, best.seat_of);
    std::int64_t dual = 0;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        REQUIRE(best.candidate_price[i] >= 0);
        dual += best.candidate_price[i];
        if (best.candidate_price[i] > 0) REQUIRE(best.seat_of[i].has_value());
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            if (!may_take(problem, i, s)) {
                REQUIRE(best.seat_of[i] != s);
                continue;
            }
            const std::int64_t price = best.candidate_price[i] + best.seat_price[s];
            const std::int64_t value = units(problem, i, s);
            REQUIRE(price >= value);
            if (best.seat_of[i] == s) REQUIRE(price == value);
        }
    }
    for (const SeatId s : rows<SeatId>(problem.seats.size())) {
        REQUIRE(taken[s] <= problem.seats[s].quota);
        REQUIRE(best.seat_price[s] >= 0);
        if (best.seat_price[s] > 0) REQUIRE(taken[s] == problem.seats[s].quota);
        dual += best.seat_price[s] * problem.seats[s].quota;
    }
    REQUIRE(best.total_value == dual);
    REQUIRE(best.total_value == value_of(problem, best.seat_of));
}

/// Places of the candidates by key in the order of seat keys; a seat goes before none.
std::vector<std::size_t> places_by_key(const PlacementProblem& problem,
                                       const Column<CandidateId, std::optional<SeatId>>& seat_of) {
    std::vector<SeatId> seats;
    for (const SeatId s : rows<SeatId>(problem.seats.size())) seats.push_back(s);
    std::sort(seats.begin(), seats.end(), [&](SeatId a, SeatId b) {
        return problem.seats[a].key < problem.seats[b].key;
    });
    std::vector<std::pair<EntityKey, std::size_t>> places;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        std::size_t place = seats.size();
        for (std::size_t p = 0; p < seats.size(); ++p) {
            if (seat_of[i] == seats[p]) place = p;
        }
        places.emplace_back(problem.candidates[i].key, place);
    }
    std::sort(places.begin(), places.end());
    std::vector<std::size_t> in_order;
    for (const auto& [key, place] : places) in_order.push_back(place);
    return in_order;
}

/// Minimum cost of an n x n assignment with independent Exp(1) costs, by the optimal policy.
double random_minimum_cost(std::uint64_t seed, std::uint64_t instance, std::size_t n) {
    const Draws draws(RunKey{seed, 0, 0});
    constexpr double above_every_cost = 64.0;
    PlacementProblem problem =
        random_problem(hash_key({seed, instance}).value, {n, n, 1, 1.0, 0.0, 0});
    for (const CandidateId i : rows<CandidateId>(n)) {
        for (const SeatId s : rows<SeatId>(n)) {
            const EntityKey pair = hash_key({instance, i.index(), s.index()});
            const double cost = draws.exponential(pair, Month{0}, Decision::toy_level);
            problem.value(i, s) = above_every_cost - cost;
        }
    }
    const OptimalAssignment best = optimal_assignment(problem);
    REQUIRE(placed_count({best.seat_of, {}}) == static_cast<int>(n));
    return above_every_cost * static_cast<double>(n) -
           static_cast<double>(best.total_value) / 0x1p24;
}

void check_parisi(std::size_t n, int instances, double mean, std::uint64_t seed) {
    double sum = 0.0;
    double squares = 0.0;
    for (int k = 0; k < instances; ++k) {
        const double cost = random_minimum_cost(seed, static_cast<std::uint64_t>(k), n);
        sum += cost;
        squares += cost * cost;
    }
    const double average = sum / instances;
    const double sd = std::sqrt((squares - sum * average) / (instances - 1));
    INFO("n " << n << ", seed " << seed << ", mean " << average);
    CHECK(std::abs(average - mean) < 4.5 * sd / std::sqrt(static_cast<double>(instances)));
}

}  // namespace

TEST_CASE("V17 optimal: equals brute force up to eight candidates") {
    const std::vector<ProblemShape> shapes{{8, 8, 1, 1.0, 0.0, 0},
                                           {8, 3, 2, 0.8, 0.1, 0},
                                           {5, 7, 1, 0.6, 0.1, 0},
                                           {7, 4, 3, 0.9, 0.0, 4}};
    for (const ProblemShape& shape : shapes) {
        for (std::uint64_t seed = 0; seed < (shape.seats == 8 ? 3u : 25u); ++seed) {
            const PlacementProblem problem = random_problem(seed, shape);
            const OptimalAssignment best = optimal_assignment(problem);
            std::int64_t greatest = 0;
            for_each_assignment(problem, [&](const Assignment& assignment) {
                greatest = std::max(greatest, value_of(problem, assignment.seat_of));
            });
            REQUIRE(best.total_value == greatest);
        }
    }
}

TEST_CASE("V17 optimal: primal equals dual, and slackness is complementary") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const ProblemShape shape{60, 20, 4, 0.6, 0.1, seed % 2 == 0 ? 0 : 5};
        const PlacementProblem problem = random_problem(seed, shape);
        check_certificate(problem, optimal_assignment(problem));
    }
}

TEST_CASE("V17 optimal: pairs worth less than waiting are not made") {
    PlacementProblem problem = random_problem(17, {6, 6, 1, 1.0, 0.0, 0});
    for (const CandidateId i : rows<CandidateId>(6)) {
        for (const SeatId s : rows<SeatId>(6)) {
            if (i.index() >= 2) problem.value(i, s) = -0.5;
        }
    }
    const Draws draws(RunKey{17, 0, 0});
    const Assignment got = place(PlacementPolicy::optimal, problem, draws, Month{0});
    CHECK(placed_count(got) == 2);
    CHECK(got.reason[CandidateId::at(4)] == PlacementReason::not_worth_it);
    check_certificate(problem, optimal_assignment(problem));
}

TEST_CASE(
    "V17 optimal: among equal optima the first in the order of keys, for any order of lists") {
    int ties = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const ProblemShape shape{6, 4, 2, 0.8, 0.0, 2};
        const PlacementProblem problem = random_problem(seed, shape);
        const OptimalAssignment best = optimal_assignment(problem);
        std::vector<std::vector<std::size_t>> optima;
        for_each_assignment(problem, [&](const Assignment& assignment) {
            if (value_of(problem, assignment.seat_of) != best.total_value) return;
            optima.push_back(places_by_key(problem, assignment.seat_of));
        });
        ties += optima.size() > 1 ? 1 : 0;
        REQUIRE(places_by_key(problem, best.seat_of) ==
                *std::min_element(optima.begin(), optima.end()));
        const PlacementProblem moved = reordered(problem, shuffled_order(6), shuffled_order(4));
        REQUIRE(places_by_key(moved, optimal_assignment(moved).seat_of) ==
                places_by_key(problem, best.seat_of));
    }
    CHECK(ties > 30);
}

TEST_CASE("V17 optimal: mean minimum cost of random assignments is Parisi's sum of 1/k^2") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        check_parisi(10, 2000, 1.549768, seed);
        check_parisi(50, 200, 1.625133, seed);
    }
}

}  // namespace cantiere
