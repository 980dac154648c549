#include "model/month/placement.h"
#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {
namespace {

constexpr Instrument internship = Instrument::internship;
constexpr ResidentId first = ResidentId::at(0);
constexpr ResidentId second = ResidentId::at(1);

LabourWorld waiting_world(std::size_t residents, std::size_t employers, int slots) {
    LabourWorld world(residents, employers);
    world.everybody_waits_for(internship);
    world.units.usual_slots[internship] = slots;
    world.begin(Month{0});
    return world;
}

}  // namespace

TEST_CASE("A way beyond the limit is closed but to the mobile, and a voucher shortens it") {
    LabourWorld world = waiting_world(3, 3, 3);
    world.travel.car(MunicipalityId::at(0), MunicipalityId::at(0)) = 80.0;
    world.residents.capital.mobility[second] = 0.9f;
    world.residents.care.support[ResidentId::at(2)] = Instrument::transport_voucher;
    world.residents.care.support_left[ResidentId::at(2)] = 3;
    world.parameters.placement.travel_utility = 0.0;
    world.place();
    CHECK(world.residents.work.state[first] == WorkState::seeking);
    CHECK(world.residents.work.state[second] == WorkState::internship);
    CHECK(world.residents.work.state[ResidentId::at(2)] == WorkState::internship);
}

TEST_CASE("Seats that the programme pays go to those it is for, and within its total of starts") {
    LabourWorld world(10, 10);
    world.everybody_waits_for(internship);
    world.parameters.target.everybody = 0.0;
    world.parameters.target.group[Group::migrant] = 1.0;
    for (std::size_t i = 0; i < 5; ++i) {
        world.residents.people.groups[ResidentId::at(i)] = bit(Group::migrant);
    }
    world.units.programme_slots[internship] = 10;
    SECTION("only the target starts") {
        world.begin(Month{0});
        world.place();
        CHECK(world.count(EventKind::instrument_started) == 5);
        for (std::size_t i = 5; i < 10; ++i) {
            CHECK(world.residents.work.state[ResidentId::at(i)] == WorkState::seeking);
        }
        CHECK(world.units.programme_internships_started == 5);
    }
    SECTION("no more start than it pays for in all") {
        world.parameters.internship.total_starts = 3.0;
        world.begin(Month{0});
        world.place();
        CHECK(world.count(EventKind::instrument_started) == 3);
        world.begin(Month{1});
        world.place();
        CHECK(world.count(EventKind::instrument_started) == 0);
    }
    SECTION("nobody starts once it is over") {
        world.parameters.target.months = 12.0;
        world.begin(Month{12});
        world.place();
        CHECK(world.count(EventKind::instrument_started) == 0);
    }
}

TEST_CASE("Whoever holds a bundle needs a host but no slot, and pays with the bundle") {
    LabourWorld world = waiting_world(3, 3, 0);
    world.residents.care.holds_bundle[second] = 1;
    world.place();
    CHECK(world.residents.work.state[second] == WorkState::internship);
    CHECK(world.residents.care.step_funding[second] == Funding::bundle);
    CHECK(world.count(EventKind::instrument_started) == 1);
}

TEST_CASE("Cooperative places are for certified disadvantage, jobs from the first day") {
    LabourWorld world(2, 1);
    world.everybody_waits_for(Instrument::coop_b_placement);
    world.employers.kind[EmployerId::at(0)] = EmployerKind::coop_b;
    world.employers.coop_places[EmployerId::at(0)] = 2;
    world.parameters.employers.coop_turnover_per_month = 1e6;
    world.residents.people.groups[first] = bit(Group::addiction);
    world.residents.people.groups[second] = bit(Group::migrant);
    world.begin(Month{0});
    world.place();
    CHECK(world.residents.work.state[first] == WorkState::coop_b);
    CHECK(world.residents.work.gross_wage_cents[first] > 0);
    CHECK(world.employers.coop_places_used[EmployerId::at(0)] == 1);
    CHECK(world.count(EventKind::hired) == 1);
    CHECK(world.residents.work.state[second] == WorkState::seeking);
}

TEST_CASE(
    "A cooperative's place that turnover frees would have gone to somebody else, a new one not") {
    for (const std::uint16_t of_new_orders : {std::uint16_t{0}, std::uint16_t{1}}) {
        LabourWorld world(2, 1);
        world.everybody_waits_for(Instrument::coop_b_placement);
        world.employers.kind[EmployerId::at(0)] = EmployerKind::coop_b;
        world.employers.coop_places[EmployerId::at(0)] = 2;
        world.employers.coop_places_new[EmployerId::at(0)] = of_new_orders;
        world.parameters.employers.coop_turnover_per_month = 1e6;
        world.parameters.search.displacement_share = 1.0;
        world.residents.people.groups.assign(2, bit(Group::addiction));
        world.begin(Month{0});
        world.place();
        CHECK(world.count(EventKind::hired) == 2);
        CHECK(world.count(EventKind::ordinary_displaced) == 2 - of_new_orders);
    }
}

TEST_CASE("A place of a reserved contract is new once: who leaves it does not open it again") {
    LabourWorld world(1, 1);
    world.everybody_waits_for(Instrument::coop_b_placement);
    world.employers.kind[EmployerId::at(0)] = EmployerKind::coop_b;
    world.employers.coop_places[EmployerId::at(0)] = 10;
    world.parameters.employers.coop_turnover_per_month = 0.0;
    world.parameters.employers.coop_extra_places = 1.0;
    world.residents.people.groups[first] = bit(Group::addiction);
    const auto open = [&](int month) {
        return open_coop_places(world.employers,
                                world.parameters.employers,
                                world.parameters.target,
                                world.draws,
                                Month{month})[EmployerId::at(0)];
    };
    open_reserved_places(world.employers,
                         world.parameters.employers,
                         world.parameters.target,
                         Month{6});
    CHECK(open(6) == 1);
    world.begin(Month{6});
    world.place();
    CHECK(world.residents.work.state[first] == WorkState::coop_b);
    CHECK(open(7) == 0);
    leave_work(world.residents.work, first, WorkState::seeking);
    recount_seats(world.employers, world.residents.work);
    CHECK(open(8) == 0);
}

TEST_CASE("A subsidised hire is a job that an ordinary applicant may have lost") {
    LabourWorld world(1, 1);
    world.everybody_waits_for(Instrument::subsidised_hire);
    world.units.usual_slots[Instrument::subsidised_hire] = 1;
    world.parameters.instruments[Instrument::subsidised_hire].months = 12.0;
    world.parameters.search.displacement_share = 1.0;
    world.begin(Month{0});
    world.place();
    CHECK(world.residents.work.state[first] == WorkState::subsidised);
    CHECK(world.residents.work.subsidy_left[first] == 12);
    CHECK(world.residents.care.step_left[first] == 12);
    CHECK(world.residents.work.incentive_left[first] == 0);
    CHECK(world.pool.displaced[MunicipalityId::at(0)] == 1.0);
    CHECK(world.pool.displaced_in_window[MunicipalityId::at(0)] == 1.0);
    CHECK(world.count(EventKind::hired) == 1);
}

TEST_CASE("A target's subsidised hire has the instrument's months and the incentive's own") {
    LabourWorld world(1, 1);
    world.everybody_waits_for(Instrument::subsidised_hire);
    world.units.programme_slots[Instrument::subsidised_hire] = 1;
    world.parameters.instruments[Instrument::subsidised_hire].months = 12.0;
    world.parameters.target.hire_incentive_eur_month = 100.0;
    world.parameters.target.hire_incentive_months = 5.0;
    world.begin(Month{0});
    world.place();
    CHECK(world.residents.work.subsidy_left[first] == 12);
    CHECK(world.residents.work.incentive_left[first] == 5);
    CHECK(world.residents.care.step_funding[first] == Funding::programme);
}

}  // namespace cantiere
