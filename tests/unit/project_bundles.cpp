#include "model/month/accounts_prices.h"
#include "tests/support/catch.h"
#include "tests/support/project_desk.h"

namespace cantiere {
namespace {

using enum Instrument;

}  // namespace

TEST_CASE("A null twin's bundles go to the first registered and change nobody else's project") {
    Desk with(40), without(40);
    for (Desk* desk : {&with, &without}) {
        desk->parameters.services.personalisation = 0.5;
        desk->units.usual_slots[vocational_training] = 0;
        desk->residents.care.registered_month[ResidentId::at(7)] = Month{-2};
        desk->residents.care.registered_month[ResidentId::at(9)] = Month{-1};
    }
    with.units.bundles.offered = 2;
    with.design();
    without.design();
    CHECK(with.units.bundles.offered == 0);
    for (const ResidentId who : rows<ResidentId>(with.residents.size())) {
        const bool first = who.index() == 7 || who.index() == 9;
        CHECK((with.residents.care.holds_bundle[who] != 0) == first);
        CHECK(with.steps(who) == (first ? standard : without.steps(who)));
    }
}

TEST_CASE("Whoever waits for a step may still take a bundle, in the order of registration") {
    Desk desk(9);
    desk.parameters.services.personalisation = 1.0;
    Care& care = desk.residents.care;
    for (const ResidentId who : rows<ResidentId>(desk.residents.size())) {
        care.registered_month[who] = Month{static_cast<int>(who.index())};
    }
    desk.design(7);
    care.state[ResidentId::at(0)] = CareState::in_project;
    care.step_left[ResidentId::at(0)] = 1;  // under way: waits for nothing
    care.holds_bundle[ResidentId::at(1)] = 1;
    desk.residents.work.state[ResidentId::at(2)] = WorkState::detained;
    care.support[ResidentId::at(3)] = childcare;
    care.support_left[ResidentId::at(3)] = 6;
    care.steps[ResidentId::at(4)] = {counselling, coop_b_placement};
    care.step_count[ResidentId::at(4)] = 2;
    care.step[ResidentId::at(4)] = 1;
    care.state[ResidentId::at(4)] = CareState::in_project;  // waits for a job: left alone
    const Care before = care;
    desk.units.bundles.offered = 2;
    desk.design(8);
    CHECK(desk.units.bundles.offered == 0);
    const std::int64_t price = bundle_price(desk.parameters).value;
    CHECK(desk.units.bundles.committed_cents == 2 * price);
    for (const ResidentId who : rows<ResidentId>(desk.residents.size())) {
        const bool takes = who.index() == 3 || who.index() == 5;
        CHECK((care.holds_bundle[who] != before.holds_bundle[who]) == takes);
        if (takes) CHECK(desk.steps(who) == standard);
        if (!takes) CHECK(care.steps[who] == before.steps[who]);
    }
    CHECK(care.support[ResidentId::at(3)] == childcare);
    CHECK(care.support_left[ResidentId::at(3)] == 6);
}

TEST_CASE("Who has completed steps as usual takes the rest of a bundle, and only that is owed") {
    struct Case {
        Steps steps;
        std::uint8_t done;
        Steps after;
        int waited_after;
    };
    const Case cases[] = {
        {{orientation, internship}, 1, {orientation, vocational_training, internship}, 0},
        {{orientation, vocational_training, internship}, 1, standard, 5},
        {{orientation, vocational_training, internship}, 2, standard, 5},
        {{counselling, relational_training, skills_assessment, internship},
         3,
         {counselling, relational_training, skills_assessment, internship},
         5},
        {{counselling, relational_training, internship},
         2,
         {counselling, relational_training, vocational_training, internship},
         0}};
    for (const Case& one : cases) {
        Desk desk(1);
        Care& care = desk.residents.care;
        const ResidentId who = ResidentId::at(0);
        std::copy(one.steps.begin(), one.steps.end(), care.steps[who].begin());
        care.step_count[who] = static_cast<std::uint8_t>(one.steps.size());
        care.step[who] = one.done;
        care.step_waiting[who] = 5;
        care.state[who] = CareState::in_project;
        desk.units.bundles.offered = 1;
        desk.design(3);
        CHECK(care.holds_bundle[who] == 1);
        CHECK(desk.steps(who) == one.after);
        CHECK(care.step[who] == one.done);
        CHECK(care.step_waiting[who] == one.waited_after);
        std::int64_t owed = 0;
        for (std::size_t k = one.done; k < one.after.size(); ++k) {
            owed += bundle_step_price(desk.parameters, one.after[k]).whole_cents();
        }
        CHECK(desk.units.bundles.committed_cents == owed);
    }
}

TEST_CASE("Bundles nobody may take are kept") {
    Desk desk(10);
    desk.parameters.target.everybody = 0.0;
    desk.units.bundles.offered = 4;
    desk.design();
    CHECK(desk.units.bundles.offered == 4);
}

}  // namespace cantiere
