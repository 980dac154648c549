#include "model/synthesis.h"

#include <algorithm>
#include <set>

#include "model/core/rows.h"
#include "tests/support/catch.h"
#include "tests/support/small_territory.h"

namespace cantiere {
namespace {

constexpr double allowed_errors = 4.5;

template <class Holds>
double share_of(const Residents& residents, Holds holds_for) {
    double count = 0.0;
    for (const ResidentId who : rows<ResidentId>(residents.size())) count += holds_for(who);
    return count / static_cast<double>(residents.size());
}

double standard_error(double share, std::size_t n) {
    return square_root(share * (1.0 - share) / static_cast<double>(n));
}

}  // namespace

TEST_CASE("Largest remainders give every seat and never more than one seat off the exact share") {
    const std::vector<double> weights{5.0, 3.0, 1.0, 0.0};
    CHECK(apportion(10, weights) == std::vector<int>{6, 3, 1, 0});
    CHECK(apportion(0, weights) == std::vector<int>{0, 0, 0, 0});
    CHECK(apportion(3, std::vector<double>{1.0, 1.0}) == std::vector<int>{2, 1});
    CHECK(apportion(3, std::vector<double>{0.0, 0.0}) == std::vector<int>{0, 0});
}

TEST_CASE("The stock follows the municipalities where residents live") {
    const State state = population_of(small_territory(3520.0));
    std::array<int, 4> present{};
    for (const ResidentId who : rows<ResidentId>(state.residents.size())) {
        if (state.residents.people.presence[who] != Presence::present) continue;
        ++present[state.residents.people.municipality[who].index()];
    }
    CHECK(present == std::array<int, 4>{3000, 250, 270, 0});
}

TEST_CASE("Everybody has an identity of their own") {
    const State state = population_of(small_territory(4000.0));
    const auto& keys = state.residents.people.key;
    CHECK(std::set<EntityKey>(keys.begin(), keys.end()).size() == keys.size());
}

TEST_CASE("Groups keep their shares, however much they overlap") {
    for (const double overlap : {0.0, 0.5, 1.0}) {
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            RunInputs inputs = small_territory(20000.0);
            inputs.usual.population.overlap = overlap;
            inputs.usual.population.violence_open_ended_share = 0.0;
            inputs.usual.population.violence_fixed_term_share = 0.0;
            const Residents residents = population_of(inputs, seed).residents;
            for (const Group group : members<Group>()) {
                const double target = inputs.usual.population.group_share[group];
                const double seen = share_of(residents, [&](ResidentId who) {
                    return holds(residents.people.groups[who], group);
                });
                INFO(name(group) << " at overlap " << overlap);
                CHECK(std::abs(seen - target) <=
                      allowed_errors * standard_error(target, residents.size()) + 1e-12);
            }
        }
    }
}

TEST_CASE("Overlap puts the flags on the same people") {
    double before = 1.0;
    for (const double overlap : {0.0, 0.5, 1.0}) {
        RunInputs inputs = small_territory(5000.0);
        inputs.usual.population.overlap = overlap;
        const Residents residents = population_of(inputs).residents;
        const double with_any =
            share_of(residents, [&](ResidentId who) { return residents.people.groups[who] != 0; });
        CHECK(with_any < before);
        before = with_any;
    }
    CHECK(before == Approx(0.45).margin(0.03));  // nested in the widest group
}

TEST_CASE("A longer horizon and a greater need to arrive only add people") {
    const RunInputs inputs = small_territory(2000.0);
    RunInputs longer = inputs;
    longer.months = 120;
    RunInputs more = inputs;
    more.usual.population.arrival_hazard_per_month *= 1.5;
    const Draws draws({11, 0, 0});
    std::set<EntityKey> base;
    for (const Newcomer& newcomer : list_newcomers(inputs, draws)) base.insert(newcomer.key);
    for (const RunInputs& other : {longer, more}) {
        std::set<EntityKey> wider;
        for (const Newcomer& newcomer : list_newcomers(other, draws)) wider.insert(newcomer.key);
        CHECK(wider.size() > base.size());
        CHECK(std::includes(wider.begin(), wider.end(), base.begin(), base.end()));
    }
}

TEST_CASE("Arrivals come at the stated pace") {
    const RunInputs inputs = small_territory(5000.0);
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const auto newcomers = list_newcomers(inputs, Draws({seed, 0, 0}));
        const double arrivals = static_cast<double>(newcomers.size()) - 5000.0;
        const double mean = 0.006 * 5000.0 * (36 + 60 - 1);
        CHECK(std::abs(arrivals - mean) <= allowed_errors * square_root(mean));
    }
}

TEST_CASE("The population does not depend on the programme") {
    RunInputs inputs = small_territory(500.0);
    const State usual = population_of(inputs);
    inputs.programme.population.residents_in_need = 9.0;
    inputs.programme.instruments[Instrument::internship].slots = 60.0;
    inputs.null_twin = NullTwinPlan{};
    const State twin = population_of(inputs);
    CHECK(usual.residents.people.key == twin.residents.people.key);
    CHECK(usual.residents.people.groups == twin.residents.people.groups);
    CHECK(usual.residents.capital.trust == twin.residents.capital.trust);
    CHECK(usual.employers.key == twin.employers.key);
    CHECK(usual.units.usual_slots == twin.units.usual_slots);
}

TEST_CASE("What is drawn about a person does not depend on where the row is stored") {
    const RunInputs inputs = small_territory(400.0);
    const Draws draws({5, 1, 2});
    std::vector<Newcomer> newcomers = list_newcomers(inputs, draws);
    const Residents straight = draw_residents(newcomers, inputs.usual, draws);
    std::reverse(newcomers.begin(), newcomers.end());
    const Residents reversed = draw_residents(newcomers, inputs.usual, draws);
    const std::size_t n = straight.size();
    for (const ResidentId who : rows<ResidentId>(n)) {
        const ResidentId same = ResidentId::at(n - 1 - who.index());
        REQUIRE(straight.people.key[who] == reversed.people.key[same]);
        CHECK(straight.people.groups[who] == reversed.people.groups[same]);
        CHECK(straight.capital.professional[who] == reversed.capital.professional[same]);
        CHECK(straight.work.state[who] == reversed.work.state[same]);
        CHECK(straight.housing.state[who] == reversed.housing.state[same]);
        CHECK(straight.justice.sentence_left[who] == reversed.justice.sentence_left[same]);
    }
}

TEST_CASE("Employers, cooperatives, the pool and slots are sized by population") {
    RunInputs inputs = small_territory(1000.0);
    inputs.usual.instruments[Instrument::internship].usual_slots_per_1000 = 8.0;
    inputs.usual.instruments[Instrument::aids].usual_slots_per_1000 = 0.5;
    inputs.usual.instruments[Instrument::childcare].usual_slots_per_1000 = 0.4;
    const State state = population_of(inputs);
    int cooperatives = 0;
    for (const EmployerId employer : rows<EmployerId>(state.employers.size())) {
        cooperatives += state.employers.kind[employer] == EmployerKind::coop_b;
        CHECK(state.employers.staff[employer] >= 1);
    }
    CHECK(cooperatives == 27);
    CHECK(state.employers.size() == 3920 + 27);
    CHECK(state.pool.jobseekers_usual[MunicipalityId::at(0)] == Approx(0.045 * 300000.0));
    CHECK(state.pool.displaced.size() == 4);
    CHECK(state.units.usual_slots[Instrument::internship] == 8);
    CHECK(state.units.usual_slots[Instrument::aids] == 1);
    CHECK(state.units.usual_slots[Instrument::childcare] == 0);
}

TEST_CASE("Ties start as usual, full within an institution and symmetric") {
    const State state = population_of(small_territory(100.0));
    for (const InstitutionRole a : members<InstitutionRole>()) {
        for (const InstitutionRole b : members<InstitutionRole>()) {
            CHECK(state.institutions.tie[a][b] == (a == b ? 1.0 : 0.1));
            CHECK(state.institutions.tie[a][b] == state.institutions.tie[b][a]);
        }
    }
}

}  // namespace cantiere
