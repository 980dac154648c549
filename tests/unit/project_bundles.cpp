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

TEST_CASE("Whoever waits for a first step may still take a bundle, in the order of registration") {
    Desk desk(8);
    desk.parameters.services.personalisation = 1.0;
    desk.units.bundles.price_cents = 100000;
    Care& care = desk.residents.care;
    for (const ResidentId who : rows<ResidentId>(desk.residents.size())) {
        care.registered_month[who] = Month{static_cast<int>(who.index())};
    }
    desk.design(7);
    care.state[ResidentId::at(0)] = CareState::in_project;  // a step has begun
    care.step_left[ResidentId::at(0)] = 1;
    care.holds_bundle[ResidentId::at(1)] = 1;
    desk.residents.work.state[ResidentId::at(2)] = WorkState::detained;
    care.support[ResidentId::at(3)] = childcare;
    care.support_left[ResidentId::at(3)] = 6;
    care.step_waiting[ResidentId::at(3)] = 4;
    const Care before = care;
    desk.units.bundles.offered = 2;
    desk.design(8);
    CHECK(desk.units.bundles.offered == 0);
    CHECK(desk.units.bundles.committed_cents == 200000);
    for (const ResidentId who : rows<ResidentId>(desk.residents.size())) {
        const bool takes = who.index() == 3 || who.index() == 4;
        CHECK((care.holds_bundle[who] != before.holds_bundle[who]) == takes);
        if (takes) CHECK(desk.steps(who) == standard);
        if (!takes) CHECK(care.steps[who] == before.steps[who]);
    }
    CHECK(care.step_waiting[ResidentId::at(3)] == 0);
    CHECK(care.support[ResidentId::at(3)] == childcare);
    CHECK(care.support_left[ResidentId::at(3)] == 6);
}

TEST_CASE("Bundles nobody may take are kept") {
    Desk desk(10);
    desk.parameters.target.everybody = 0.0;
    desk.units.bundles.offered = 4;
    desk.design();
    CHECK(desk.units.bundles.offered == 4);
}

}  // namespace cantiere
