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
    CHECK(world.pool.displaced_in_window[MunicipalityId::at(0)] == before);
    shrink_displaced(world.pool, world.parameters.search, world.parameters.keeping, 1.2);
    CHECK(world.pool.displaced_in_window[MunicipalityId::at(0)] ==
          world.pool.displaced[MunicipalityId::at(0)]);
    CHECK(world.pool.displaced[MunicipalityId::at(0)] ==
          Approx(before * std::exp(-0.0294 * std::sqrt(1.2) - 0.0619)));
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
            const auto applications = map.applications_of({{who, key, 1}},
                                                          reach,
                                                          world.parameters.search,
                                                          world.draws,
                                                          Month{0});
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
        CHECK(world.residents.work.incentive_left[event.who] == 8);
        CHECK(world.residents.work.subsidy_left[event.who] == 0);
    }
    CHECK(hired > 0);
}

}  // namespace cantiere
