#include <algorithm>
#include <cmath>

#include "model/month/demography.h"
#include "model/month/justice.h"
#include "model/month/violence.h"
#include "tests/support/catch.h"
#include "tests/support/justice_month.h"
#include "tests/support/sample_residents.h"

namespace cantiere {

TEST_CASE("A sentence runs out to the month and release starts the search for work") {
    Residents residents = sample_residents(1);
    const ResidentId who{0};
    residents.justice.state[who] = JusticeState::detained;
    residents.justice.sentence_left[who] = 3;
    residents.work.state[who] = WorkState::detained;
    JusticeParameters p;
    for (int m = 0; m < 2; ++m) CHECK(justice_month(residents, p, Month{m}).all().empty());
    CHECK(count(justice_month(residents, p, Month{2}), EventKind::released) == 1);
    CHECK(residents.justice.state[who] == JusticeState::released);
    CHECK(residents.justice.months_since_release[who] == 0);
    CHECK(residents.work.state[who] == WorkState::seeking);
}

TEST_CASE("Whoever is detained again loses job, file and shelter") {
    Residents residents = sample_residents(1);
    const ResidentId who{0};
    residents.justice.state[who] = JusticeState::released;
    residents.work.state[who] = WorkState::fixed_term;
    residents.work.gross_wage_cents[who] = 91600;
    residents.care.state[who] = CareState::in_project;
    residents.housing.state[who] = HousingState::shelter;
    JusticeParameters p;
    p.hazard_year_1 = 1e6;
    const Events events = justice_month(residents, p, Month{0});
    CHECK(count(events, EventKind::reincarcerated) == 1);
    CHECK(count(events, EventKind::separated) == 1);
    CHECK(count(events, EventKind::file_closed) == 1);
    CHECK(residents.work.state[who] == WorkState::detained);
    CHECK(residents.work.gross_wage_cents[who] == 0);
    CHECK(residents.justice.sentence_left[who] >= 1);
    CHECK(residents.care.state[who] == CareState::known);
    CHECK(residents.housing.state[who] == HousingState::homeless);
}

TEST_CASE("Who changed work this month is not at risk of detention") {
    Residents residents = sample_residents(1);
    residents.justice.state[ResidentId{0}] = JusticeState::released;
    residents.work.state_at_start[ResidentId{0}] = WorkState::seeking;
    residents.work.state[ResidentId{0}] = WorkState::fixed_term;
    JusticeParameters p;
    p.hazard_year_1 = 1e6;
    Events events;
    run_justice(residents.justice,
                residents.work,
                residents.housing,
                residents.care,
                events,
                residents.people,
                OneRegime(p, population()),
                draws,
                Month{0});
    CHECK(events.all().empty());
    CHECK(residents.justice.months_since_release[ResidentId{0}] == 1);
}

TEST_CASE("A job, a home and a programme keep people out of prison") {
    const auto detained = [](WorkState work, HousingState home, CareState care) {
        Residents residents = sample_residents(20000);
        residents.justice.state.assign(20000, JusticeState::released);
        residents.work.state.assign(20000, work);
        residents.housing.state.assign(20000, home);
        residents.care.state.assign(20000, care);
        JusticeParameters p;
        p.hazard_year_1 = 0.10;
        return count(justice_month(residents, p, Month{0}), EventKind::reincarcerated);
    };
    const auto seeking = WorkState::seeking;
    const auto stable = HousingState::stable;
    const auto known = CareState::known;
    const std::int64_t plain = detained(seeking, stable, known);
    CHECK(detained(WorkState::open_ended, stable, known) < plain);
    CHECK(detained(seeking, stable, CareState::in_project) < plain);
    CHECK(detained(seeking, HousingState::homeless, known) > plain);
    // Women, against the mean of exp(-.4 z) over the released.
    const double chance = probability_of(Hazard{0.10 * 0.70 / std::exp(0.08)}).value();
    CHECK(static_cast<double>(plain) == Approx(20000 * chance).epsilon(0.06));
}

TEST_CASE("Safety moves by whole steps within its bounds, for survivors only") {
    Residents residents = sample_residents(3);
    residents.people.groups[ResidentId{0}] = bit(Group::violence_survivor);
    residents.people.groups[ResidentId{1}] = bit(Group::violence_survivor);
    residents.capital.safety[ResidentId{0}] = 0.30f;
    residents.capital.safety[ResidentId{1}] = 0.95f;
    const auto change = [&](double up, double down) {
        ViolenceParameters p;
        p.improvement_hazard = up;
        p.improvement_hazard_employed = 0.0;
        p.recurrence_hazard = down;
        change_safety(residents.capital,
                      residents.people,
                      residents.work,
                      residents.standing,
                      p,
                      850.0,
                      draws,
                      Month{0});
    };
    change(1e6, 0.0);
    CHECK(residents.capital.safety[ResidentId{0}] == Approx(0.45));
    CHECK(residents.capital.safety[ResidentId{1}] == 1.0f);
    CHECK(residents.capital.safety[ResidentId{2}] == 0.85f);
    change(0.0, 1e6);
    CHECK(residents.capital.safety[ResidentId{0}] == Approx(0.15));
    change(0.0, 1e6);
    CHECK(residents.capital.safety[ResidentId{0}] == 0.0f);
}

TEST_CASE("Own income above the poverty line of her household halves the recurrence") {
    const auto struck = [](int income_cents) {
        constexpr std::size_t people = 40000;
        Residents residents = sample_residents(people);
        residents.people.groups.assign(people, bit(Group::violence_survivor));
        residents.people.poverty_scale.assign(people, 1.4f);
        residents.standing.net_income_cents.assign(people, income_cents);
        ViolenceParameters p;
        p.improvement_hazard = 0.0;
        p.recurrence_hazard = 0.04;
        change_safety(residents.capital,
                      residents.people,
                      residents.work,
                      residents.standing,
                      p,
                      850.0,
                      draws,
                      Month{0});
        return std::count_if(residents.capital.safety.begin(),
                             residents.capital.safety.end(),
                             [](Level safety) { return safety < 0.85f; });
    };
    const double poor = static_cast<double>(struck(118900));
    const double autonomous = static_cast<double>(struck(119100));
    CHECK(poor == Approx(40000 * 0.0392).epsilon(0.12));
    CHECK(autonomous == Approx(40000 * 0.0198).epsilon(0.16));
}

TEST_CASE("A survivor's excluded municipalities are hers for ever, and the stated share") {
    int excluded = 0;
    constexpr unsigned survivors = 4000;
    constexpr unsigned towns = 9;
    for (unsigned s = 0; s < survivors; ++s) {
        for (unsigned t = 0; t < towns; ++t) {
            const EntityKey key = hash_key({s});
            const bool is = is_excluded_municipality(key, MunicipalityId{t}, 0.15, draws);
            CHECK(is == is_excluded_municipality(key, MunicipalityId{t}, 0.15, draws));
            excluded += is;
        }
    }
    const double n = survivors * towns;
    CHECK(std::abs(excluded / n - 0.15) <= 4.5 * square_root(0.15 * 0.85 / n));
    CHECK_FALSE(is_excluded_municipality(hash_key({1}), MunicipalityId{0}, 0.0, draws));
    CHECK(is_excluded_municipality(hash_key({1}), MunicipalityId{0}, 1.0, draws));
}

TEST_CASE("The level of reoffending is the same whatever the share of women and the frailty") {
    JusticeParameters p;
    p.frailty_slope = -0.6;
    for (const double women : {0.0, 0.048, 0.5, 1.0}) {
        for (const double variance : {0.0, 1.0}) {
            double mean = 0.0;
            double weights = 0.0;
            for (double z = -6.0; z <= 6.0; z += 0.01) {
                if (variance == 0.0 && std::abs(z) > 0.005) continue;
                const double weight = std::exp(-0.5 * z * z);
                for (const bool woman : {false, true}) {
                    ReoffendingConditions c;
                    c.woman = woman;
                    c.standard_frailty = variance == 0.0 ? 0.0 : z;
                    const Hazard h = reincarceration_hazard(p, 1, c, {women, variance});
                    mean += weight * (woman ? women : 1.0 - women) * h.per_month();
                }
                weights += weight;
            }
            CHECK(mean / weights == Approx(p.hazard_year_1).epsilon(1e-4));
        }
    }
}

TEST_CASE("The hazard of return falls after the first year outside and after the third") {
    JusticeParameters p;
    p.hazard_year_1 = 0.03;
    p.hazard_years_2_3 = 0.02;
    p.hazard_later = 0.01;
    CHECK(reincarceration_base(p, 1) == 0.03);
    CHECK(reincarceration_base(p, 12) == 0.03);
    CHECK(reincarceration_base(p, 13) == 0.02);
    CHECK(reincarceration_base(p, 36) == 0.02);
    CHECK(reincarceration_base(p, 37) == 0.01);
}

}  // namespace cantiere
