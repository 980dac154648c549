#include "model/placement/bid_price.h"

#include "model/placement/optimal.h"
#include "tests/support/catch.h"
#include "tests/support/placement_problems.h"

namespace cantiere {
namespace {

const Draws draws(RunKey{17, 1, 0});

/// Greatest total value with some places more or fewer in one seat.
std::int64_t greatest_with(PlacementProblem problem, SeatId s, int more) {
    problem.seats[s].quota += more;
    return optimal_assignment(problem).total_value;
}

/// One person here and one foreseen for one place.
PlacementProblem one_place(double here, double foreseen) {
    PlacementProblem problem(std::vector<Candidate>(1), std::vector<Seat>(1));
    problem.candidates[CandidateId::at(0)].key = EntityKey{5};
    problem.feasible(CandidateId::at(0), SeatId::at(0)) = 1;
    problem.value(CandidateId::at(0), SeatId::at(0)) = here;
    problem.arrivals = {50.0, 1, 0.0, 2, {{foreseen}}};  // fifty a month: somebody comes
    return problem;
}

bool is_placed_under_bids(const PlacementProblem& problem) {
    return bid_price(problem, draws, Month{0})[CandidateId::at(0)].has_value();
}

}  // namespace

TEST_CASE(
    "V17 duals: the least price is what one place more adds, the greatest what one less costs") {
    int apart = 0;
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        const ProblemShape shape{8, 4, 2, 0.8, 0.1, seed % 3 == 0 ? 3 : 0};
        const PlacementProblem problem = random_problem(seed, shape);
        const OptimalAssignment best = some_optimal_assignment(problem);
        const DualPrices prices = dual_prices(problem, best.seat_of);
        for (const SeatId s : rows<SeatId>(shape.seats)) {
            REQUIRE(prices.least[s] == greatest_with(problem, s, 1) - best.total_value);
            REQUIRE(prices.greatest[s] == best.total_value - greatest_with(problem, s, -1));
            apart += prices.least[s] < prices.greatest[s] ? 1 : 0;
        }
    }
    CHECK(apart > 100);
}

TEST_CASE("V17 a seat whose places are gone moves the price of no other") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const ProblemShape shape{8, 4, 2, 0.8, 0.1, 0};
        PlacementProblem gone = random_problem(seed, shape);
        const SeatId last = SeatId::at(shape.seats - 1);
        gone.seats[last].quota = 0;
        PlacementProblem closed = gone;
        for (const CandidateId i : rows<CandidateId>(closed.candidates.size())) {
            closed.feasible(i, last) = 0;
        }
        const DualPrices with = dual_prices(gone, some_optimal_assignment(gone).seat_of);
        const DualPrices without = dual_prices(closed, some_optimal_assignment(closed).seat_of);
        for (const SeatId s : rows<SeatId>(shape.seats - 1)) {
            REQUIRE(with.least[s] == without.least[s]);
            REQUIRE(with.greatest[s] == without.greatest[s]);
        }
    }
}

TEST_CASE(
    "V17 bid price: who is worth less than who is foreseen waits, who is worth as much does not") {
    CHECK_FALSE(is_placed_under_bids(one_place(1.0, 3.0)));
    CHECK(is_placed_under_bids(one_place(3.0, 1.0)));
    CHECK(is_placed_under_bids(one_place(2.0, 2.0)));
    PlacementProblem nobody_comes = one_place(1.0, 3.0);
    nobody_comes.arrivals.people_per_month = 0.0;
    CHECK(is_placed_under_bids(nobody_comes));
    nobody_comes.value(CandidateId::at(0), SeatId::at(0)) = -1.0;
    CHECK_FALSE(is_placed_under_bids(nobody_comes));
}

TEST_CASE("V17 bid price: a seat kept for somebody is worth less the longer it is kept") {
    PlacementProblem problem = one_place(1.0, 1.5);
    CHECK_FALSE(is_placed_under_bids(problem));
    problem.arrivals.lapse_per_month = 0.5;  // 1.5 e^-.5 = .91
    CHECK(is_placed_under_bids(problem));
}

TEST_CASE("V17 bid price: with nobody to come, bids reach the optimum where values differ") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        PlacementProblem problem = random_problem(seed, {12, 5, 1, 0.8, 0.1, 0});
        problem.arrivals.people_per_month = 0.0;
        const Assignment got = place(PlacementPolicy::bid_price, problem, draws, Month{0});
        REQUIRE(got.seat_of == optimal_assignment(problem).seat_of);
    }
}

}  // namespace cantiere
