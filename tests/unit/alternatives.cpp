#include <algorithm>
#include <cmath>

#include "model/month/demography.h"
#include "model/month/justice.h"
#include "tests/support/catch.h"
#include "tests/support/justice_month.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
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

}  // namespace cantiere
