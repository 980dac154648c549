#include "tests/support/catch.h"
#include "tests/support/placement_problems.h"

namespace cantiere {
namespace {

const Draws draws(RunKey{70, 0, 0});

/// Three candidates for one place, each first by another criterion.
PlacementProblem one_place_for_three() {
    std::vector<Candidate> candidates(3);
    candidates[0] = {ResidentId::at(0), EntityKey{11}, Month{-9}, 0.2, 0.5, 0.3, 0, 0.9};
    candidates[1] = {ResidentId::at(1), EntityKey{12}, Month{-5}, 0.9, 0.4, 0.8, 0, 0.1};
    candidates[2] = {ResidentId::at(2), EntityKey{13}, Month{-2}, 0.3, 0.8, 0.5, 0, 0.5};
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

}  // namespace

TEST_CASE("Each ordering policy serves first whom it names") {
    const PlacementProblem problem = one_place_for_three();
    CHECK(winner(PlacementPolicy::first_come, problem) == 0);
    CHECK(winner(PlacementPolicy::need_first, problem) == 1);
    CHECK(winner(PlacementPolicy::commission_score, problem) == 2);
    CHECK(winner(PlacementPolicy::serial_dictatorship, problem) == 2);
    CHECK(winner(PlacementPolicy::employability, problem) == 1);
    CHECK(winner(PlacementPolicy::uplift, problem) == 0);
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
    for (const PlacementPolicy policy : members<PlacementPolicy>()) {
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

TEST_CASE("In serial dictatorship a candidate takes what they like, not what is worth most") {
    PlacementProblem problem(std::vector<Candidate>(1), std::vector<Seat>(2));
    const CandidateId i = CandidateId::at(0);
    for (const SeatId s : rows<SeatId>(2)) {
        problem.feasible(i, s) = 1;
        problem.value(i, s) = s.index() == 0 ? 2.0 : 1.0;
        problem.resident_utility(i, s) = s.index() == 0 ? 0.1 : 0.2;
    }
    const auto seat = [&](PlacementPolicy policy) {
        return place(policy, problem, draws, Month{0}).seat_of[i];
    };
    CHECK(seat(PlacementPolicy::commission_score) == SeatId::at(0));
    CHECK(seat(PlacementPolicy::serial_dictatorship) == SeatId::at(1));
}

TEST_CASE("Envy is justified by priority, and a free seat blocks without envy") {
    // One likes seat 0 best and has seat 1; the holder of seat 0 has less priority there.
    PlacementProblem problem(std::vector<Candidate>(2), std::vector<Seat>(3));
    const auto one = CandidateId::at(0), other = CandidateId::at(1);
    for (const CandidateId i : {one, other}) {
        for (const SeatId s : rows<SeatId>(3)) {
            problem.feasible(i, s) = 1;
            problem.resident_utility(i, s) = 3.0 - static_cast<double>(s.index());
        }
    }
    problem.employer_priority(one, SeatId::at(0)) = 0.8;
    problem.employer_priority(other, SeatId::at(0)) = 0.2;
    Assignment got;
    got.seat_of = Column<CandidateId, std::optional<SeatId>>(2);
    got.seat_of[one] = SeatId::at(1);
    got.seat_of[other] = SeatId::at(0);
    CHECK(count_justified_envy(problem, got) == 1);
    CHECK(count_blocking_pairs(problem, got) == 1);
    got.seat_of[one] = SeatId::at(2);  // seat 1, which is free, is better
    CHECK(count_justified_envy(problem, got) == 1);
    CHECK(count_blocking_pairs(problem, got) == 2);
    problem.employer_priority(other, SeatId::at(0)) = 0.8;  // no claim against an equal
    CHECK(count_justified_envy(problem, got) == 0);
    problem.resident_utility(one, SeatId::at(1)) = -1.0;  // would rather wait than go there
    CHECK(count_blocking_pairs(problem, got) == 0);
}

TEST_CASE("The shortfall of floors counts each group by itself") {
    PlacementProblem problem(std::vector<Candidate>(2), std::vector<Seat>(1));
    problem.candidates[CandidateId::at(0)].groups =
        static_cast<GroupMask>(bit(Group::migrant) | bit(Group::homeless));
    problem.floor[Group::migrant] = 2;
    problem.floor[Group::homeless] = 1;
    Assignment got;
    got.seat_of = Column<CandidateId, std::optional<SeatId>>(2);
    CHECK(count_floor_shortfall(problem, got) == 3);
    got.seat_of[CandidateId::at(0)] = SeatId::at(0);
    CHECK(count_floor_shortfall(problem, got) == 1);
}

TEST_CASE("A seat more never places fewer") {
    for (const PlacementPolicy policy : members<PlacementPolicy>()) {
        // A seat more can shrink the trade of top trading cycles, and makes bids wait for others.
        if (policy == PlacementPolicy::top_trading_cycles) continue;
        if (policy == PlacementPolicy::bid_price) continue;
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
        for (const PlacementPolicy policy : members<PlacementPolicy>())
            REQUIRE(value(policy) <= best + 1e-9);
        optimal += best;
        first_come += value(PlacementPolicy::first_come);
    }
    CHECK(first_come < 0.95 * optimal);
}

TEST_CASE("An empty problem is placed by every policy") {
    for (const PlacementPolicy policy : members<PlacementPolicy>()) {
        CHECK(place(policy, PlacementProblem{}, draws, Month{0}).seat_of.empty());
        const PlacementProblem no_seats(std::vector<Candidate>(2), {});
        CHECK(placed_count(place(policy, no_seats, draws, Month{0})) == 0);
    }
}

}  // namespace cantiere
