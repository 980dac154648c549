#include <boost/math/distributions/beta.hpp>

#include "model/beta_law.h"
#include "model/core/rows.h"
#include "model/rules/housing.h"
#include "tests/support/catch.h"
#include "tests/support/small_territory.h"

namespace cantiere {

TEST_CASE("Work starts at the territory's shares and survivors of violence at their own") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const Residents residents = population_of(small_territory(20000.0), seed).residents;
        const auto works_as = [&](WorkState state, bool survivor) {
            double count = 0.0;
            double all = 0.0;
            for (const ResidentId who : rows<ResidentId>(residents.size())) {
                const GroupMask groups = residents.people.groups[who];
                if (holds(groups, Group::detained_or_ex)) continue;
                if (holds(groups, Group::violence_survivor) != survivor) continue;
                all += 1.0;
                count += residents.work.state[who] == state;
            }
            return count / all;
        };
        CHECK(works_as(WorkState::open_ended, true) == Approx(0.389).margin(0.05));
        CHECK(works_as(WorkState::fixed_term, true) == Approx(0.143).margin(0.05));
        CHECK(works_as(WorkState::open_ended, false) == Approx(0.12).margin(0.02));
        CHECK(works_as(WorkState::fixed_term, false) == Approx(0.08).margin(0.02));
    }
}

TEST_CASE("Who is long-term unemployed has been out of work for a year or more") {
    const Residents residents = population_of(small_territory(3000.0)).residents;
    int seen = 0;
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        if (!holds(residents.people.groups[who], Group::long_term_unemployed)) continue;
        ++seen;
        CHECK(residents.work.gross_wage_cents[who] == 0);
        const bool inside = residents.justice.state[who] == JusticeState::detained;
        CHECK((inside || residents.work.jobless_months[who] >= 12));
    }
    CHECK(seen > 1000);
}

TEST_CASE("Detention is one fact in work and in justice, and only people present are inside") {
    const Residents residents = population_of(small_territory(8000.0)).residents;
    int inside = 0;
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        const bool present = residents.people.presence[who] == Presence::present;
        const bool detained = residents.justice.state[who] == JusticeState::detained;
        CHECK((residents.work.state[who] == WorkState::detained) == (present && detained));
        CHECK(detained == (residents.justice.sentence_left[who] > 0));
        if (detained) CHECK(holds(residents.people.groups[who], Group::detained_or_ex));
        inside += present && detained;
    }
    CHECK(inside == Approx(8000 * 0.06 * 0.3).epsilon(0.25));
}

TEST_CASE("Homeless people start on the street or in a shelter, within its places") {
    RunInputs inputs = small_territory(6000.0);
    inputs.usual.housing.shelter_places_per_1000 = 5.0;
    inputs.usual.housing.initial_share[HousingState::shelter] = 0.20;
    const Residents residents = population_of(inputs).residents;
    int sheltered = 0;
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        const bool flagged = holds(residents.people.groups[who], Group::homeless);
        CHECK(is_unhoused(residents.housing.state[who]) == flagged);
        sheltered += residents.housing.state[who] == HousingState::shelter;
    }
    CHECK(sheltered == 30);
}

TEST_CASE("Capitals follow the beta laws of their groups") {
    const RunInputs inputs = small_territory(20000.0);
    const Residents residents = population_of(inputs).residents;
    const auto mean_of = [&](const ResidentColumn<Level>& level, auto belongs) {
        double sum = 0.0;
        double count = 0.0;
        for (const ResidentId who : rows<ResidentId>(residents.size())) {
            if (!belongs(residents.people.groups[who])) continue;
            sum += level[who];
            count += 1.0;
        }
        return sum / count;
    };
    const auto anyone = [](GroupMask) { return true; };
    const auto migrant = [](GroupMask groups) { return holds(groups, Group::migrant); };
    const auto survivor = [](GroupMask g) { return holds(g, Group::violence_survivor); };
    const Capital& capital = residents.capital;
    CHECK(mean_of(capital.professional, anyone) == Approx(0.35).margin(0.005));
    CHECK(mean_of(capital.relational, anyone) == Approx(0.40).margin(0.005));
    CHECK(mean_of(capital.trust, anyone) == Approx(0.50).margin(0.005));
    CHECK(mean_of(capital.language, migrant) == Approx(0.35).margin(0.015));
    CHECK(mean_of(capital.safety, survivor) == Approx(0.35).margin(0.02));
}

TEST_CASE("The tabulated beta law is the exact one within a thousandth") {
    const double mean = 0.35;
    const double sd = 0.175;
    const double weight = mean * (1.0 - mean) / (sd * sd) - 1.0;
    const boost::math::beta_distribution<double> exact(mean * weight, (1.0 - mean) * weight);
    const BetaLaw law(mean, sd);
    for (double u = 0.005; u < 1.0; u += 0.01) {
        CHECK(law.quantile(u) == Approx(boost::math::quantile(exact, u)).margin(0.001));
    }
    double sum = 0.0;
    for (int i = 0; i < 10000; ++i) sum += law.quantile((i + 0.5) / 10000.0);
    CHECK(sum / 10000.0 == Approx(mean).margin(0.0005));
    CHECK(law.quantile(1e-9) < 0.01);
    CHECK(law.quantile(1.0 - 1e-9) > 0.9);
    CHECK(BetaLaw(0.5, 0.0).quantile(0.9) == 0.5);
    CHECK(BetaLaw(1.0, 0.2).quantile(0.1) == 1.0);
}

}  // namespace cantiere
