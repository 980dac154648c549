#include "model/month/search.h"

#include <cmath>
#include <map>

#include "model/month/search_effort.h"
#include "model/month/vacancy_contacts.h"
#include "model/month/vacancy_offers.h"
#include "model/month/violence.h"
#include "tests/support/catch.h"
#include "tests/support/labour_world.h"
#include "tests/support/permuted.h"

namespace cantiere {
namespace {

constexpr ResidentId first = ResidentId::at(0);

/// Many who search and many vacancies: contacts are plentiful, everybody is hired who is best.
LabourWorld busy_world(std::size_t residents = 400, std::size_t employers = 300) {
    LabourWorld world(residents, employers, 3);
    world.parameters.search.contact_rate_per_month = 3.0;
    world.parameters.search.reservation = 0.0;
    world.parameters.employers.vacancy_hazard_per_month = 0.1;
    world.begin(Month{0});
    return world;
}

}  // namespace

TEST_CASE("Each vacancy hires at most one resident, each resident takes at most one vacancy") {
    for (int month = 0; month < 12; ++month) {
        LabourWorld world = busy_world();
        world.begin(Month{month});
        const auto vacancies = world.vacancies();
        world.fill(vacancies);
        std::map<std::uint32_t, int> opened;
        for (const Vacancy& vacancy : vacancies) ++opened[vacancy.employer.value];
        std::map<std::uint32_t, int> hired;
        for (const Event& event : world.events.all()) {
            if (event.kind != EventKind::hired) continue;
            ++hired[world.residents.work.employer[event.who].value];
        }
        int hires = 0;
        for (const auto& [employer, count] : hired) {
            REQUIRE(count <= opened[employer]);
            hires += count;
        }
        CHECK(hires > 5);
        CHECK(hires == world.count(WorkState::fixed_term) + world.count(WorkState::open_ended));
    }
}

TEST_CASE("Without vacancies, contacts or applicants above the reservation nobody is hired") {
    LabourWorld world = busy_world();
    world.fill({});
    world.parameters.search.contact_rate_per_month = 0.0;
    world.fill(world.vacancies());
    world.parameters.search.contact_rate_per_month = 3.0;
    world.parameters.search.reservation = 50.0;
    world.fill(world.vacancies());
    CHECK(world.count(EventKind::hired) == 0);
}

TEST_CASE(
    "A more crowded ordinary pool hires residents less, and only where they displace nobody") {
    LabourWorld alone = busy_world();
    alone.parameters.search.applicants_per_vacancy = 0.0;
    LabourWorld usual = busy_world();
    LabourWorld crowded = busy_world();
    for (double& displaced : crowded.pool.displaced) displaced = 4000.0;
    for (LabourWorld* world : {&alone, &usual, &crowded}) world->fill(world->vacancies());
    CHECK(alone.count(EventKind::ordinary_displaced) == 0);
    CHECK(alone.count(EventKind::hired) > usual.count(EventKind::hired));
    CHECK(usual.count(EventKind::hired) > crowded.count(EventKind::hired));
    CHECK(usual.count(EventKind::ordinary_displaced) > 0);
    CHECK(usual.count(EventKind::ordinary_displaced) <= usual.count(EventKind::hired));
}

TEST_CASE("Displaced people are added to the pool and find other work at their hazard") {
    LabourWorld world = busy_world();
    world.fill(world.vacancies());
    double displaced = 0.0;
    for (const double people : world.pool.displaced) displaced += people;
    CHECK(displaced == world.count(EventKind::ordinary_displaced));
    const double before = world.pool.displaced[MunicipalityId::at(0)];
    REQUIRE(before > 0.0);
    shrink_displaced(world.pool, world.parameters.search, world.parameters.keeping, 1.2);
    CHECK(world.pool.displaced[MunicipalityId::at(0)] == Approx(before * std::exp(-0.0294 * 1.2 - 0.0619)));
}

TEST_CASE("No displacement is booked with the share at none, and the same people are hired") {
    LabourWorld with = busy_world();
    LabourWorld without = busy_world();
    without.parameters.search.runner_up_displaced_share = 0.0;
    with.fill(with.vacancies());
    without.fill(without.vacancies());
    CHECK(without.count(EventKind::ordinary_displaced) == 0);
    CHECK(with.residents.work.state == without.residents.work.state);
}

TEST_CASE("An intern who is hired is an early success and frees the seat") {
    LabourWorld world = busy_world(1, 50);
    open_project(world.residents.care, first, {Instrument::internship}, Month{-3});
    world.residents.care.step_left[first] = 3;
    world.residents.care.step_funding[first] = Funding::usual;
    world.residents.work.state[first] = WorkState::internship;
    world.residents.work.employer[first] = EmployerId::at(0);
    world.residents.people.groups[first] = bit(Group::migrant);
    world.parameters.search.contact_rate_per_month = 200.0;
    world.parameters.search.reservation = -50.0;
    world.parameters.search.applicants_per_vacancy = 0.0;
    world.begin(Month{0});
    world.fill(world.vacancies());
    CHECK(world.count(EventKind::early_success) == 1);
    CHECK(world.count(EventKind::hired) == 1);
    CHECK(world.employers.seats_used[EmployerId::at(0)] == 0);
    CHECK(world.employers
              .trainees_seen[EmployerId::at(0)][static_cast<std::size_t>(Group::migrant)] == 1);
}

TEST_CASE("Nobody applies where the way is too long, nor a survivor where she is kept from") {
    LabourWorld world = busy_world(200, 300);
    const MunicipalityId home = MunicipalityId::at(0);
    const MunicipalityId far = MunicipalityId::at(2);
    world.travel.car(home, far) = 90.0;
    world.parameters.violence.excluded_share = 0.5;
    for (const ResidentId who : rows<ResidentId>(200)) {
        if (who.index() % 2 == 0) continue;
        world.residents.people.groups[who] = bit(Group::violence_survivor);
    }
    world.parameters.employers.vacancy_hazard_per_month = 0.5;
    world.fill(world.vacancies());
    int hired = 0;
    for (const ResidentId who : rows<ResidentId>(200)) {
        const EmployerId employer = world.residents.work.employer[who];
        if (employer.is_none()) continue;
        ++hired;
        const MunicipalityId workplace = world.employers.municipality[employer];
        REQUIRE(workplace != far);
        if (who.index() % 2 == 0) continue;
        REQUIRE_FALSE(
            is_excluded_municipality(world.residents.people.key[who], workplace, 0.5, world.draws));
    }
    CHECK(hired > 10);
}

TEST_CASE("A vacancy more moves only the choices that it attracts") {
    LabourWorld world = busy_world(300, 60);
    const auto all = world.vacancies();
    REQUIRE(all.size() > 5);
    auto fewer = all;
    fewer.erase(fewer.begin() + 2);
    const Residents& r = world.residents;
    const Reach reach(r.people, r.capital, r.care, world.travel, world.parameters, world.draws);
    const VacancyMap with(all);
    const VacancyMap without(fewer);
    const Vacancy& removed = all[2];
    int attracted = 0;
    int moved_away = 0;
    for (const ResidentId who : rows<ResidentId>(300)) {
        const EntityKey key = r.people.key[who];
        const auto heard = [&](const VacancyMap& map, const std::vector<Vacancy>& list) {
            const auto applications =
                map.contacts_of(who, key, 1, reach, world.parameters.search, world.draws, Month{0});
            return list[applications.at(0).vacancy];
        };
        const Vacancy there = heard(with, all);
        const Vacancy here = heard(without, fewer);
        if (there.key == removed.key) {
            ++attracted;
        } else if (here.municipality != there.municipality) {
            // Its municipality has fewer vacancies, so it may lose, never gain.
            REQUIRE(there.municipality == removed.municipality);
            ++moved_away;
        } else {
            REQUIRE(here.key == there.key);
        }
    }
    CHECK(attracted > 0);
    CHECK(attracted + moved_away < 60);
}

TEST_CASE("Offers settle with nobody and no vacancy better off together") {
    // Both vacancies want person 0 most, who wants the second: the first goes down its list.
    const std::vector<std::vector<Applicant>> lists{
        {{0, 3.0, 1.0}, {1, 2.0, 1.0}},
        {{0, 3.0, 2.0}, {1, 1.0, 5.0}},
    };
    const auto taken = settle_offers(lists, 3);
    CHECK(taken[0] == 1u);
    CHECK(taken[1] == 0u);
    CHECK_FALSE(taken[2].has_value());
    CHECK(settle_offers({}, 0).empty());
}

TEST_CASE("The storage order of residents does not matter to hiring") {
    LabourWorld straight = busy_world();
    LabourWorld moved = straight;
    const auto order = shuffled_order(400);
    moved.residents = permuted(straight.residents, order);
    straight.fill(straight.vacancies());
    moved.fill(moved.vacancies());
    REQUIRE(straight.count(EventKind::hired) > 10);
    for (std::size_t row = 0; row < order.size(); ++row) {
        const auto there = ResidentId::at(row);
        const auto here = ResidentId::at(order[row]);
        REQUIRE(moved.residents.work.employer[there] == straight.residents.work.employer[here]);
        REQUIRE(moved.residents.work.state[there] == straight.residents.work.state[here]);
    }
}

TEST_CASE("Levers of search move hires the right way") {
    const auto hires = [](auto change) {
        LabourWorld world = busy_world(600, 300);
        world.parameters.search.contact_rate_per_month = 0.5;
        for (std::uint16_t& groups : world.residents.people.groups) groups = bit(Group::migrant);
        world.parameters.employers.prejudice[Group::migrant] = -0.25;
        change(world);
        int sum = 0;
        for (int month = 0; month < 6; ++month) {
            LabourWorld fresh = world;
            fresh.begin(Month{month});
            fresh.fill(fresh.vacancies());
            sum += fresh.count(EventKind::hired);
        }
        return sum;
    };
    const int usual = hires([](LabourWorld&) {});
    REQUIRE(usual > 30);
    CHECK(hires([](LabourWorld& w) { w.parameters.search.vacancy_information = 1.5; }) > usual);
    CHECK(hires([](LabourWorld& w) { w.parameters.search.finding_multiplier = 0.5; }) < usual);
    CHECK(hires([](LabourWorld& w) { w.parameters.employers.prejudice[Group::migrant] = -2.0; }) <
          usual);
    CHECK(hires([](LabourWorld& w) {
              w.parameters.target.hire_incentive_eur_month = 600.0;
              w.parameters.target.hire_incentive_months = 6.0;
              w.parameters.search.incentive_value_per_100_eur = 0.1;
          }) > usual);
    CHECK(hires([](LabourWorld& w) {
              for (auto& seen : w.employers.trainees_seen) seen.fill(20);
              w.parameters.employers.prejudice[Group::migrant] = -2.0;
          }) >
          hires([](LabourWorld& w) { w.parameters.employers.prejudice[Group::migrant] = -2.0; }));
}

TEST_CASE("A hire with an incentive starts its months") {
    LabourWorld world = busy_world();
    world.parameters.target.hire_incentive_eur_month = 300.0;
    world.parameters.target.hire_incentive_months = 8.0;
    world.fill(world.vacancies());
    int hired = 0;
    for (const Event& event : world.events.all()) {
        if (event.kind != EventKind::hired) continue;
        ++hired;
        CHECK(world.residents.work.subsidy_left[event.who] == 8);
    }
    CHECK(hired > 0);
}

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
    const auto who = [](std::size_t row) { return ResidentId::at(row); };
    Residents& r = world.residents;
    r.work.state[who(1)] = WorkState::internship;
    r.work.search_boost_left[who(2)] = 3;
    r.care.tutor_left[who(3)] = 4;
    open_project(r.care, who(4), {Instrument::vocational_training}, Month{0});
    r.care.step_left[who(4)] = 2;
    const auto intensity = [&](std::size_t row) {
        return search_intensity(r.people,
                                r.capital,
                                r.work,
                                r.housing,
                                r.care,
                                world.parameters,
                                1.0,
                                Month{0},
                                who(row));
    };
    const double usual = intensity(0);
    CHECK(intensity(1) == Approx(0.5 * usual));
    CHECK(intensity(2) == Approx(std::exp(0.45) * usual));
    CHECK(intensity(3) == Approx(1.6 * usual));
    CHECK(intensity(4) == Approx(0.5 * usual));
}

TEST_CASE("The inactive and the excluded search with the least effort") {
    LabourWorld world(3, 1);
    Residents& r = world.residents;
    r.work.state[ResidentId::at(1)] = WorkState::inactive;
    r.care.state[ResidentId::at(2)] = CareState::excluded;
    const auto intensity = [&](std::size_t row) {
        return search_intensity(r.people,
                                r.capital,
                                r.work,
                                r.housing,
                                r.care,
                                world.parameters,
                                1.0,
                                Month{0},
                                ResidentId::at(row));
    };
    CHECK(intensity(1) == Approx(0.3 * 0.55));
    CHECK(intensity(2) == Approx(0.3 * 0.55));
    CHECK(intensity(0) > intensity(1));
}

TEST_CASE("A benefit that work takes away lowers effort, never below the floor") {
    LabourWorld world(1, 1);
    const Residents& r = world.residents;
    const auto rate = [&] {
        return participation_tax_rate_of(r.people,
                                         r.capital,
                                         r.housing,
                                         r.care,
                                         world.parameters,
                                         Month{0},
                                         first);
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
                          world.parameters.outreach,
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

}  // namespace cantiere
