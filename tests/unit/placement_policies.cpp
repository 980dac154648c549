#include "tests/support/catch.h"
#include "tests/support/placement_problems.h"

namespace cantiere {
namespace {

const Draws draws(RunKey{70, 0, 0});

/// Three candidates for one place, each first by another criterion.
PlacementProblem one_place_for_three() {
    std::vector<Candidate> candidates(3);
    candidates[0] = {ResidentId::at(0), EntityKey{11}, Month{-9}, 0.2, 0.5, 0.0, 0};
    candidates[1] = {ResidentId::at(1), EntityKey{12}, Month{-5}, 0.9, 0.4, 0.0, 0};
    candidates[2] = {ResidentId::at(2), EntityKey{13}, Month{-2}, 0.3, 0.8, 0.0, 0};
    PlacementProblem problem(candidates, std::vector<Seat>(1));
    for (const CandidateId i : rows<CandidateId>(3)) {
        const SeatId s = SeatId::at(0);
        problem.feasible(i, s) = 1;
        problem.value(i, s) = 1.0;
    }
    return problem;
}

std::size_t winner(PlacementPolicy policy, const PlacementProblem& problem) {
    const Assignment got = place(policy, problem, draws, Month{0});
    for (const CandidateId i : rows<CandidateId>(got.seat_of.size())) {
        if (got.seat_of[i]) return i.index();
    }
    return got.seat_of.size();
}

const std::vector<PlacementPolicy> built{PlacementPolicy::first_come,
                                         PlacementPolicy::need_first,
                                         PlacementPolicy::commission_score,
                                         PlacementPolicy::lottery,
                                         PlacementPolicy::deferred_acceptance,
                                         PlacementPolicy::optimal};

}  // namespace

TEST_CASE("Each ordering policy serves first whom it names") {
    const PlacementProblem problem = one_place_for_three();
    CHECK(winner(PlacementPolicy::first_come, problem) == 0);
    CHECK(winner(PlacementPolicy::need_first, problem) == 1);
    CHECK(winner(PlacementPolicy::commission_score, problem) == 2);
}

TEST_CASE("A candidate in turn takes the free seat of highest value, the lesser key when equal") {
    PlacementProblem problem(std::vector<Candidate>(1), std::vector<Seat>(3));
    problem.seats[SeatId::at(0)].key = EntityKey{30};
    problem.seats[SeatId::at(1)].key = EntityKey{20};
    problem.seats[SeatId::at(2)].key = EntityKey{10};
    const CandidateId i = CandidateId::at(0);
    for (const SeatId s : rows<SeatId>(3)) problem.feasible(i, s) = 1;
    problem.value(i, SeatId::at(0)) = 2.0;
    problem.value(i, SeatId::at(1)) = 2.0;
    problem.value(i, SeatId::at(2)) = 1.0;
    CHECK(place(PlacementPolicy::first_come, problem, draws, Month{0}).seat_of[i] == SeatId::at(1));
}

TEST_CASE("Policies of later versions are refused by contract") {
    const PlacementProblem problem = one_place_for_three();
    int refused = 0;
    for (const PlacementPolicy policy : members<PlacementPolicy>()) {
        if (is_built(policy)) continue;
        ++refused;
        CHECK_THROWS_AS(place(policy, problem, draws, Month{0}), ContractViolation);
    }
    CHECK(refused == 7);
}

TEST_CASE("Everyone without a seat is told why") {
    PlacementProblem problem(std::vector<Candidate>(4), std::vector<Seat>(2));
    for (const CandidateId i : rows<CandidateId>(4)) {
        problem.candidates[i].key = EntityKey{i.index() + 1};
        problem.candidates[i].registered_month = Month{static_cast<int>(i.index())};
    }
    const SeatId wanted = SeatId::at(0);
    const SeatId unwanted = SeatId::at(1);
    problem.feasible(CandidateId::at(0), wanted) = 1;
    problem.feasible(CandidateId::at(1), wanted) = 1;
    problem.feasible(CandidateId::at(2), unwanted) = 1;
    problem.resident_utility(CandidateId::at(2), unwanted) = -0.1;
    const Assignment got = place(PlacementPolicy::first_come, problem, draws, Month{0});
    CHECK(got.reason[CandidateId::at(0)] == PlacementReason::placed);
    CHECK(got.reason[CandidateId::at(1)] == PlacementReason::seats_taken);
    CHECK(got.reason[CandidateId::at(2)] == PlacementReason::refused);
    CHECK(got.reason[CandidateId::at(3)] == PlacementReason::no_feasible_seat);
}

TEST_CASE("No policy breaks a quota, an infeasibility or a refusal") {
    for (const PlacementPolicy policy : built) {
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            const ProblemShape shape{25, 6, 3, 0.6, 0.3, 0};
            const PlacementProblem problem = random_problem(seed, shape);
            const Assignment got = place(policy, problem, draws, Month{1});
            const auto taken = occupancy(problem, got.seat_of);
            for (const SeatId s : rows<SeatId>(shape.seats)) {
                REQUIRE(taken[s] <= problem.seats[s].quota);
            }
            for (const CandidateId i : rows<CandidateId>(shape.candidates)) {
                if (got.seat_of[i]) REQUIRE(may_take(problem, i, *got.seat_of[i]));
            }
        }
    }
}

TEST_CASE("A seat more never places fewer, under any policy") {
    for (const PlacementPolicy policy : built) {
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            const PlacementProblem all = random_problem(seed, {15, 8, 2, 0.5, 0.2, 0});
            std::vector<std::size_t> candidate_order(15);
            for (std::size_t i = 0; i < 15; ++i) candidate_order[i] = i;
            std::vector<std::size_t> seats;
            int before = 0;
            for (std::size_t s = 0; s < 8; ++s) {
                seats.push_back(s);
                const PlacementProblem some = reordered(all, candidate_order, seats);
                const int placed = placed_count(place(policy, some, draws, Month{0}));
                REQUIRE(placed >= before);
                before = placed;
            }
        }
    }
}

TEST_CASE("Only the optimal policy reaches the greatest total value") {
    double optimal = 0.0;
    double first_come = 0.0;
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        const PlacementProblem problem = random_problem(seed, {20, 8, 2, 0.8, 0.0, 0});
        const auto value = [&](PlacementPolicy policy) {
            return total_value(problem, place(policy, problem, draws, Month{0}));
        };
        const double best = value(PlacementPolicy::optimal);
        for (const PlacementPolicy policy : built) REQUIRE(value(policy) <= best + 1e-9);
        optimal += best;
        first_come += value(PlacementPolicy::first_come);
    }
    CHECK(first_come < 0.95 * optimal);
}

TEST_CASE("An empty problem is placed by every policy") {
    for (const PlacementPolicy policy : built) {
        CHECK(place(policy, PlacementProblem{}, draws, Month{0}).seat_of.empty());
        const PlacementProblem no_seats(std::vector<Candidate>(2), {});
        CHECK(placed_count(place(policy, no_seats, draws, Month{0})) == 0);
    }
}

}  // namespace cantiere
