#include "model/month/placement.h"

#include <set>

#include "model/month/placement_problem.h"
#include "model/month/violence.h"
#include "tests/support/catch.h"
#include "tests/support/labour_world.h"
#include "tests/support/permuted.h"

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

TEST_CASE("A resident who is placed starts the internship with the host, and the file says so") {
    LabourWorld world = waiting_world(1, 1, 1);
    world.place();
    const Work& work = world.residents.work;
    const Care& care = world.residents.care;
    CHECK(work.state[first] == WorkState::internship);
    CHECK(work.employer[first] == EmployerId::at(0));
    CHECK(work.internship_left[first] == 6);
    CHECK(care.state[first] == CareState::in_project);
    CHECK(care.step_left[first] == 6);
    CHECK(care.step_funding[first] == Funding::usual);
    CHECK(care.first_service_month[first] == Month{0});
    CHECK(world.employers.seats_used[EmployerId::at(0)] == 1);
    CHECK(world.units.usual_in_use[internship] == 1);
    REQUIRE(world.events.all().size() == 1);
    CHECK(world.events.all()[0].kind == EventKind::instrument_started);
    CHECK(world.events.all()[0].instrument == internship);
    CHECK(world.events.all()[0].funding == Funding::usual);
}

TEST_CASE("Who is placed on the programme's account takes a slot of its own, not a usual one") {
    LabourWorld world(3, 3);
    world.everybody_waits_for(internship);
    world.units.programme_slots[internship] = 2;
    world.begin(Month{0});
    world.place();
    CHECK(world.count(EventKind::instrument_started) == 2);
    CHECK(world.units.programme_in_use[internship] == 2);
    CHECK(world.units.programme_internships_started == 2);
    CHECK(world.units.usual_in_use[internship] == 0);
}

TEST_CASE("Neither slots nor hosts' seats are ever exceeded, under any policy, over two years") {
    for (const PlacementPolicy policy : members<PlacementPolicy>()) {
        LabourWorld world(60, 9);
        world.parameters.placement.policy = static_cast<double>(policy);
        world.parameters.employers.stay_after_completion = 1.0;
        world.parameters.employers.stay_after_interruption = 1.0;
        world.units.usual_slots[internship] = 5;
        world.units.programme_slots[internship] = 2;
        for (float& need : world.residents.care.observed_need) need = 0.6f;
        int started = 0;
        for (int month = 0; month < 24; ++month) {
            for (const ResidentId who : rows<ResidentId>(60)) {
                const bool idle = world.residents.work.state[who] == WorkState::seeking;
                if (idle) open_project(world.residents.care, who, {internship}, Month{month});
            }
            world.begin(Month{month});
            world.place();
            world.progress();
            started += world.count(EventKind::instrument_started);
            recount_seats(world.employers, world.residents.work);
            for (const EmployerId e : rows<EmployerId>(9)) {
                REQUIRE(world.employers.seats_used[e] <= 1);
            }
            REQUIRE(world.count(WorkState::internship) <= 7);
            REQUIRE(world.units.usual_in_use[internship] <= 5);
            REQUIRE(world.units.programme_in_use[internship] <= 2);
        }
        CHECK(started > 20);
    }
}

TEST_CASE("More funded slots never give fewer starts in the first round, under any policy") {
    for (const PlacementPolicy policy : members<PlacementPolicy>()) {
        int before = 0;
        for (int slots = 0; slots <= 16; slots += 2) {
            LabourWorld world = waiting_world(20, 14, slots);
            world.parameters.placement.policy = static_cast<double>(policy);
            world.place();
            const int starts = world.count(EventKind::instrument_started);
            REQUIRE(starts >= before);
            before = starts;
        }
        CHECK(before >= 10);
    }
}

TEST_CASE("More funding leaves the seats funded before as they are and adds others") {
    LabourWorld world(20, 14, 3);
    world.everybody_waits_for(internship);
    const Residents& r = world.residents;
    const Reach reach(r.people, r.capital, r.care, world.travel, world.parameters, world.draws);
    const auto candidates =
        placement_candidates(r.people, r.work, r.care, world.parameters, Month{2});
    std::set<EntityKey> before;
    for (int slots = 0; slots <= 14; ++slots) {
        world.units.programme_slots[internship] = slots;
        std::set<EntityKey> now;
        for (const Seat& seat : funded_seats(world.employers,
                                             world.units,
                                             candidates,
                                             r.care,
                                             reach,
                                             world.parameters,
                                             world.draws,
                                             Month{2})) {
            CHECK(seat.funding == Funding::programme);
            now.insert(seat.key);
        }
        REQUIRE(now.size() == static_cast<std::size_t>(slots));
        REQUIRE(std::includes(now.begin(), now.end(), before.begin(), before.end()));
        before = now;
    }
}

TEST_CASE("Survivors of violence are never placed in a municipality they are kept from") {
    LabourWorld world(200, 300, 6);
    world.everybody_waits_for(internship);
    world.units.usual_slots[internship] = 300;
    world.parameters.violence.excluded_share = 0.5;
    const People& people = world.residents.people;
    for (const ResidentId who : rows<ResidentId>(200)) {
        world.residents.people.groups[who] = bit(Group::violence_survivor);
    }
    world.begin(Month{0});
    world.place();
    int placed = 0;
    for (const ResidentId who : rows<ResidentId>(200)) {
        const EmployerId host = world.residents.work.employer[who];
        if (host.is_none()) continue;
        ++placed;
        REQUIRE_FALSE(is_excluded_municipality(people.key[who],
                                               world.employers.municipality[host],
                                               0.5,
                                               world.draws));
    }
    CHECK(placed > 100);

    world.parameters.violence.excluded_share = 1.0;
    world.everybody_waits_for(internship);
    for (WorkState& state : world.residents.work.state) state = WorkState::seeking;
    world.begin(Month{1});
    world.place();
    CHECK(world.count(EventKind::instrument_started) == 0);
}

TEST_CASE("Who would rather wait refuses, and the refusal is counted") {
    LabourWorld world = waiting_world(1, 1, 1);
    world.parameters.placement.pay_utility = 0.0;
    world.parameters.placement.taste_scale = 0.0;
    world.parameters.placement.fit_utility = 0.0;
    world.place();
    CHECK(world.residents.work.state[first] == WorkState::seeking);
    CHECK(world.residents.care.refusals[first] == 1);
}

TEST_CASE("Placement waits for the month of the batch, in the burn-in too") {
    for (const int month : {-6, -5, -4, -3, 0, 1, 3}) {
        LabourWorld world = waiting_world(1, 1, 1);
        world.parameters.placement.batch_months = 3.0;
        world.parameters.target.start_month = -36.0;
        world.begin(Month{month});
        world.place();
        CHECK(world.count(EventKind::instrument_started) == (month % 3 == 0 ? 1 : 0));
    }
}

TEST_CASE("Nobody is placed who works, is detained, has gone or changed state this month") {
    LabourWorld world = waiting_world(5, 5, 5);
    world.residents.work.state[first] = WorkState::fixed_term;
    world.residents.work.state[second] = WorkState::detained;
    world.residents.people.presence[ResidentId::at(2)] = Presence::gone;
    world.begin(Month{0});
    world.residents.work.state_at_start[ResidentId::at(3)] = WorkState::fixed_term;
    world.place();
    CHECK(world.count(EventKind::instrument_started) == 1);
    CHECK(world.residents.work.state[ResidentId::at(4)] == WorkState::internship);
}

TEST_CASE("What the services foresee never depends on frailty") {
    LabourWorld world(30, 10);
    world.everybody_waits_for(internship);
    world.units.usual_slots[internship] = 10;
    const auto values = [&world] {
        const Residents& r = world.residents;
        const Parameters& p = world.parameters;
        const Reach reach(r.people, r.capital, r.care, world.travel, p, world.draws);
        const Foresight foresight(r.people, r.capital, r.work, r.care, p, world.draws, Month{0});
        const auto candidates = placement_candidates(r.people, r.work, r.care, p, Month{0});
        const auto seats = funded_seats(world.employers,
                                        world.units,
                                        candidates,
                                        r.care,
                                        reach,
                                        p,
                                        world.draws,
                                        Month{0});
        const PlacementProblem problem = placement_problem(candidates,
                                                           seats,
                                                           r.people,
                                                           r.capital,
                                                           r.care,
                                                           world.employers,
                                                           reach,
                                                           foresight,
                                                           p,
                                                           world.draws,
                                                           Month{0});
        std::vector<double> all;
        for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
            all.push_back(problem.candidates[i].predicted_success);
            all.push_back(problem.candidates[i].predicted_uplift);
            for (const SeatId s : rows<SeatId>(problem.seats.size())) {
                all.push_back(problem.value(i, s));
            }
        }
        return all;
    };
    world.parameters.placement.prediction_auc = 0.55;
    const auto before = values();
    for (float& frailty : world.residents.people.frailty) frailty = 1.5f;
    CHECK(values() == before);
    for (float& professional : world.residents.capital.professional) professional = 0.8f;
    CHECK(values() != before);
}

TEST_CASE("The storage order of residents and employers does not matter to placement") {
    LabourWorld world(40, 12, 3);
    world.everybody_waits_for(internship);
    world.units.usual_slots[internship] = 6;
    world.units.programme_slots[internship] = 3;
    for (const PlacementPolicy policy : members<PlacementPolicy>()) {
        LabourWorld straight = world;
        straight.parameters.placement.policy = static_cast<double>(policy);
        LabourWorld moved = straight;
        const auto order = shuffled_order(40);
        moved.residents = permuted(straight.residents, order);
        std::reverse(moved.employers.key.begin(), moved.employers.key.end());
        std::reverse(moved.employers.municipality.begin(), moved.employers.municipality.end());
        straight.begin(Month{0});
        straight.place();
        moved.begin(Month{0});
        moved.place();
        REQUIRE(straight.count(EventKind::instrument_started) > 5);
        for (std::size_t row = 0; row < order.size(); ++row) {
            const EmployerId there = moved.residents.work.employer[ResidentId::at(row)];
            const EmployerId here = straight.residents.work.employer[ResidentId::at(order[row])];
            REQUIRE(there.is_none() == here.is_none());
            if (here.is_none()) continue;
            REQUIRE(moved.employers.key[there] == straight.employers.key[here]);
        }
    }
}

}  // namespace cantiere
