#include <algorithm>
#include <cmath>

#include "model/month/demography.h"
#include "model/month/justice.h"
#include "model/month/violence.h"
#include "tests/support/catch.h"
#include "tests/support/one_regime.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

const Draws draws({17, 0, 0});
constexpr double sigma_z = 0.5;

std::int64_t count(const Events& events, EventKind kind) {
    return std::count_if(events.all().begin(), events.all().end(), [kind](const Event& event) {
        return event.kind == kind;
    });
}

/// People released of one sex, with frailty.
PopulationParameters population() {
    PopulationParameters p;
    p.frailty_sd = sigma_z;
    p.detained_female_share = 0.0;
    return p;
}

Events justice_month(Residents& residents, const JusticeParameters& p, Month month) {
    Events events;
    mark_start_of_month(residents.work);
    run_justice(residents.justice,
                residents.work,
                residents.housing,
                residents.care,
                events,
                residents.people,
                OneRegime(p, population()),
                draws,
                month);
    return events;
}

}  // namespace

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

namespace {

/// Somebody inside with so many months to serve, and the chance to serve them at home.
Residents inside(std::size_t people, int months) {
    Residents residents = sample_residents(people);
    residents.justice.state.assign(people, JusticeState::detained);
    residents.justice.sentence_left.assign(people, static_cast<std::uint16_t>(months));
    residents.work.state.assign(people, WorkState::detained);
    return residents;
}

JusticeParameters always_outside() {
    JusticeParameters p;
    p.alternative_hazard = 1e6;
    p.alternative_months_left = 12.0;
    p.alternative_ratio = p.revocation_hazard = 0.0;
    return p;
}

}  // namespace

TEST_CASE("The rest of a sentence goes on outside, at home and free to search, to its last month") {
    Residents residents = inside(1, 14);
    const ResidentId who{0};
    const JusticeParameters p = always_outside();
    CHECK(justice_month(residents, p, Month{0}).all().empty());  // 13 months are too many
    CHECK(count(justice_month(residents, p, Month{1}), EventKind::alternative_granted) == 1);
    CHECK(residents.justice.state[who] == JusticeState::alternative);
    CHECK(residents.justice.sentence_left[who] == 12);
    CHECK(residents.work.state[who] == WorkState::seeking);
    residents.work.state[who] = WorkState::open_ended;
    for (int m = 2; m < 13; ++m) CHECK(justice_month(residents, p, Month{m}).all().empty());
    CHECK(count(justice_month(residents, p, Month{13}), EventKind::released) == 1);
    CHECK(residents.justice.state[who] == JusticeState::released);
    CHECK(residents.justice.served_outside[who] == 1);
    CHECK(residents.justice.months_since_release[who] == 0);
    CHECK(residents.work.state[who] == WorkState::open_ended);
}

TEST_CASE("Without a home nobody serves outside, and without a hazard nothing changes") {
    Residents homeless = inside(1, 5);
    homeless.housing.state[ResidentId{0}] = HousingState::homeless;
    CHECK(justice_month(homeless, always_outside(), Month{0}).all().empty());
    Residents housed = inside(1, 5);
    CHECK(justice_month(housed, JusticeParameters{}, Month{0}).all().empty());
}

TEST_CASE("A programme opens alternative measures to its target alone") {
    Residents residents = inside(2, 5);
    residents.people.sex[ResidentId{0}] = Sex::female;
    residents.people.sex[ResidentId{1}] = Sex::male;
    Parameters programme;
    programme.target.everybody = 1.0;
    programme.target.women_only = 1.0;
    programme.justice.alternative_hazard = 1e6;
    const Parameters usual;
    Events events;
    mark_start_of_month(residents.work);
    run_justice(residents.justice,
                residents.work,
                residents.housing,
                residents.care,
                events,
                residents.people,
                Regimes{programme, usual},
                draws,
                Month{0});
    CHECK(residents.justice.state[ResidentId{0}] == JusticeState::alternative);
    CHECK(residents.justice.state[ResidentId{1}] == JusticeState::detained);
}

TEST_CASE("An offence outside adds a sentence to the rest, a revocation leads back to the rest") {
    constexpr std::size_t people = 20000;
    const auto returned = [](double offence_ratio, double revocation, EventKind kind) {
        Residents residents = inside(people, 7);
        residents.justice.state.assign(people, JusticeState::alternative);
        residents.work.state.assign(people, WorkState::open_ended);
        JusticeParameters p;
        p.hazard_year_1 = 0.10;
        p.job_ratio = 1.0;
        p.alternative_ratio = offence_ratio;
        p.revocation_hazard = revocation;
        const Events events = justice_month(residents, p, Month{0});
        for (const Event& event : events.all()) {
            if (event.kind != kind) continue;
            const int left = residents.justice.sentence_left[event.who];
            CHECK((kind == EventKind::reincarcerated ? left > 6 : left == 6));
            CHECK(residents.work.state[event.who] == WorkState::detained);
            CHECK(residents.justice.state[event.who] == JusticeState::detained);
        }
        return static_cast<double>(count(events, kind));
    };
    // Women, against the mean of exp(-.4 z) over the released.
    const double offence = 0.5 * 0.10 * 0.70 / std::exp(0.08);
    const double chance = probability_of(Hazard{offence}).value();
    CHECK(returned(0.5, 0.0, EventKind::reincarcerated) == Approx(people * chance).epsilon(0.1));
    CHECK(returned(0.5, 0.0, EventKind::alternative_revoked) == 0.0);
    const double revoked = probability_of(Hazard{0.05}).value();
    CHECK(returned(0.0, 0.05, EventKind::alternative_revoked) ==
          Approx(people * revoked).epsilon(0.1));
}

TEST_CASE("The credit for employing former detainees is due by where and when they served") {
    JusticeParameters p;
    p.credit_eur_month = 520.0;
    p.credit_months = 24.0;
    p.credit_alternative_eur_month = 300.0;
    p.credit_alternative_months = 18.0;
    using enum JusticeState;
    CHECK(employment_credit_eur(p, released, false, 24) == 520.0);
    CHECK(employment_credit_eur(p, released, false, 25) == 0.0);
    CHECK(employment_credit_eur(p, released, true, 18) == 300.0);
    CHECK(employment_credit_eur(p, released, true, 19) == 0.0);
    CHECK(employment_credit_eur(p, alternative, true, 0) == 300.0);
    CHECK(employment_credit_eur(p, none, false, 0) == 0.0);
    CHECK(employment_credit_eur(p, detained, false, 0) == 0.0);
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

}  // namespace cantiere
