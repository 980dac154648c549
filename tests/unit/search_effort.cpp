#include "model/month/search_effort.h"

#include <array>
#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {
namespace {

constexpr ResidentId first = ResidentId::at(0);

CaseTables tables(const Residents& r) {
    return {r.people, r.capital, r.work, r.housing, r.standing};
}

}  // namespace

TEST_CASE("Without vacancies jobs are found at the hazard of equation 5.17.1") {
    constexpr std::size_t people = 60000;
    LabourWorld world(people, 1);
    world.begin(Month{0});
    find_jobs_without_vacancies(world.residents.work,
                                world.employers,
                                world.events,
                                world.residents.people,
                                world.residents.capital,
                                world.residents.housing,
                                world.residents.care,
                                world.residents.standing,
                                Contacts{},
                                world.parameters,
                                1.0,
                                world.draws,
                                Month{0});
    // P .35, R .40, M .60, T .5; twelve months jobless: D .55; no benefit: the rate at which work
    // is taxed is that of taxes alone.
    const double tax = split_wage(world.parameters.tax, 916.0).net_eur() / 916.0;
    const double effort = 0.3 + 0.7 * 0.5 * std::pow(std::min(1.0, tax), 0.3);
    const double hazard = 0.049 * std::exp(1.2 * (0.35f - 0.4)) * 0.55 * effort;
    const double share = 1.0 - std::exp(-hazard);
    const double n = static_cast<double>(people);
    CHECK(std::abs(world.count(EventKind::hired) / n - share) <
          4.5 * std::sqrt(share * (1.0 - share) / n));
    CHECK(world.count(EventKind::ordinary_displaced) == 0);
}

TEST_CASE("Search is slower in an internship or a course, faster after one or with a coach") {
    LabourWorld world(5, 1);
    world.parameters.benefit.local_eur = 0.0;  // which an open file would add to what work takes
    const auto who = [](std::size_t row) { return ResidentId::at(row); };
    Residents& r = world.residents;
    r.work.state[who(1)] = WorkState::internship;
    r.work.search_boost_left[who(2)] = 3;
    r.care.tutor_left[who(3)] = 4;
    open_project(r.care, who(4), {Instrument::vocational_training}, Month{0});
    r.care.step_left[who(4)] = 2;
    const auto intensity = [&](std::size_t row) {
        return SearchIntensity(tables(r), r.care, world.parameters, 1.0, Month{0}).of(who(row));
    };
    const double usual = intensity(0);
    CHECK(intensity(1) == Approx(0.5 * usual));
    CHECK(intensity(2) == Approx(std::exp(0.45) * usual));
    CHECK(intensity(3) == Approx(1.6 * usual));
    CHECK(intensity(4) == Approx(0.5 * usual));
    // The same multiplies what acquaintances tell.
    const std::array worth{1.0, 0.5, std::exp(0.45), 1.6, 0.5};
    for (std::size_t row = 0; row < worth.size(); ++row) {
        const SearchIntensity search(tables(r), r.care, world.parameters, 1.0, Month{0});
        const double factor = search.follow_through(who(row));
        CHECK(factor == Approx(worth[row]));
    }
}

TEST_CASE("The inactive and the excluded search with the least effort") {
    LabourWorld world(3, 1);
    Residents& r = world.residents;
    r.work.state[ResidentId::at(1)] = WorkState::inactive;
    r.care.state[ResidentId::at(2)] = CareState::excluded;
    const auto intensity = [&](std::size_t row) {
        return SearchIntensity(tables(r), r.care, world.parameters, 1.0, Month{0})
            .of(ResidentId::at(row));
    };
    CHECK(intensity(1) == Approx(0.3 * 0.55));
    CHECK(intensity(2) == Approx(0.3 * 0.55));
    CHECK(intensity(0) > intensity(1));
}

TEST_CASE("A benefit that work takes away lowers effort, never below the floor") {
    LabourWorld world(1, 1);
    const Residents& r = world.residents;
    const auto rate = [&] {
        return participation_tax_rate_of(tables(r), r.care, world.parameters, Month{0}, first);
    };
    const double taxes_alone = rate();
    CHECK(taxes_alone < 0.3);
    world.parameters.benefit.base_eur = 500.0;
    CHECK(rate() == Approx(taxes_alone + 500.0 / 916.0));
    world.parameters.benefit.base_eur = 5000.0;
    world.parameters.benefit.taper = 10.0;
    CHECK(rate() > 1.0);
    CHECK(search_effort(world.parameters.search, 0.5, rate()) == Approx(0.3));
}

TEST_CASE(
    "What the municipality, the region and an activity pay counts among what work takes away") {
    LabourWorld world(1, 1);
    Residents& r = world.residents;
    BenefitParameters& law = world.parameters.benefit;
    r.people.takes_up[first] = 1;
    const auto rate = [&] {
        return participation_tax_rate_of(tables(r), r.care, world.parameters, Month{0}, first);
    };
    law.local_eur = 120.0;
    const double taxes_alone = rate();  // no open file: no municipal contribution
    // 916 EUR a month are 9,981.81 a year after contributions of 84.18 a month; 340.82 of tax less
    // the bonus of 1,200 is 71.60 a month paid to the worker: 903.42 net, so 12.58 are taken.
    CHECK(taxes_alone == Approx(12.58 / 916.0).margin(1e-4));
    open_project(r.care, first, {Instrument::vocational_training}, Month{0});
    CHECK(rate() == Approx(taxes_alone + 120.0 / 916.0));
    law.regional_eur = 200.0;  // claimed, in place of the municipal contribution
    CHECK(rate() == Approx(taxes_alone + 200.0 / 916.0));
    r.people.takes_up[first] = 0;
    CHECK(rate() == Approx(taxes_alone + 120.0 / 916.0));
    r.people.takes_up[first] = 1;
    law.categorical = 1.0;
    law.activity_eur = 350.0;
    law.activity_longest_months = 12.0;
    r.people.children[first] = 0;
    r.care.step_left[first] = 2;
    CHECK(rate() == Approx(taxes_alone + 350.0 / 916.0));
    r.standing.spell[first].allowance_months_paid = 12;
    CHECK(rate() == Approx(taxes_alone + 200.0 / 916.0));
}

TEST_CASE("Work takes away no benefit whose months are used up") {
    LabourWorld world(1, 1);
    Residents& r = world.residents;
    BenefitParameters& law = world.parameters.benefit;
    r.people.takes_up[first] = 1;
    law.base_eur = 500.0;
    law.longest_months = 12.0;
    const auto rate = [&] {
        return participation_tax_rate_of(tables(r), r.care, world.parameters, Month{0}, first);
    };
    const double entitled = rate();
    r.standing.spell[first] = {12, 999, 0};
    CHECK(rate() == Approx(entitled - 500.0 / 916.0));
}

TEST_CASE("The seeking give up and the inactive start to seek at their hazards") {
    constexpr std::size_t people = 40000;
    LabourWorld world(people, 1);
    for (std::size_t row = 0; row < people / 2; ++row) {
        world.residents.work.state[ResidentId::at(row)] = WorkState::inactive;
    }
    world.begin(Month{0});
    world.parameters.search.to_seeking_hazard = 0.03;
    world.parameters.outreach.hazard_per_month = 0.04;  // twice the usual
    enter_or_leave_search(world.residents.work,
                          world.residents.people,
                          world.residents.capital,
                          world.parameters.search,
                          Regimes{world.parameters, world.parameters},
                          world.draws,
                          Month{0});
    int gave_up = 0;
    int started = 0;
    for (const ResidentId who : rows<ResidentId>(people)) {
        const bool seeks = world.residents.work.state[who] == WorkState::seeking;
        const bool sought = who.index() >= people / 2;
        gave_up += sought && !seeks ? 1 : 0;
        started += !sought && seeks ? 1 : 0;
    }
    const double n = static_cast<double>(people) / 2.0;
    const double give_up = 1.0 - std::exp(-0.056);  // at trust .5 the factor is 1
    const double start = 1.0 - std::exp(-0.06);
    CHECK(std::abs(gave_up / n - give_up) < 4.5 * std::sqrt(give_up * (1.0 - give_up) / n));
    CHECK(std::abs(started / n - start) < 4.5 * std::sqrt(start * (1.0 - start) / n));
}

TEST_CASE("Outreach for a programme's target brings nobody else back to search") {
    constexpr std::size_t people = 2000;
    LabourWorld world(people, 1);
    for (const ResidentId who : rows<ResidentId>(people)) {
        world.residents.work.state[who] = WorkState::inactive;
        if (who.index() < people / 2) world.residents.people.groups[who] = bit(Group::migrant);
    }
    world.begin(Month{0});
    Parameters usual = world.parameters;
    usual.search.to_seeking_hazard = 0.05;
    usual.outreach.hazard_per_month = 0.0;  // nobody is reached as usual
    Parameters programme = usual;
    programme.outreach.hazard_per_month = 10.0;
    programme.target.everybody = 0.0;
    programme.target.group[Group::migrant] = 1.0;
    enter_or_leave_search(world.residents.work,
                          world.residents.people,
                          world.residents.capital,
                          usual.search,
                          Regimes{programme, usual},
                          world.draws,
                          Month{0});
    for (const ResidentId who : rows<ResidentId>(people)) {
        const bool seeks = world.residents.work.state[who] == WorkState::seeking;
        CHECK(seeks == (who.index() < people / 2));
    }
}

}  // namespace cantiere
