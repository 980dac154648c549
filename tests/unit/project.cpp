#include "model/month/project.h"

#include <algorithm>
#include <vector>

#include "model/core/rows.h"
#include "model/rules/project.h"
#include "tests/support/catch.h"
#include "tests/support/project_desk.h"

namespace cantiere {
namespace {

using enum Instrument;
constexpr ResidentId one = ResidentId::at(0);

}  // namespace

TEST_CASE("Without personalisation everybody gets the standard bundle") {
    Desk desk;
    desk.parameters.services.personalisation = 0.0;
    desk.design();
    for (const ResidentId who : rows<ResidentId>(desk.residents.size())) {
        REQUIRE(desk.steps(who) == standard);
    }
}

TEST_CASE("Personalisation is the share of projects that are tailored") {
    Desk desk(4000);
    desk.parameters.services.personalisation = 0.3;
    desk.design();
    int tailored = 0;
    for (const ResidentId who : rows<ResidentId>(desk.residents.size())) {
        tailored += desk.steps(who) == standard ? 0 : 1;
    }
    CHECK(std::abs(tailored / 4000.0 - 0.3) <= 4.5 * square_root(0.21 / 4000.0));
}

TEST_CASE("A course nobody offers is left out of the standard bundle") {
    Desk desk;
    desk.parameters.services.personalisation = 0.0;
    desk.units.usual_slots[vocational_training] = 0;
    desk.design();
    CHECK(desk.steps(one) == Steps{orientation, internship});
}

TEST_CASE("A tailored project takes what gains most autonomy for each EUR") {
    Desk desk;
    desk.parameters.services.personalisation = 1.0;
    desk.parameters.services.noise_of_choice = 0.0;
    desk.units.usual_slots[subsidised_hire] = 0;
    desk.design();
    // Log points for 1,000 EUR: counselling .097, relational training .04-.06, orientation .05,
    // vocational training .02; three fit before the last step, in the catalogue's order.
    CHECK(desk.steps(one) == Steps{orientation, counselling, relational_training, internship});
    desk.parameters.services.minimum_step_gain = 0.05;
    Desk strict(1);
    strict.parameters = desk.parameters;
    strict.units = desk.units;
    strict.design();
    CHECK(strict.steps(one) == Steps{internship});
}

TEST_CASE("A project's budget buys what gains most for each EUR until no step fits") {
    const auto steps_within = [](double eur) {
        Desk desk(1);
        desk.parameters.services.personalisation = 1.0;
        desk.parameters.services.noise_of_choice = 0.0;
        desk.parameters.services.project_budget_eur = eur;
        desk.units.usual_slots[subsidised_hire] = 0;
        desk.design();
        return desk.steps(one);
    };
    // Counselling 180, relational training 600, orientation 120 EUR.
    CHECK(steps_within(900.0) == Steps{orientation, counselling, relational_training, internship});
    CHECK(steps_within(899.0) == Steps{orientation, counselling, internship});
    CHECK(steps_within(300.0) == Steps{orientation, counselling, internship});
    CHECK(steps_within(179.0) == Steps{orientation, internship});
    CHECK(steps_within(100.0) == Steps{internship});
    CHECK(steps_within(0.0).size() == 4);
}

TEST_CASE("People seen as skilled skip vocational training") {
    Desk desk(1);
    desk.parameters.services.personalisation = 1.0;
    desk.residents.capital.professional[one] = 0.75f;
    desk.design();
    const Steps steps = desk.steps(one);
    CHECK(std::find(steps.begin(), steps.end(), vocational_training) == steps.end());
}

TEST_CASE("A project is designed by what is seen, not by what is true") {
    // Everybody is well, speaks and moves well; assessors see it otherwise in some, and no one is
    // mistaken where they see all.
    for (const double noise : {0.0, 0.6}) {
        Desk desk;
        desk.parameters.services.personalisation = 1.0;
        desk.parameters.commission.assessment_noise = noise;
        desk.residents.capital.health.assign(desk.residents.size(), 0.9f);
        desk.residents.capital.safety.assign(desk.residents.size(), 0.9f);
        desk.residents.capital.language.assign(desk.residents.size(), 0.9f);
        desk.design();
        int languages = 0, paths = 0, refuges = 0;
        for (const ResidentId who : rows<ResidentId>(desk.residents.size())) {
            languages += desk.steps(who).front() == language ? 1 : 0;
            paths += desk.residents.care.support[who] == Instrument::health_path ? 1 : 0;
            refuges += desk.residents.care.support[who] == Instrument::safety_refuge ? 1 : 0;
        }
        CHECK((languages > 0) == (noise > 0.0));
        CHECK((paths > 0) == (noise > 0.0));
        CHECK((refuges > 0) == (noise > 0.0));
    }
}

TEST_CASE("Who needs the language starts with it in a tailored project") {
    Desk desk(1);
    desk.parameters.services.personalisation = 1.0;
    desk.residents.capital.language[one] = 0.3f;
    desk.design();
    CHECK(desk.steps(one).front() == language);
    CHECK(desk.steps(one).size() <= static_cast<std::size_t>(max_project_steps));
}

TEST_CASE(
    "Only certified groups are planned for a cooperative, and more of them with more places") {
    int chosen_few = 0;
    int chosen_many = 0;
    for (const std::uint16_t places : {std::uint16_t{2}, std::uint16_t{60}}) {
        Desk desk;
        desk.parameters.services.personalisation = 1.0;
        desk.units.usual_slots[subsidised_hire] = 0;
        desk.open_cooperative(places);
        desk.design();
        CHECK(desk.with_last_step(coop_b_placement) == 0);  // nobody is certified
        for (const ResidentId who : rows<ResidentId>(desk.residents.size())) {
            desk.residents.people.groups[who] = bit(Group::disability);
            desk.residents.capital.disability[who] = 0.5f;
            desk.residents.care.step_count[who] = 0;
        }
        desk.design();
        (places == 2 ? chosen_few : chosen_many) = desk.with_last_step(coop_b_placement);
    }
    CHECK(chosen_few > 0);
    CHECK(chosen_many > chosen_few);
}

TEST_CASE("Places that others hold count for a plan as often as they are left, new ones whole") {
    const auto planned = [](double turnover, std::uint16_t of_new_orders) {
        Desk desk;
        desk.parameters.services.personalisation = 1.0;
        desk.parameters.employers.coop_turnover_per_month = turnover;
        desk.units.usual_slots[subsidised_hire] = 0;
        desk.units.usual_slots[microcredit] = 0;
        desk.open_cooperative(60, of_new_orders);
        desk.residents.people.groups.assign(desk.residents.size(), bit(Group::mental_health));
        desk.design();
        return desk.with_last_step(coop_b_placement) / 400.0;
    };
    // Ten seats for interns and nobody waiting: chosen with odds of (places + .5) to 10.5.
    const auto near = [](double share, double odds) {
        const double expected = odds / (1.0 + odds);
        return std::abs(share - expected) <= 4.5 * square_root(expected * (1 - expected) / 400.0);
    };
    CHECK(planned(0.0, 0) == 0.0);
    CHECK(near(planned(0.1, 0), (60.0 * -expm1(-0.1) + 0.5) / 10.5));
    CHECK(near(planned(0.0, 20), 20.5 / 10.5));
    CHECK(near(planned(0.1, 20), (20.0 + 40.0 * -expm1(-0.1) + 0.5) / 10.5));
    // Where all places are left every month it is nothing to a plan which are new.
    const double all = planned(50.0, 0);
    CHECK(planned(50.0, 20) == all);
    CHECK(planned(50.0, 60) == all);
}

TEST_CASE("Programme slots open subsidised hires to the programme's target alone") {
    Desk desk;
    desk.parameters.services.personalisation = 1.0;
    desk.parameters.target.everybody = 0.0;
    desk.parameters.target.group[Group::migrant] = 1.0;
    desk.units.usual_slots[subsidised_hire] = 0;
    desk.units.programme_slots[subsidised_hire] = 50;
    for (std::size_t i = 0; i < 200; ++i) {
        desk.residents.people.groups[ResidentId::at(i)] = bit(Group::migrant);
    }
    desk.design();
    int target = 0, others = 0;
    for (const ResidentId who : rows<ResidentId>(desk.residents.size())) {
        if (desk.last_step(who) != subsidised_hire) continue;
        ++(who.index() < 200 ? target : others);
    }
    CHECK(target > 50);
    CHECK(others == 0);
}

TEST_CASE("The support answers the most urgent need that somebody offers") {
    Desk desk(8);
    const auto at = [](std::size_t i) { return ResidentId::at(i); };
    Capital& capital = desk.residents.capital;
    capital.safety[at(1)] = 0.3f;
    desk.residents.housing.state[at(2)] = HousingState::homeless;
    capital.health[at(2)] = 0.2f;
    desk.residents.people.groups[at(3)] = bit(Group::addiction);
    capital.disability[at(4)] = 0.5f;
    desk.residents.housing.state[at(5)] = HousingState::precarious;
    desk.residents.people.children[at(6)] = 2;
    capital.mobility[at(7)] = 0.2f;
    desk.residents.people.has_car[at(7)] = 0;
    desk.design();
    const auto& support = desk.residents.care.support;
    CHECK(support[at(0)] == Instrument::count);
    CHECK(support[at(1)] == safety_refuge);
    CHECK(support[at(2)] == health_path);  // no supported housing in this territory
    CHECK(support[at(3)] == health_path);
    CHECK(support[at(4)] == aids);
    CHECK(support[at(5)] == rent_guarantee);
    CHECK(support[at(6)] == childcare);
    CHECK(support[at(7)] == transport_voucher);
}

TEST_CASE("A step with too long a line is not planned") {
    Desk desk(1);
    desk.parameters.services.personalisation = 1.0;
    desk.units.waiting[counselling] = 11;  // 11 people x 3 months / 10 slots = 3.3 months
    desk.design();
    Steps steps = desk.steps(one);
    CHECK(std::find(steps.begin(), steps.end(), counselling) == steps.end());
    desk.units.waiting[counselling] = 10;
    desk.residents.care.step_count[one] = 0;
    desk.design();
    steps = desk.steps(one);
    CHECK(std::find(steps.begin(), steps.end(), counselling) != steps.end());
}

TEST_CASE("A project is designed once") {
    Desk desk;
    desk.parameters.services.personalisation = 1.0;
    desk.design(0);
    const Care before = desk.residents.care;
    desk.design(1);
    CHECK(desk.residents.care.steps == before.steps);
    CHECK(desk.residents.care.step_count == before.step_count);
}

TEST_CASE("The expected gain of a step is its log gain times the chance to complete it") {
    AutonomyParameters autonomy;
    autonomy.weights[Domain::skills] = 0.10;
    autonomy.weights[Domain::relations] = 0.90;
    DomainLevels x;
    x.fill(0.35);
    InstrumentParameters course;
    course.months = 4.0;
    course.dropout_hazard_per_month = 0.06;
    course.professional_effect = 0.10;
    const double gain = 0.10 * log((0.35 + 0.065) / 0.35);
    CHECK(expected_gain(autonomy, x, course, 1.0) == Approx(gain * exp(-0.24)));
    CHECK(levels_after(x, course, 0.5)[Domain::skills] == Approx(0.35 + 0.0325));
    CHECK(levels_after(x, course, 1.0)[Domain::income] == 0.35);
    course.cost_eur_month = 231.0;
    CHECK(path_price_eur(course) == Approx(924.0));
}

}  // namespace cantiere
