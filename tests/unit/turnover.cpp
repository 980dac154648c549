#include "model/turnover.h"

#include <algorithm>

#include "model/core/rows.h"
#include "model/modules.h"
#include "model/month/demography.h"
#include "model/step.h"
#include "tests/support/catch.h"
#include "tests/support/small_study.h"

namespace cantiere {
namespace {

constexpr SmallStudy size{300.0, 24, 24};
constexpr Month start{-size.burn_in_months};

RunInputs study_with_couples() {
    RunInputs inputs = small_programme(size);
    inputs.modules.on.fill(true);
    change_everywhere(inputs, [](Parameters& p) { p.households.pair_share = 0.5; });
    return with_modules(inputs);
}

/// A year lived from a burn-in whose tables hold who is there.
State after_a_year(const RunInputs& inputs, const Draws& draws) {
    State state = synthesise(inputs, draws);
    hold_back_arrivals(state, start);
    Ledger ledger(0, state.residents.size());
    Events events;
    for (Month month = start; month < start + 12; ++month) {
        step(state, events, ledger, inputs, draws, month);
    }
    return state;
}

/// Pairs of keys of those who know each other, or live together.
template <class Pairs, class Ends>
std::vector<std::pair<EntityKey, EntityKey>> keys_of(const Pairs& pairs,
                                                     const People& people,
                                                     Ends ends) {
    std::vector<std::pair<EntityKey, EntityKey>> keys;
    for (const auto& pair : pairs) {
        const auto [one, other] = ends(pair);
        if (people.presence[one] != Presence::present) continue;
        keys.emplace_back(people.key[one], people.key[other]);
    }
    std::ranges::sort(keys);
    return keys;
}

std::vector<std::pair<EntityKey, EntityKey>> ties_of(const State& state) {
    return keys_of(state.contacts.ties, state.residents.people, [](const Tie& tie) {
        return std::pair{tie.a, tie.b};
    });
}

std::size_t count(const State& state, Presence presence) {
    return rows_with(state.residents.people.presence, presence).count();
}

}  // namespace

TEST_CASE("the tables hold who is there and who arrives before the next turn") {
    const RunInputs inputs = study_with_couples();
    State state = synthesise(inputs, Draws({3}));
    const std::size_t ever = state.residents.size();
    hold_back_arrivals(state, start);
    CHECK(state.registered->size() == ever);
    std::size_t waiting = 0;
    Month before = start;
    for (const Cohort& cohort : state.arrivals) {
        waiting += cohort.size;
        CHECK(cohort.first_arrival >= before + 12);
        before = before + 12;
        const Residents rows = rows_of(cohort);
        CHECK(rows.size() == cohort.size);
        CHECK(rows.work.state.size() == cohort.size);  // of a column in which all are alike too
        CHECK(std::ranges::is_sorted(rows.people.arrival_month));
    }
    CHECK(waiting + state.residents.size() == ever);
    CHECK(waiting + count(state, Presence::present) <= ever);
    CHECK(state.residents.size() < ever);
    for (const ResidentId who : rows<ResidentId>(state.residents.size())) {
        CHECK(state.residents.people.arrival_month[who] < start + 12);
    }
}

TEST_CASE("at a turn who has gone leaves the tables and nobody else moves apart") {
    const RunInputs inputs = study_with_couples();
    const Draws draws({4});
    State state = after_a_year(inputs, draws);
    const std::size_t here = count(state, Presence::present);
    const std::size_t gone = count(state, Presence::gone);
    REQUIRE(gone > 5);
    REQUIRE_FALSE(state.households.couples.empty());
    const auto ties = ties_of(state);
    REQUIRE(ties.size() > 20);
    turn_over(state, start + 12);
    CHECK(count(state, Presence::present) == here);
    CHECK(count(state, Presence::gone) < gone);
    CHECK(ties_of(state) == ties);
    const People& people = state.residents.people;
    for (const auto& [one, other] : state.households.couples) {
        CHECK(people.partner_key[one] == people.key[other]);
        CHECK(people.partner_key[other] == people.key[one]);
    }
    for (const ResidentId who : rows<ResidentId>(state.residents.size())) {
        const PersonId person = people.person[who];
        CHECK(state.registered->key[person] == people.key[who]);
        CHECK(people.arrival_month[who] < start + 24);
    }
}

TEST_CASE(
    "who has gone and is still one of a couple stays in the tables until the household parts") {
    const RunInputs inputs = study_with_couples();
    const State lived = after_a_year(inputs, Draws({4}));
    const auto couple = *lived.households.couples.begin();
    for (const ResidentId leaver : {couple.first, couple.second}) {
        State state = lived;
        state.residents.people.presence[leaver] = Presence::gone;
        const EntityKey key = state.residents.people.key[leaver];
        turn_over(state, start + 12);
        CHECK(std::ranges::count(state.residents.people.key, key) == 1);
        const auto still = [&](const auto& pair) {
            const People& people = state.residents.people;
            return people.key[pair.first] == key || people.key[pair.second] == key;
        };
        CHECK(std::ranges::count_if(state.households.couples, still) == 1);
    }
}

TEST_CASE("who watches single people has everybody in the tables") {
    const RunInputs inputs = study_with_couples();
    State state = after_a_year(inputs, Draws({5}));
    const std::size_t gone = count(state, Presence::gone);
    admit_all(state);
    CHECK(state.residents.size() == state.registered->size());
    CHECK(count(state, Presence::gone) == gone);
}

}  // namespace cantiere
