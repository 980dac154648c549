#include <cmath>
#include <map>

#include "model/month/placement_problem.h"
#include "model/rules/prediction.h"
#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {
namespace {

constexpr Instrument internship = Instrument::internship;

}  // namespace

TEST_CASE(
    "Predictions err by person and month, alike under every policy, by the group's bias too") {
    LabourWorld world(400, 1);
    world.everybody_waits_for(internship);
    for (const ResidentId who : rows<ResidentId>(400)) {
        const GroupMask groups = who.index() % 2 == 0 ? bit(Group::migrant) : GroupMask{0};
        world.residents.people.groups[who] = groups;
    }
    const auto logits = [&world](Month month) {
        const Residents& r = world.residents;
        const Parameters& p = world.parameters;
        const Foresight foresight(r.people, r.capital, r.work, r.care, p, world.draws, month);
        std::map<std::size_t, double> all;
        for (Candidate& c : placement_candidates(r.people, r.work, r.care, p, month)) {
            foresight.foresee(c);
            all[c.who.index()] = std::log(c.predicted_success / (1.0 - c.predicted_success));
        }
        return all;
    };
    PlacementParameters& p = world.parameters.placement;
    p.prediction_auc = 1.0;
    const auto exact = logits(Month{0});
    CHECK(logits(Month{5}) == exact);
    p.prediction_bias[Group::migrant] = 0.4;
    for (const auto& [who, logit] : logits(Month{0})) {
        CHECK(logit - exact.at(who) == Approx(who % 2 == 0 ? 0.4 : 0.0).margin(1e-9));
    }
    p.prediction_bias[Group::migrant] = 0.0;
    p.prediction_auc = 0.55;
    const auto noisy = logits(Month{0});
    p.policy = static_cast<double>(PlacementPolicy::optimal);
    CHECK(logits(Month{0}) == noisy);
    CHECK(logits(Month{1}) != noisy);
    double squares = 0.0;
    for (const auto& [who, logit] : noisy) {
        squares += (logit - exact.at(who)) * (logit - exact.at(who));
    }
    const double sd = prediction_noise_sd(0.55, p.chance_logit_mean, p.chance_logit_sd);
    REQUIRE(sd > 0.1);
    // A standard deviation of 400 normals has a standard error of sd / sqrt(800).
    CHECK(std::abs(std::sqrt(squares / 400.0) - sd) < 4.5 * sd / std::sqrt(800.0));
}

TEST_CASE("Floors are a share of the round's places, up or down by lot") {
    LabourWorld world(30, 10);
    world.everybody_waits_for(internship);
    world.parameters.placement.floor[Group::migrant] = 0.25;
    int places = 0;
    const Residents& r = world.residents;
    for (int month = 0; month < 400; ++month) {
        PlacementProblem problem({}, std::vector<Seat>(6));
        add_foresight(problem, r.people, r.care, world.parameters, world.draws, Month{month});
        REQUIRE(problem.floor[Group::migrant] >= 1);
        REQUIRE(problem.floor[Group::migrant] <= 2);
        REQUIRE(problem.floor[Group::homeless] == 0);
        places += problem.floor[Group::migrant];
    }
    CHECK(std::abs(places - 600.0) < 4.5 * std::sqrt(400.0 * 0.25));  // binomial, p = 1/2
}

TEST_CASE("Arrivals are foreseen at a twelfth of who registered in the last year for a placement") {
    LabourWorld world(30, 4);
    world.parameters.placement.policy = static_cast<double>(PlacementPolicy::bid_price);
    Residents& r = world.residents;
    world.everybody_waits_for(internship, Month{9});
    for (const ResidentId who : rows<ResidentId>(30)) {
        if (who.index() < 10) r.care.registered_month[who] = Month{8};  // twelve months ago
        if (who.index() >= 24) open_project(r.care, who, {Instrument::orientation}, Month{15});
    }
    r.people.presence[ResidentId::at(20)] = Presence::gone;
    PlacementProblem problem(std::vector<Candidate>(1), std::vector<Seat>(2));
    problem.feasible(CandidateId::at(0), SeatId::at(0)) = 1;
    problem.value(CandidateId::at(0), SeatId::at(0)) = 0.5;
    add_foresight(problem, r.people, r.care, world.parameters, world.draws, Month{20});
    CHECK(problem.arrivals.people_per_month == Approx(13.0 / 12.0));
    CHECK(problem.arrivals.months == 6);
    REQUIRE(problem.arrivals.kinds.size() == 1);
    CHECK(problem.arrivals.kinds[0] == std::vector<double>{0.5, -1.0});
}

TEST_CASE("A round tells envy, and a month without one tells none") {
    LabourWorld world(20, 6);
    world.everybody_waits_for(internship);
    world.units.usual_slots[internship] = 6;
    world.begin(Month{0});
    world.parameters.placement.batch_months = 2.0;
    world.parameters.placement.floor[Group::care_leaver] = 1.0;
    for (GroupMask& groups : world.residents.people.groups) groups = 0;
    world.place();
    CHECK(world.events.round().justified_envy > 0);
    CHECK(world.events.round().blocking_pairs >= world.events.round().justified_envy);
    CHECK(world.events.round().floor_shortfall == 6);
    world.begin(Month{1});
    world.place();
    CHECK(world.events.round().justified_envy == 0);
    CHECK(world.events.round().floor_shortfall == 0);
}

}  // namespace cantiere
