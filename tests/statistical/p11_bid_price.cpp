#include <cmath>
#include <vector>

#include "analysis/placement_stream.h"
#include "model/core/elementary.h"
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
std::vector<PlaceValues> kinds_of_people(const Draws& draws) {
    const auto normal = [&](std::initializer_list<std::uint64_t> what) {
        return draws.normal(hash_key(what), Month{0}, Decision::toy_level);
    };
    std::vector<PlaceValues> worth(kinds, PlaceValues(towns));
    for (std::size_t k = 0; k < kinds; ++k) {
        for (std::size_t s = 0; s < towns; ++s) {
            worth[k][s] = logistic(-1.0 + normal({1, k}) + normal({2, s}) + normal({3, k, s}));
        }
    }
    return worth;
}

/// Who comes in which month: a kind each, foreseen as such.
PlacementStream stream(const Draws& draws) {
    PlacementStream stream;
    stream.places.assign(towns, places_each);
    stream.months.resize(months);
    stream.year_before = kinds_of_people(draws);
    stream.foreseen_per_month = people_per_month;
    for (int m = 0; m < months; ++m) {
        const EntityKey key{9};
        const auto coming =
            draws.poisson(people_per_month, key, Month{m}, Decision::toy_level, 1000);
        for (Draws::Index j = 0; j < static_cast<Draws::Index>(coming); ++j) {
            const double u = draws.uniform(key, Month{m}, Decision::toy_level, j);
            const auto kind = static_cast<std::size_t>(u * kinds);
            stream.months[static_cast<std::size_t>(m)].push_back(stream.year_before[kind]);
        }
    }
    return stream;
}

}  // namespace

TEST_CASE("P11 greedy assignment loses what bid prices keep of the optimum in hindsight") {
    double greedy = 0.0, bids = 0.0, hindsight = 0.0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Draws draws(RunKey{seed, 0, 0});
        const Draws policy_luck(RunKey{seed, 1, 0});  // the policy does not know the stream
        const PlacementStream people = stream(draws);
        greedy += value_by(PlacementPolicy::first_come, people, policy_luck);
        bids += value_by(PlacementPolicy::bid_price, people, policy_luck);
        hindsight += value_in_hindsight(people);
    }
    INFO("greedy " << greedy / hindsight << ", bid prices " << bids / hindsight);
    CHECK(greedy < 0.93 * hindsight);
    CHECK(bids >= 0.96 * hindsight);
}

}  // namespace cantiere
