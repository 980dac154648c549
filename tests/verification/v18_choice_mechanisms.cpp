#include <algorithm>

#include "model/placement/preferences.h"
#include "model/placement/trading_cycles.h"
#include "tests/support/catch.h"
#include "tests/support/permuted.h"
#include "tests/support/small_markets.h"

namespace cantiere {
namespace {

const Draws draws(RunKey{18, 2, 0});

constexpr PlacementPolicy by_own_choice[] = {PlacementPolicy::serial_dictatorship,
                                             PlacementPolicy::top_trading_cycles};

constexpr PlacementPolicy safe_to_tell_truth[] = {PlacementPolicy::serial_dictatorship,
                                                  PlacementPolicy::top_trading_cycles,
                                                  PlacementPolicy::deferred_acceptance};

Assignment by(PlacementPolicy policy, const PlacementProblem& problem) {
    return place(policy, problem, draws, Month{0});
}

/// Tells whether `other` is better for some resident and worse for none.
bool dominates(const PlacementProblem& problem, const Assignment& other, const Assignment& own) {
    bool better = false;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        const double there = utility_in(problem, other, i);
        const double here = utility_in(problem, own, i);
        if (there < here) return false;
        better = better || there > here;
    }
    return better;
}

/// Calls `visit` with the problem in which `liar` tells each order of each set of seats instead.
template <class Visit>
void for_each_lie(const PlacementProblem& truth, CandidateId liar, Visit visit) {
    const std::size_t seats = truth.seats.size();
    for (std::size_t set = 0; set < (std::size_t{1} << seats); ++set) {
        std::vector<std::size_t> told;
        for (std::size_t s = 0; s < seats; ++s) {
            if ((set >> s) % 2 == 1) told.push_back(s);
        }
        do {
            PlacementProblem lie = truth;
            for (const SeatId s : rows<SeatId>(seats)) lie.resident_utility(liar, s) = -1.0;
            double utility = 1.0;
            for (const std::size_t s : told) {
                lie.resident_utility(liar, SeatId::at(s)) = utility;
                utility += 1.0;
            }
            visit(lie);
        } while (std::next_permutation(told.begin(), told.end()));
    }
}

/// Counts the lies about likings by which some resident gets a seat they like better.
int lies_that_pay(PlacementPolicy policy, const PlacementProblem& truth) {
    const Assignment honest = by(policy, truth);
    int paying = 0;
    for (const CandidateId liar : rows<CandidateId>(truth.candidates.size())) {
        const double utility = utility_in(truth, honest, liar);
        for_each_lie(truth, liar, [&](const PlacementProblem& lie) {
            paying += utility_in(truth, by(policy, lie), liar) > utility ? 1 : 0;
        });
    }
    return paying;
}

}  // namespace

TEST_CASE("V18 serial dictatorship, top trading cycles: nobody can gain without another's loss") {
    for (const PlacementPolicy policy : by_own_choice) {
        int unstable = 0;
        for (std::uint64_t seed = 0; seed < 80; ++seed) {
            for (const ProblemShape& shape : small_shapes()) {
                const PlacementProblem problem = random_problem(seed, shape);
                const Assignment own = by(policy, problem);
                unstable += count_blocking_pairs(problem, own) > 0 ? 1 : 0;
                for_each_assignment(problem, [&](const Assignment& other) {
                    REQUIRE_FALSE(dominates(problem, other, own));
                });
            }
        }
        CHECK(unstable > 20);  // efficiency is bought with envy
    }
}

TEST_CASE("V18 truth: no resident gains by any other list, and gains where employers propose") {
    int where_employers_propose = 0;
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        for (const ProblemShape& shape : std::vector<ProblemShape>{{5, 4, 1, 0.9, 0.2, 0},
                                                                   {5, 3, 2, 0.8, 0.2, 0},
                                                                   {3, 4, 1, 0.9, 0.1, 0}}) {
            const PlacementProblem problem = random_problem(seed, shape);
            for (const PlacementPolicy policy : safe_to_tell_truth) {
                INFO(name(policy) << ", seed " << seed);
                REQUIRE(lies_that_pay(policy, problem) == 0);
            }
            where_employers_propose +=
                lies_that_pay(PlacementPolicy::deferred_acceptance_employer, problem);
        }
    }
    CHECK(where_employers_propose > 0);
}

TEST_CASE("V18 top trading cycles: who owns a place and is content with it keeps it") {
    // By hand: a owns x and likes y, b owns y and likes x, c likes x: a and b trade.
    PlacementProblem problem(std::vector<Candidate>(3), std::vector<Seat>(2));
    const auto a = CandidateId::at(0), b = CandidateId::at(1), c = CandidateId::at(2);
    const auto x = SeatId::at(0), y = SeatId::at(1);
    const std::vector<std::vector<double>> utility{{1, 2}, {2, 1}, {2, 1}};
    const std::vector<std::vector<double>> priority{{3, 1}, {1, 3}, {2, 2}};
    for (const CandidateId i : {a, b, c}) {
        problem.candidates[i].key = EntityKey{i.index() + 1};
        for (const SeatId s : {x, y}) {
            problem.feasible(i, s) = 1;
            problem.resident_utility(i, s) = utility[i.index()][s.index()];
            problem.employer_priority(i, s) = priority[i.index()][s.index()];
        }
    }
    const auto traded = top_trading_cycles(problem);
    CHECK(traded[a] == y);
    CHECK(traded[b] == x);
    CHECK_FALSE(traded[c].has_value());
    // c, who goes before b at x, envies: stability would give x to c and y to b or a.
    CHECK(count_justified_envy(problem, {traded, {}}) == 2);
    const auto stable = by(PlacementPolicy::deferred_acceptance, problem);
    CHECK(count_justified_envy(problem, stable) == 0);
}

TEST_CASE("V18 top trading cycles: nobody gets less than a place they go first for") {
    int better_than_owned = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const PlacementProblem problem = random_problem(seed, {12, 5, 2, 0.8, 0.1, 0});
        const Assignment got = by(PlacementPolicy::top_trading_cycles, problem);
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            const std::vector<CandidateId> ranking = ranking_of(problem, s);  // who goes first last
            const auto places = static_cast<std::size_t>(problem.seats[s].quota);
            for (std::size_t k = 0; k < std::min(places, ranking.size()); ++k) {
                const CandidateId owner = ranking[ranking.size() - 1 - k];
                const double owned = problem.resident_utility(owner, s);
                if (!may_take(problem, owner, s) || owned <= 0.0) continue;
                INFO("seed " << seed);
                REQUIRE(utility_in(problem, got, owner) >= owned);
                better_than_owned += utility_in(problem, got, owner) > owned ? 1 : 0;
            }
        }
    }
    CHECK(better_than_owned > 20);
}

TEST_CASE("V18 every policy: the order of the lists does not matter") {
    for (const PlacementPolicy policy : members<PlacementPolicy>()) {
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            const ProblemShape shape{16, 6, 2, 0.8, 0.1, seed % 2 == 0 ? 3 : 0};
            PlacementProblem problem = random_problem(seed, shape);
            problem.floor[Group::migrant] = 4;
            const PlacementProblem moved =
                reordered(problem, shuffled_order(shape.candidates), shuffled_order(shape.seats));
            INFO(name(policy) << ", seed " << seed);
            REQUIRE(outcome_by_key(moved, by(policy, moved)) ==
                    outcome_by_key(problem, by(policy, problem)));
        }
    }
}

}  // namespace cantiere
