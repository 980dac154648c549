#include "model/month/quota.h"

#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {
namespace {

constexpr GroupMask disabled = bit(Group::disability);

/// Firms of 20 staff, a place each that nobody holds and that opens at once; everybody is on the
/// list.
LabourWorld quota_world(std::size_t people, std::size_t firms) {
    LabourWorld world(people, firms);
    world.employers.staff.assign(firms, 20);
    world.residents.people.groups.assign(people, disabled);
    world.residents.capital.disability.assign(people, 0.7f);
    world.residents.work.state.assign(people, WorkState::seeking);
    world.parameters.quota.uncovered_share = 1.0;
    world.parameters.quota.opening_hazard = 1e6;
    world.parameters.search.displacement_share = 0.0;
    return world;
}

void live_quota(LabourWorld& world, int month) {
    world.begin(Month{month});
    auto& [people, capital, work, housing, justice, care, standing, tally, credit] =
        world.residents;
    place_by_quota(work,
                   world.pool,
                   world.events,
                   people,
                   capital,
                   care,
                   world.employers,
                   world.travel,
                   world.parameters,
                   world.draws,
                   world.month);
}

}  // namespace

TEST_CASE("Employers owe one place from 15 staff, two from 36, seven in a hundred from 51") {
    const QuotaParameters p;
    const std::pair<int, int> places[] = {{14, 0},
                                          {15, 1},
                                          {35, 1},
                                          {36, 2},
                                          {50, 2},
                                          {51, 4},
                                          {64, 4},
                                          {65, 5},
                                          {100, 7},
                                          {150, 10},
                                          {151, 11}};
    for (const auto& [staff, owed] : places) {
        INFO(staff);
        CHECK(quota_places(p, staff) == owed);
    }
}

TEST_CASE("The incentive of the quota follows the degree and the kind of disability") {
    const QuotaParameters p;
    const auto incentive = [&](bool mental, double limitation) {
        const QuotaIncentive i = quota_incentive(p, mental, limitation);
        return std::pair{i.wage_share, i.months};
    };
    CHECK(incentive(false, 0.50) == std::pair{0.0, 0.0});
    CHECK(incentive(false, double{0.67f}) == std::pair{0.35, 36.0});
    CHECK(incentive(false, 0.79) == std::pair{0.35, 36.0});
    CHECK(incentive(false, double{0.80f}) == std::pair{0.70, 36.0});
    CHECK(incentive(true, 0.50) == std::pair{0.70, 60.0});
}

TEST_CASE("Uncovered places go to the people on the list, the longest without a job first") {
    LabourWorld world = quota_world(6, 3);
    Residents& r = world.residents;
    for (const ResidentId who : rows<ResidentId>(6)) {
        r.work.jobless_months[who] = static_cast<std::uint16_t>(10 + who.index());
    }
    r.capital.disability[ResidentId{5}] = 0.45f;                        // not on the list
    r.people.groups[ResidentId{4}] = bit(Group::long_term_unemployed);  // nor this one
    live_quota(world, 0);
    CHECK(world.count(EventKind::quota_hired) == 3);
    CHECK(world.count(EventKind::hired) == 3);
    for (const unsigned hired : {1u, 2u, 3u}) {
        const ResidentId who{hired};
        CHECK(r.work.state[who] == WorkState::open_ended);
        CHECK(r.work.quota_place[who] == 1);
        CHECK(r.work.quota_subsidy_left[who] == 36);
    }
    CHECK(r.work.state[ResidentId{0}] == WorkState::seeking);
    live_quota(world, 1);
    CHECK(world.events.all().empty());  // every place is held
    leave_work(r.work, ResidentId{2}, WorkState::inactive);
    CHECK(r.work.quota_place[ResidentId{2}] == 0);
    live_quota(world, 2);
    CHECK(world.count(EventKind::quota_hired) == 1);  // the place is open again
    CHECK(r.work.quota_place[ResidentId{0}] == 1);
}

TEST_CASE("Places that others hold, cooperatives and small firms open nothing") {
    const auto hired = [](auto change) {
        LabourWorld world = quota_world(50, 40);
        change(world);
        live_quota(world, 0);
        return world.count(EventKind::quota_hired);
    };
    CHECK(hired([](LabourWorld&) {}) == 40);
    CHECK(hired([](LabourWorld& w) { w.parameters.quota.uncovered_share = 0.0; }) == 0);
    CHECK(hired([](LabourWorld& w) { w.parameters.quota.opening_hazard = 0.0; }) == 0);
    CHECK(hired([](LabourWorld& w) { w.employers.staff.assign(40, 14); }) == 0);
    CHECK(hired([](LabourWorld& w) { w.employers.kind.assign(40, EmployerKind::coop_b); }) == 0);
    CHECK(hired([](LabourWorld& w) { w.parameters.search.maximum_travel_minutes = 10.0; }) == 0);
    CHECK(hired([](LabourWorld& w) { w.residents.work.state.assign(50, WorkState::inactive); }) ==
          0);
}

TEST_CASE("Of the quota places the uncovered share opens, at its hazard") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        LabourWorld world = quota_world(3000, 3000);
        world.draws = Draws({seed, 0, 0});
        world.parameters.quota.uncovered_share = 0.3;
        world.parameters.quota.opening_hazard = 0.2;
        live_quota(world, 0);
        const double share = 0.3 * (1.0 - std::exp(-0.2));
        const double sd = std::sqrt(3000 * share * (1.0 - share));
        CHECK(std::abs(world.count(EventKind::quota_hired) - 3000 * share) < 4.0 * sd);
    }
}

}  // namespace cantiere
