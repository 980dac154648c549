#include <algorithm>

#include "model/placement/optimal.h"
#include "model/placement/priority.h"
#include "tests/support/placement_problems.h"
#include "tests/support/property.h"
#include "tests/support/random_study.h"

namespace cantiere {
namespace {

PlacementProblem some_problem() {
    ProblemShape shape;
    shape.candidates = *rc::gen::inRange<std::size_t>(1, 14);
    shape.seats = *rc::gen::inRange<std::size_t>(0, 10);
    shape.greatest_quota = *rc::gen::inRange(1, 4);
    shape.feasible_share = random_number(0.0, 1.0);
    shape.refused_share = random_number(0.0, 0.5);
    shape.value_levels = *rc::gen::element(0, 3);
    return random_problem(*rc::gen::arbitrary<std::uint16_t>(), shape);
}

/// Everybody but `gone`, who leaves the problem.
PlacementProblem without(const PlacementProblem& problem, std::size_t gone) {
    std::vector<std::size_t> stay;
    std::vector<std::size_t> seats(problem.seats.size());
    for (std::size_t s = 0; s < seats.size(); ++s) seats[s] = s;
    for (std::size_t i = 0; i < problem.candidates.size(); ++i) {
        if (i != gone) stay.push_back(i);
    }
    return reordered(problem, stay, seats);
}

std::vector<EntityKey> lottery_order(const PlacementProblem& problem,
                                     const Draws& draws,
                                     Month month) {
    std::vector<EntityKey> keys;
    for (const CandidateId i : priority_order(PlacementPolicy::lottery, problem, draws, month)) {
        keys.push_back(problem.candidates[i].key);
    }
    return keys;
}

}  // namespace

TEST_CASE("To leave a lottery reorders nobody else") {
    for_all("the order without one candidate is the order of the others", [] {
        const PlacementProblem problem = some_problem();
        const Draws draws(random_luck());
        const Month month{*rc::gen::inRange(0, 120)};
        const auto gone = *rc::gen::inRange<std::size_t>(0, problem.candidates.size());
        std::vector<EntityKey> others = lottery_order(problem, draws, month);
        std::erase(others, problem.candidates[CandidateId::at(gone)].key);
        RC_ASSERT(lottery_order(without(problem, gone), draws, month) == others);
    });
}

TEST_CASE("Who leaves an order of service without a seat changes nobody's seat") {
    for_all("a candidate who got nothing was in nobody's way", [] {
        const PlacementProblem problem = some_problem();
        const Draws draws(random_luck());
        const PlacementPolicy policy = *rc::gen::element(PlacementPolicy::first_come,
                                                         PlacementPolicy::need_first,
                                                         PlacementPolicy::commission_score,
                                                         PlacementPolicy::lottery);
        const Assignment all = place(policy, problem, draws, Month{4});
        const auto gone = *rc::gen::inRange<std::size_t>(0, problem.candidates.size());
        RC_PRE(!all.seat_of[CandidateId::at(gone)].has_value());
        const PlacementProblem fewer = without(problem, gone);
        auto expected = outcome_by_key(problem, all);
        std::erase_if(expected, [&](const auto& pair) {
            return pair.first == problem.candidates[CandidateId::at(gone)].key;
        });
        RC_ASSERT(outcome_by_key(fewer, place(policy, fewer, draws, Month{4})) == expected);
    });
}

TEST_CASE("Every policy keeps quotas and wills, whatever the order of its lists") {
    for_all("only pairs that may be taken, no seat above its quota, the same in any order", [] {
        const PlacementProblem problem = some_problem();
        const PlacementPolicy policy = random_policy();
        const Draws draws(random_luck());
        const Assignment assignment = place(policy, problem, draws, Month{7});
        for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
            const auto& seat = assignment.seat_of[i];
            if (seat) RC_ASSERT(may_take(problem, i, *seat));
        }
        const auto taken = occupancy(problem, assignment.seat_of);
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            RC_ASSERT(taken[s] <= problem.seats[s].quota);
        }
        std::vector<std::size_t> candidates(problem.candidates.size());
        std::vector<std::size_t> seats(problem.seats.size());
        std::iota(candidates.rbegin(), candidates.rend(), std::size_t{0});
        std::iota(seats.rbegin(), seats.rend(), std::size_t{0});
        const PlacementProblem turned = reordered(problem, candidates, seats);
        RC_ASSERT(outcome_by_key(turned, place(policy, turned, draws, Month{7})) ==
                  outcome_by_key(problem, assignment));
    });
}

TEST_CASE("No policy makes more value than the optimal one, and no seat more makes less") {
    for_all("the optimum is an upper bound that rises with the seats", [] {
        const PlacementProblem problem = some_problem();
        const Draws draws(random_luck());
        const std::int64_t best = optimal_assignment(problem).total_value;
        const Assignment other = place(random_policy(), problem, draws, Month{1});
        std::int64_t value = 0;
        for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
            if (const auto& s = other.seat_of[i]) value += value_units(problem.value(i, *s));
        }
        RC_ASSERT(value <= best);
        PlacementProblem wider = problem;
        for (Seat& seat : wider.seats) ++seat.quota;
        RC_ASSERT(optimal_assignment(wider).total_value >= best);
    });
}

}  // namespace cantiere
