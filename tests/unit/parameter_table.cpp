#include "scenarios/parameter_table.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>

#include "tests/support/catch.h"

namespace cantiere {
namespace {

constexpr std::size_t numbers = sizeof(Parameters) / sizeof(double);

/// Place of a number inside Parameters, counted in doubles.
std::size_t place(Parameters& parameters, const double& number) {
    return static_cast<std::size_t>(&number - reinterpret_cast<double*>(&parameters));
}

/// Places that no pack can write, because another number or another state holds.
std::set<std::size_t> written_by_no_pack(Parameters& p) {
    std::set<std::size_t> places;
    const InstrumentParameters& internship = p.instruments[Instrument::internship];
    places.insert(place(p, internship.months));                    // internship.months holds
    places.insert(place(p, internship.dropout_hazard_per_month));  // by group, in internship
    const InstrumentParameters& cooperative = p.instruments[Instrument::coop_b_placement];
    places.insert(place(p, cooperative.usual_slots_per_1000));  // cooperatives have places,
    places.insert(place(p, cooperative.slots));                 // not seats of a service,
    places.insert(place(p, cooperative.programme_payer));       // that no programme pays
    for (const WorkState state : {WorkState::internship,
                                  WorkState::subsidised,
                                  WorkState::coop_b,
                                  WorkState::self_employed,
                                  WorkState::detained}) {
        places.insert(place(p, p.population.initial_work_share[state]));  // nobody starts there
    }
    return places;
}

}  // namespace

TEST_CASE("every key of the packs is unique and the table is sorted") {
    const auto& table = parameter_table();
    const auto smaller = [](const ParameterSpec& a, const ParameterSpec& b) {
        return a.key < b.key;
    };
    REQUIRE(std::is_sorted(table.begin(), table.end(), smaller));
    for (std::size_t i = 1; i < table.size(); ++i) {
        CHECK(table[i - 1].key != table[i].key);
    }
}

TEST_CASE("every key is found by its name and an unknown one is not") {
    for (const ParameterSpec& spec : parameter_table()) {
        CHECK(find_parameter(spec.key) == &spec);
    }
    CHECK(find_parameter("internship.slotz") == nullptr);
    CHECK(find_parameter("") == nullptr);
    CHECK(find_parameter("coop_b_placement.slots") == nullptr);
    CHECK(find_parameter("coop_b_placement.programme_payer") == nullptr);
    CHECK(find_parameter("coop_b_placement.usual_slots_per_1000") == nullptr);
    CHECK(find_parameter("subsidised_hire.slots") != nullptr);
}

TEST_CASE("every default lies in its valid range") {
    for (const ParameterSpec& spec : parameter_table()) {
        INFO(spec.key);
        CHECK(spec.low < spec.high);
        CHECK(spec.default_value >= spec.low);
        CHECK(spec.default_value <= spec.high);
    }
}

TEST_CASE("no two keys write the same number") {
    Parameters parameters;
    std::map<std::size_t, std::string> owner;
    for (const ParameterSpec& spec : parameter_table()) {
        const std::size_t at = place(parameters, spec.field(parameters, spec.index));
        REQUIRE(at < numbers);
        INFO(spec.key << " and " << owner[at]);
        CHECK(owner[at].empty());
        owner[at] = spec.key;
    }
}

TEST_CASE("every number of the parameters is written by a key or by the payer of one") {
    static_assert(sizeof(Parameters) % sizeof(double) == 0);
    Parameters parameters;
    std::set<std::size_t> written = written_by_no_pack(parameters);
    const std::size_t exceptions = written.size();
    std::set<std::size_t> by_key;
    for (const ParameterSpec& spec : parameter_table()) {
        by_key.insert(place(parameters, spec.field(parameters, spec.index)));
        if (spec.payer_field != nullptr) {
            by_key.insert(place(parameters, spec.payer_field(parameters, spec.index)));
        }
    }
    written.insert(by_key.begin(), by_key.end());
    CHECK(by_key.size() + exceptions == numbers);  // an exception is never also a key
    for (std::size_t at = 0; at < numbers; ++at) {
        INFO("number " << at << " of " << numbers << " in Parameters has no key");
        CHECK(written.count(at) == 1);
    }
}

TEST_CASE("every key has a unit and a text in both languages") {
    for (const ParameterSpec& spec : parameter_table()) {
        INFO(spec.key);
        CHECK_FALSE(spec.unit.empty());
        CHECK(spec.text_en.size() > 3);
        CHECK(spec.text_it.size() > 3);
        CHECK(spec.text_en != spec.text_it);
    }
}

TEST_CASE("amounts are the keys in euros, and what a policy owns is a lever") {
    for (const ParameterSpec& spec : parameter_table()) {
        INFO(spec.key);
        CHECK(spec.amount == (spec.unit.rfind("EUR", 0) == 0));
        CHECK((spec.home != PackKind::policy || spec.lever));
    }
}

TEST_CASE("shares of one whole sum to one by default") {
    std::map<std::string, double> sums;
    for (const ParameterSpec& spec : parameter_table()) {
        for (const std::string whole : {"population.initial_work_share.",
                                        "housing.initial_share.",
                                        "autonomy.weights.",
                                        "autonomy.weights_work_light.",
                                        "autonomy.weights_equal."}) {
            if (spec.key.rfind(whole, 0) == 0) sums[whole] += spec.default_value;
        }
    }
    REQUIRE(sums.size() == 5);
    for (const auto& [whole, sum] : sums) {
        INFO(whole);
        CHECK(sum == Approx(1.0));
    }
}

}  // namespace cantiere
