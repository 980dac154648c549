#include <cmath>
#include <vector>

#include "model/core/rows.h"
#include "model/placement/optimal.h"
#include "model/placement/placement.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

// model.md section 14, P11: places that are not refilled, people who come one after the other and
// must be told at once; what each pair is worth is known exactly.
constexpr std::size_t towns = 8;
constexpr int places_each = 6;
constexpr std::size_t kinds = 40;
constexpr int months = 48;
constexpr double people_per_month = 1.0;

/// Chance of work of each kind of person in each town: logit of what the person, the town and the
/// two together bring, each of variance 1, about a mean of -1: as refugees' chances differ between
/// people, places and pairs.
std::vector<std::vector<double>> kinds_of_people(const Draws& draws) {
    const auto normal = [&](std::initializer_list<std::uint64_t> what) {
        return draws.normal(hash_key(what), Month{0}, Decision::toy_level);
    };
    std::vector<std::vector<double>> worth(kinds, std::vector<double>(towns));
    for (std::size_t k = 0; k < kinds; ++k) {
        for (std::size_t s = 0; s < towns; ++s) {
            worth[k][s] = logistic(-1.0 + normal({1, k}) + normal({2, s}) + normal({3, k, s}));
        }
    }
    return worth;
}

/// Who comes in which month: a kind each.
std::vector<std::vector<std::size_t>> stream(const Draws& draws) {
    std::vector<std::vector<std::size_t>> arrivals(months);
    for (int m = 0; m < months; ++m) {
        const EntityKey key{9};
        const auto coming =
            draws.poisson(people_per_month, key, Month{m}, Decision::toy_level, 1000);
        for (Draws::Index j = 0; j < static_cast<Draws::Index>(coming); ++j) {
            const double u = draws.uniform(key, Month{m}, Decision::toy_level, j);
            arrivals[static_cast<std::size_t>(m)].push_back(static_cast<std::size_t>(u * kinds));
        }
    }
    return arrivals;
}

PlacementProblem problem_of(const std::vector<std::size_t>& people,
                            const std::vector<int>& places,
                            const std::vector<std::vector<double>>& worth) {
    std::vector<Candidate> candidates(people.size());
    for (std::size_t i = 0; i < people.size(); ++i) candidates[i].key = EntityKey{i + 1};
    std::vector<Seat> seats(towns);
    for (std::size_t s = 0; s < towns; ++s) {
        seats[s].key = EntityKey{s + 1};
        seats[s].quota = places[s];
    }
    PlacementProblem problem(std::move(candidates), std::move(seats));
    for (const CandidateId i : rows<CandidateId>(people.size())) {
        for (const SeatId s : rows<SeatId>(towns)) {
            problem.feasible(i, s) = 1;
            problem.value(i, s) = worth[people[i.index()]][s.index()];
        }
    }
    return problem;
}

/// Value that a policy gets out of the stream, month by month.
double value_by(PlacementPolicy policy,
                const std::vector<std::vector<std::size_t>>& arrivals,
                const std::vector<std::vector<double>>& worth,
                const Draws& luck) {
    std::vector<int> places(towns, places_each);
    double value = 0.0;
    for (int m = 0; m < months; ++m) {
        PlacementProblem problem = problem_of(arrivals[static_cast<std::size_t>(m)], places, worth);
        problem.arrivals = {people_per_month, months - 1 - m, 0.0, 20, worth};
        const Assignment got = place(policy, problem, luck, Month{m});
        value += total_value(problem, got);
        for (const auto& seat : got.seat_of) {
            if (seat) --places[seat->index()];
        }
    }
    return value;
}

double value_in_hindsight(const std::vector<std::vector<std::size_t>>& arrivals,
                          const std::vector<std::vector<double>>& worth) {
    std::vector<std::size_t> everybody;
    for (const auto& month : arrivals)
        everybody.insert(everybody.end(), month.begin(), month.end());
    const PlacementProblem all = problem_of(everybody, std::vector<int>(towns, places_each), worth);
    return static_cast<double>(optimal_assignment(all).total_value) / 0x1p24;
}

}  // namespace

TEST_CASE("P11 greedy assignment loses what bid prices keep of the optimum in hindsight") {
    double greedy = 0.0, bids = 0.0, hindsight = 0.0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Draws draws(RunKey{seed, 0, 0});
        const Draws policy_luck(RunKey{seed, 1, 0});  // the policy does not know the stream
        const auto worth = kinds_of_people(draws);
        const auto arrivals = stream(draws);
        greedy += value_by(PlacementPolicy::first_come, arrivals, worth, policy_luck);
        bids += value_by(PlacementPolicy::bid_price, arrivals, worth, policy_luck);
        hindsight += value_in_hindsight(arrivals, worth);
    }
    INFO("greedy " << greedy / hindsight << ", bid prices " << bids / hindsight);
    CHECK(greedy < 0.93 * hindsight);
    CHECK(bids >= 0.96 * hindsight);
}

}  // namespace cantiere
