#include "model/month/internship.h"

#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {
namespace {

constexpr ResidentId first = ResidentId::at(0);
constexpr EmployerId host = EmployerId::at(0);

/// Everybody is an intern of an employer of their own, with `left` months to do.
LabourWorld world_of_interns(std::size_t interns, std::uint8_t left) {
    LabourWorld world(interns, interns);
    world.parameters.internship.ordinary_dropout_hazard = 0.0;
    for (const ResidentId who : rows<ResidentId>(interns)) {
        open_project(world.residents.care, who, {Instrument::internship}, Month{0});
        world.residents.care.state[who] = CareState::in_project;
        world.residents.care.step_left[who] = left;
        world.residents.care.step_funding[who] = Funding::usual;
        world.residents.work.state[who] = WorkState::internship;
        world.residents.work.internship_left[who] = left;
        world.residents.work.employer[who] = EmployerId::at(who.index());
    }
    world.begin(Month{1});
    return world;
}

}  // namespace

TEST_CASE("An internship placed in a month is under way in as many months as planned") {
    LabourWorld world(1, 1);
    world.everybody_waits_for(Instrument::internship);
    world.units.usual_slots[Instrument::internship] = 1;
    world.parameters.internship.ordinary_dropout_hazard = 0.0;
    world.parameters.internship.months = 4.0;
    int months_as_intern = 0;
    for (int month = 0; month < 8; ++month) {
        world.begin(Month{month});
        world.place();
        world.progress();
        months_as_intern += world.count(WorkState::internship);
    }
    CHECK(months_as_intern == 4);
    CHECK(world.residents.care.state[first] == CareState::follow_up);
}

TEST_CASE("A completer searches better, the project goes on and the host remembers") {
    LabourWorld world = world_of_interns(1, 1);
    world.residents.people.groups[first] = bit(Group::migrant);
    world.parameters.internship.dropout_hazard.fill(0.0);
    world.parameters.internship.conversion_intercept = -100.0;
    world.progress();
    CHECK(world.count(EventKind::instrument_completed) == 1);
    CHECK(world.residents.work.state[first] == WorkState::seeking);
    CHECK(world.residents.work.employer[first].is_none());
    CHECK(world.residents.work.search_boost_left[first] == 6);
    CHECK(world.residents.care.step_left[first] == 0);
    CHECK(world.employers.seats_used[host] == 0);
    const auto& seen = world.employers.trainees_seen[host];
    CHECK(seen[static_cast<std::size_t>(Group::migrant)] == 1);
    CHECK(seen[static_cast<std::size_t>(Group::disability)] == 0);
}

TEST_CASE("Whoever drops out leaves the project and has no boost") {
    LabourWorld world = world_of_interns(1, 5);
    world.parameters.internship.ordinary_dropout_hazard = 1e6;
    world.progress();
    CHECK(world.count(EventKind::instrument_dropped) == 1);
    CHECK(world.count(EventKind::file_closed) == 1);
    CHECK(world.residents.work.state[first] == WorkState::seeking);
    CHECK(world.residents.work.search_boost_left[first] == 0);
}

TEST_CASE("An internship interrupted for a survivor's safety leaves her waiting for another") {
    LabourWorld world = world_of_interns(2, 5);
    world.residents.people.groups[first] = bit(Group::violence_survivor);
    world.parameters.internship.dropout_hazard.fill(0.0);
    world.parameters.violence.interruption_hazard = 1e6;
    world.progress();
    CHECK(world.count(EventKind::safety_interrupted) == 1);
    CHECK(world.count(EventKind::instrument_dropped) == 1);
    CHECK(world.residents.work.state[first] == WorkState::seeking);
    CHECK(world.residents.care.state[first] == CareState::in_project);
    CHECK(world.residents.care.step[first] == 0);
    CHECK(world.residents.care.step_left[first] == 0);
    CHECK(world.residents.work.state[ResidentId::at(1)] == WorkState::internship);
}

TEST_CASE("Hosts hire with the stated probability, a third in each of the three months after") {
    constexpr std::size_t interns = 20000;
    LabourWorld world = world_of_interns(interns, 1);
    world.parameters.internship.conversion_intercept = 0.0;
    world.parameters.internship.conversion_professional = 0.0;
    world.parameters.internship.conversion_relational = 0.0;
    world.progress();
    for (int month = 2; month <= 6; ++month) {
        world.begin(Month{month});
        world.progress();
        const int hires = world.count(EventKind::host_hired);
        CHECK(world.count(EventKind::hired) == hires);
        if (month > 4) {
            CHECK(hires == 0);
            continue;
        }
        const double n = static_cast<double>(interns);
        const double share = 0.5 / 3.0;
        CHECK(std::abs(hires / n - share) < 4.5 * std::sqrt(share * (1.0 - share) / n));
    }
}

TEST_CASE("A host hire is a job with the host, and part of them displace an ordinary applicant") {
    LabourWorld world = world_of_interns(400, 1);
    world.parameters.internship.conversion_intercept = 100.0;
    world.parameters.internship.host_hire_months = 1.0;
    world.progress();
    world.begin(Month{2});
    world.progress();
    CHECK(world.count(EventKind::host_hired) == 400);
    CHECK(world.residents.work.employer[first] == host);
    CHECK(world.residents.work.gross_wage_cents[first] > 0);
    const int displaced = world.count(EventKind::ordinary_displaced);
    CHECK(displaced == Approx(120).margin(42));  // .3 of 400, 4.5 standard errors
    CHECK(world.pool.displaced[MunicipalityId::at(0)] == displaced);
}

TEST_CASE("Who found another job or is detained is not hired by the host") {
    LabourWorld world = world_of_interns(2, 1);
    world.parameters.internship.conversion_intercept = 100.0;
    world.progress();
    leave_work(world.residents.work, first, WorkState::detained);
    leave_work(world.residents.work, ResidentId::at(1), WorkState::fixed_term);
    for (int month = 2; month <= 5; ++month) {
        world.begin(Month{month});
        world.progress();
        CHECK(world.count(EventKind::host_hired) == 0);
    }
}

TEST_CASE("A host stays in the network after a placement with the stated chance") {
    for (const double stays : {0.0, 1.0}) {
        LabourWorld completed = world_of_interns(1, 1);
        completed.parameters.employers.stay_after_completion = stays;
        completed.parameters.employers.stay_after_interruption = 1.0 - stays;
        completed.progress();
        CHECK(completed.employers.host[host] == static_cast<int>(stays));

        LabourWorld dropped = world_of_interns(1, 1);
        dropped.parameters.employers.stay_after_completion = 1.0 - stays;
        dropped.parameters.employers.stay_after_interruption = stays;
        dropped.parameters.internship.ordinary_dropout_hazard = 1e6;
        dropped.progress();
        CHECK(dropped.employers.host[host] == static_cast<int>(stays));
    }
}

TEST_CASE(
    "Trust and frailty keep interns from dropping out, the groups with the highest hazard drop "
    "most") {
    const InternshipParameters p;
    const double plain = dropout_hazard(p, 0.05, 0.0, 0.5).per_month();
    CHECK(plain == Approx(0.05));
    CHECK(dropout_hazard(p, 0.05, 1.0, 0.5).per_month() == Approx(0.05 * std::exp(-0.5)));
    CHECK(dropout_hazard(p, 0.05, 0.0, 1.0).per_month() == Approx(0.05 * std::exp(-0.4)));
    InternshipParameters mean = p;
    mean.dropout_modifier_mean = 1.25;
    CHECK(dropout_hazard(mean, 0.05, 0.0, 0.5).per_month() == Approx(0.04));
    CHECK(dropout_modifier(mean, 1.0, 1.0) == Approx(std::exp(-0.9)));
}

}  // namespace cantiere
