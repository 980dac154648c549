#include "model/month/drift.h"

#include "model/core/rows.h"
#include "model/month/exogenous.h"
#include "model/month/trust.h"
#include "tests/support/catch.h"
#include "tests/support/one_regime.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

const Draws draws({3, 0, 0});

CapitalParameters without_chance() {
    CapitalParameters p;
    p.health_shock_sd = 0.0;
    p.shock_hazard_per_month = 0.0;
    return p;
}

}  // namespace

TEST_CASE("Work and internships raise capitals, idleness lowers them to their floor") {
    Residents residents = sample_residents(3);
    Capital& capital = residents.capital;
    const ResidentId worker{0};
    const ResidentId intern{1};
    const ResidentId idle{2};
    residents.work.state[worker] = WorkState::coop_b;
    residents.work.state[intern] = WorkState::internship;
    drift_capitals(capital,
                   residents.people,
                   residents.work,
                   residents.care,
                   without_chance(),
                   1.0,
                   draws,
                   Month{0});
    CHECK(capital.professional[worker] == Approx(0.35 + 0.010 * 0.65));
    CHECK(capital.relational[worker] == Approx(0.40 + 0.008 * 0.60));
    CHECK(capital.health[worker] == Approx(0.604));
    CHECK(capital.professional[intern] == Approx(0.35 + 0.045 * 0.65));
    CHECK(capital.relational[intern] == Approx(0.40 + 0.050 * 0.60));
    CHECK(capital.health[intern] == Approx(0.60));
    CHECK(capital.professional[idle] == Approx(0.35 - 0.010 * 0.20));
    CHECK(capital.relational[idle] == Approx(0.40 - 0.006 * 0.20));
    capital.professional[idle] = 0.10f;  // below the floor nothing decays
    drift_capitals(capital,
                   residents.people,
                   residents.work,
                   residents.care,
                   without_chance(),
                   1.0,
                   draws,
                   Month{1});
    CHECK(capital.professional[idle] == 0.10f);
}

TEST_CASE("Fidelity scales what an internship of the programme makes grow, and no other") {
    Residents residents = sample_residents(3);
    Capital& capital = residents.capital;
    for (const ResidentId who : rows<ResidentId>(3)) {
        residents.work.state[who] = WorkState::internship;
    }
    const ResidentId of_programme{0};
    const ResidentId usual{1};
    const ResidentId worker{2};
    residents.care.step_funding[of_programme] = Funding::programme;
    residents.care.step_funding[usual] = Funding::usual;
    residents.care.step_funding[worker] = Funding::programme;
    residents.work.state[worker] = WorkState::coop_b;
    drift_capitals(capital,
                   residents.people,
                   residents.work,
                   residents.care,
                   without_chance(),
                   0.4,
                   draws,
                   Month{0});
    CHECK(capital.professional[of_programme] == Approx(0.35 + 0.4 * 0.045 * 0.65));
    CHECK(capital.relational[of_programme] == Approx(0.40 + 0.4 * 0.050 * 0.60));
    CHECK(capital.professional[usual] == Approx(0.35 + 0.045 * 0.65));
    CHECK(capital.professional[worker] == Approx(0.35 + 0.010 * 0.65));
}

TEST_CASE("Capitals of people who are not present stand still") {
    Residents residents = sample_residents(9);
    residents.people.presence[ResidentId{8}] = Presence::gone;
    residents.people.presence[ResidentId{2}] = Presence::not_arrived;
    CapitalParameters p;
    p.health_shock_sd = 0.05;
    p.shock_hazard_per_month = 50.0;
    drift_capitals(residents.capital,
                   residents.people,
                   residents.work,
                   residents.care,
                   p,
                   1.0,
                   draws,
                   Month{0});
    strike_shocks(residents.capital,
                  residents.credit,
                  residents.housing,
                  residents.people,
                  p,
                  draws,
                  Month{0});
    for (const ResidentId who : {ResidentId{2}, ResidentId{8}}) {
        CHECK(residents.capital.professional[who] == 0.35f);
        CHECK(residents.capital.health[who] == 0.60f);
        CHECK(residents.capital.relational[who] == 0.40f);
        CHECK(residents.housing.state[who] == HousingState::stable);
    }
    CHECK(residents.capital.professional[ResidentId{7}] < 0.35f);
}

TEST_CASE("Health varies around its personal mean with the stated spread") {
    Residents residents = sample_residents(4000);
    CapitalParameters p;
    for (int m = 0; m < 120; ++m) {
        drift_capitals(residents.capital,
                       residents.people,
                       residents.work,
                       residents.care,
                       p,
                       1.0,
                       draws,
                       Month{m});
    }
    double sum = 0.0;
    double squares = 0.0;
    for (const Level health : residents.capital.health) {
        sum += health - 0.60;
        squares += (health - 0.60) * (health - 0.60);
    }
    // AR(1): sd^2 / (1 - (1 - reversion)^2)
    const double variance = 0.01 * 0.01 / (1.0 - 0.95 * 0.95);
    CHECK(std::abs(sum / 4000.0) <= 4.5 * square_root(variance / 4000.0));
    CHECK(squares / 4000.0 == Approx(variance).epsilon(4.5 * square_root(2.0 / 4000.0)));
}

TEST_CASE("Each shock does what it says") {
    struct Case {
        double eviction, illness, debt;
        double health, relational;
        HousingState housing;
    };
    const Case cases[] = {
        {1.0, 0.0, 0.0, 0.60, 0.40, HousingState::precarious},
        {0.0, 1.0, 0.0, 0.45, 0.40, HousingState::stable},
        {0.0, 0.0, 1.0, 0.60, 0.35, HousingState::stable},
        {0.0, 0.0, 0.0, 0.55, 0.30, HousingState::stable},  // bereavement
    };
    for (const Case& c : cases) {
        Residents residents = sample_residents(1);
        CapitalParameters p;
        p.shock_hazard_per_month = 1e6;
        p.eviction_share = c.eviction;
        p.illness_share = c.illness;
        p.debt_share = c.debt;
        strike_shocks(residents.capital,
                      residents.credit,
                      residents.housing,
                      residents.people,
                      p,
                      draws,
                      Month{0});
        const ResidentId who{0};
        CHECK(residents.capital.health[who] == Approx(c.health));
        CHECK(residents.capital.relational[who] == Approx(c.relational));
        CHECK(residents.housing.state[who] == c.housing);
    }
}

TEST_CASE("Eviction goes down one step and spares supported places") {
    Residents residents = sample_residents(4);
    auto& home = residents.housing.state;
    home[ResidentId{0}] = HousingState::precarious;
    home[ResidentId{1}] = HousingState::supported;
    home[ResidentId{2}] = HousingState::shelter;
    home[ResidentId{3}] = HousingState::homeless;
    CapitalParameters p;
    p.shock_hazard_per_month = 1e6;
    p.eviction_share = 1.0;
    p.illness_share = p.debt_share = 0.0;
    strike_shocks(residents.capital,
                  residents.credit,
                  residents.housing,
                  residents.people,
                  p,
                  draws,
                  Month{0});
    CHECK(home[ResidentId{0}] == HousingState::homeless);
    CHECK(home[ResidentId{1}] == HousingState::supported);
    CHECK(home[ResidentId{2}] == HousingState::shelter);
    CHECK(home[ResidentId{3}] == HousingState::homeless);
}

TEST_CASE("Shocks strike at their hazard, each with its share") {
    Residents residents = sample_residents(40000);
    CapitalParameters p;
    strike_shocks(residents.capital,
                  residents.credit,
                  residents.housing,
                  residents.people,
                  p,
                  draws,
                  Month{0});
    double evicted = 0.0;
    double ill = 0.0;
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        evicted += residents.housing.state[who] == HousingState::precarious;
        ill += residents.capital.health[who] < 0.5f;
    }
    const double chance = probability_of(Hazard{0.01}).value() * 0.25;
    const double error = square_root(chance / 40000.0);
    CHECK(std::abs(evicted / 40000.0 - chance) <= 4.5 * error);
    CHECK(std::abs(ill / 40000.0 - chance) <= 4.5 * error);
}

TEST_CASE("Trust falls in a month of failed search out of care and stops at the floor") {
    Residents residents = sample_residents(4);
    residents.care.state[ResidentId{1}] = CareState::in_project;
    residents.work.state[ResidentId{2}] = WorkState::inactive;
    residents.capital.trust[ResidentId{3}] = 0.025f;
    drift_trust(residents.capital,
                residents.people,
                residents.work,
                residents.care,
                OneRegime(ReferralParameters{}));
    CHECK(residents.capital.trust[ResidentId{0}] == Approx(0.49));
    CHECK(residents.capital.trust[ResidentId{1}] == 0.50f);
    CHECK(residents.capital.trust[ResidentId{2}] == 0.50f);
    CHECK(residents.capital.trust[ResidentId{3}] == Approx(0.02));
}

TEST_CASE("A named case manager pulls trust back towards where it began") {
    Residents residents = sample_residents(2);
    ReferralParameters referral;
    referral.case_manager = 1.0;
    for (const ResidentId who : rows<ResidentId>(2)) residents.capital.trust[who] = 0.20f;
    residents.care.state[ResidentId{0}] = CareState::assessed_waiting;
    residents.work.state[ResidentId{1}] = WorkState::open_ended;
    drift_trust(residents.capital,
                residents.people,
                residents.work,
                residents.care,
                OneRegime(referral));
    CHECK(residents.capital.trust[ResidentId{0}] == Approx(0.20 + 0.03 * 0.30));
    CHECK(residents.capital.trust[ResidentId{1}] == 0.20f);
}

TEST_CASE("The cycle is the same whoever asks and keeps its stated spread") {
    JobSearchParameters p;
    p.tightness = 0.8;
    double log_cycle = 0.0;
    double again = 0.0;
    double squares = 0.0;
    constexpr int months = 20000;
    for (int m = 0; m < months; ++m) {
        const double tightness = advance_cycle(log_cycle, p, draws, Month{m});
        CHECK(tightness == advance_cycle(again, p, draws, Month{m}));
        CHECK(tightness == Approx(0.8 * exp(log_cycle)));
        squares += log_cycle * log_cycle;
    }
    const double variance = 0.03 * 0.03 / (1.0 - 0.95 * 0.95);
    CHECK(squares / months == Approx(variance).epsilon(0.15));
    p.cycle_sd = 0.0;
    double flat = 0.0;
    CHECK(advance_cycle(flat, p, draws, Month{0}) == 0.8);
}

}  // namespace cantiere
