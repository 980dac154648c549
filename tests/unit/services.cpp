#include "model/month/services.h"

#include <algorithm>
#include <set>
#include <vector>

#include "model/core/rows.h"
#include "model/month/project_steps.h"
#include "model/month/service_queue.h"
#include "model/month/service_slots.h"
#include "tests/support/catch.h"
#include "tests/support/property.h"
#include "tests/unit/services_example.h"

namespace cantiere {

using enum Instrument;

TEST_CASE("Slots are given to who waited longest, never more than there are") {
    Services s(10);
    s.units.usual_slots[orientation] = 3;
    s.open({orientation, internship});
    for (std::size_t i = 0; i < 10; ++i) {
        s.care().step_waiting[ResidentId::at(i)] = static_cast<std::uint16_t>(i);
    }
    s.deliver(0);
    CHECK(s.started(Funding::usual) == std::set<std::size_t>{7, 8, 9});
    CHECK(s.units.usual_in_use[orientation] == 3);
    CHECK(s.units.waiting[orientation] == 7);
}

TEST_CASE("While the programme's commission meets, slots go by score") {
    Services s(10);
    s.units.usual_slots[orientation] = 2;
    s.open({orientation, internship});
    for (std::size_t i = 0; i < 10; ++i) {
        s.care().step_waiting[ResidentId::at(i)] = static_cast<std::uint16_t>(i);
        s.care().score[ResidentId::at(i)] = i == 4 || i == 2 ? 0.9f : 0.1f;
    }
    s.parameters.commission.active = 1.0;
    s.deliver(0);
    CHECK(s.started(Funding::usual) == std::set<std::size_t>{2, 4});
}

TEST_CASE("Programme slots serve its target while it runs") {
    Services s(10);
    s.parameters.target.everybody = 0.0;
    s.parameters.target.group[Group::migrant] = 1.0;
    s.parameters.target.start_month = 2.0;
    s.parameters.target.months = 12.0;
    s.parameters.instruments[orientation].slots = 4.0;
    s.parameters.instruments[orientation].usual_slots_per_1000 = 1000.0;  // one for one in need
    for (std::size_t i = 5; i < 10; ++i) {
        s.residents.people.groups[ResidentId::at(i)] = bit(Group::migrant);
    }
    s.open({orientation, internship});
    open_slots(s.units, s.parameters.instruments, 1.0, s.parameters.target, Month{1});
    s.deliver(1);
    CHECK(s.started(Funding::programme).empty());
    open_slots(s.units, s.parameters.instruments, 1.0, s.parameters.target, Month{2});
    s.deliver(2);
    const std::set<std::size_t> served = s.started(Funding::programme);
    CHECK(served.size() >= 3);
    for (const std::size_t who : served) CHECK(who >= 5);
    open_slots(s.units, s.parameters.instruments, 1.0, s.parameters.target, Month{14});
    CHECK(s.units.programme_slots[orientation] == 0);
}

TEST_CASE("Usual slots follow their number from the month it changes, and who has one stays") {
    ServiceUnits units;
    Parameters p;
    p.instruments[orientation].usual_slots_per_1000 = 10.0;
    open_slots(units, p.instruments, 1000.0, p.target, Month{-1});
    CHECK(units.usual_slots[orientation] == 10);
    CHECK(units.usual_closing[orientation] == 0);
    units.usual_in_use[orientation] = 9;
    p.instruments[orientation].usual_slots_per_1000 = 4.0;
    open_slots(units, p.instruments, 1000.0, p.target, Month{0});
    CHECK(units.usual_slots[orientation] == 4);
    CHECK(units.usual_closing[orientation] == 5);
    units.usual_in_use[orientation] = 7;
    open_slots(units, p.instruments, 1000.0, p.target, Month{1});
    CHECK(units.usual_closing[orientation] == 3);
    units.usual_in_use[orientation] = 8;  // a seat that has closed does not open again
    open_slots(units, p.instruments, 1000.0, p.target, Month{2});
    CHECK(units.usual_closing[orientation] == 3);
    p.instruments[orientation].usual_slots_per_1000 = 20.0;
    open_slots(units, p.instruments, 1000.0, p.target, Month{3});
    CHECK(units.usual_slots[orientation] == 20);
    CHECK(units.usual_closing[orientation] == 0);
}

TEST_CASE("A step that only an ended programme offered is skipped") {
    Services s(1);
    s.open({vocational_training, internship});
    s.deliver(0);
    CHECK(current_step(s.care(), one) == internship);
}

TEST_CASE("More seats never take a start from anybody") {
    for_all("starts grow with seats", [](std::vector<unsigned char> people, unsigned char more) {
        std::vector<Waiter> line;
        for (std::size_t i = 0; i < people.size(); ++i) {
            Waiter waiter{ResidentId::at(i)};
            waiter.rank = people[i] % 5;
            waiter.ticket = hash_key({i}).value;
            waiter.is_target = (people[i] & 8) != 0;
            waiter.holds_bundle = (people[i] & 96) == 96;
            line.push_back(waiter);
        }
        const OpenSeats few{2, 2};
        const OpenSeats many{2 + (more & 3), 2 + ((more >> 2) & 3)};
        std::set<std::size_t> with_few, with_many;
        for (const ServiceStart& s : start_by_discipline(line, few)) {
            with_few.insert(s.waiter.who.index());
        }
        std::reverse(line.begin(), line.end());
        for (const ServiceStart& s : start_by_discipline(line, many)) {
            with_many.insert(s.waiter.who.index());
        }
        RC_ASSERT(
            std::includes(with_many.begin(), with_many.end(), with_few.begin(), with_few.end()));
    });
}

TEST_CASE("A null twin's bundle pays a whole path and takes nobody's slot") {
    Services s(6);
    s.units.usual_slots[orientation] = 1;
    s.units.usual_slots[vocational_training] = 1;
    s.open({orientation, vocational_training, internship});
    for (const ResidentId who : {one, two}) s.care().holds_bundle[who] = 1;
    s.deliver(0);
    const std::set<std::size_t> bundled{0, 1};
    CHECK(s.started(Funding::bundle) == bundled);
    CHECK(s.started(Funding::usual).size() == 1);
    s.events.clear();
    s.deliver(1);
    // Both go on to the training although it has one usual slot.
    CHECK(s.started(Funding::bundle) == bundled);
    CHECK(s.units.usual_in_use[vocational_training] == 1);
}

TEST_CASE("A new table lowers the slots that work, not those already taken") {
    Services s(100);
    s.parameters.network.members = 5.0;
    s.parameters.network.tie_target = 0.6;
    s.units.usual_slots[vocational_training] = 50;
    s.open({vocational_training, internship});
    s.deliver(0);
    CHECK(s.units.usual_in_use[vocational_training] == 46);
    s.months_of_network = 12;
    s.deliver(1);
    CHECK(s.units.usual_in_use[vocational_training] == 50);
}

TEST_CASE("Services do not depend on the order of rows") {
    constexpr std::size_t n = 60;
    Services forward(n), backward(n);
    for (Services* s : {&forward, &backward}) {
        s->units.usual_slots[orientation] = 4;
        s->units.usual_slots[vocational_training] = 6;
        s->parameters.instruments[vocational_training].dropout_hazard_per_month = 0.06;
        s->parameters.services.abandonment_hazard_per_month = 0.03;
        s->open({orientation, vocational_training, internship});
    }
    for (std::size_t i = 0; i < n; ++i) {
        backward.residents.people.key[ResidentId::at(n - 1 - i)] =
            forward.residents.people.key[ResidentId::at(i)];
    }
    for (int m = 0; m < 24; ++m) {
        for (Services* s : {&forward, &backward}) {
            s->wait(m);
            s->deliver(m);
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        const ResidentId here = ResidentId::at(i), there = ResidentId::at(n - 1 - i);
        CHECK(forward.care().state[here] == backward.care().state[there]);
        CHECK(forward.care().step[here] == backward.care().step[there]);
        CHECK(forward.care().step_left[here] == backward.care().step_left[there]);
        CHECK(forward.residents.capital.trust[here] == backward.residents.capital.trust[there]);
    }
}

}  // namespace cantiere
