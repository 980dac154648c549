#include "model/month/service_delivery.h"

#include "model/core/rows.h"
#include "model/month/project_steps.h"
#include "tests/support/catch.h"
#include "tests/unit/services_example.h"

namespace cantiere {

using enum Instrument;

TEST_CASE("A course of four months is delivered in four months and then has its effect") {
    Services s(1);
    s.parameters.instruments[vocational_training].professional_effect = 0.10;
    s.parameters.services.quality = 0.9;
    s.units.usual_slots[vocational_training] = 1;
    s.open({vocational_training, internship});
    int delivered = 0;
    for (int m = 0; m < 5; ++m) {
        s.deliver(m);
        delivered += s.care().step_left[one] > 0 ? 1 : 0;
        CHECK(s.care().state[one] == CareState::in_project);
    }
    CHECK(delivered == 4);
    CHECK(s.count(EventKind::instrument_started, vocational_training) == 1);
    CHECK(s.count(EventKind::instrument_completed, vocational_training) == 1);
    CHECK(double{s.residents.capital.professional[one]} == Approx(0.35 + 0.09 * 0.65));
    CHECK(current_step(s.care(), one) == internship);
    CHECK(s.care().first_service_month[one] == Month{0});
    CHECK(s.units.waiting[internship] == 1);
}

TEST_CASE("After the last step the file is followed up and then closes") {
    Services s(1);
    s.units.usual_slots[orientation] = 1;
    s.parameters.services.follow_up_months = 6.0;
    s.open({orientation});
    s.deliver(0);
    for (int m = 1; m <= 6; ++m) {
        s.deliver(m);
        CHECK(s.care().state[one] == CareState::follow_up);
    }
    CHECK(s.count(EventKind::file_closed) == 0);
    s.deliver(7);
    CHECK(s.care().state[one] == CareState::known);
    CHECK(s.count(EventKind::file_closed) == 1);
}

TEST_CASE("Who drops out of a course leaves the project, the share is the hazard's") {
    Services s(4000);
    s.units.usual_slots[vocational_training] = 4000;
    s.parameters.instruments[vocational_training].dropout_hazard_per_month = 0.06;
    s.open({vocational_training, internship});
    for (int m = 0; m < 5; ++m) s.deliver(m);
    const int completed = s.count(EventKind::instrument_completed);
    const int dropped = s.count(EventKind::instrument_dropped);
    CHECK(completed + dropped == 4000);
    CHECK(s.count(EventKind::file_closed) == dropped);
    const double p = exp(-0.24);
    CHECK(std::abs(completed / 4000.0 - p) <= 4.5 * square_root(p * (1.0 - p) / 4000.0));
}

TEST_CASE("Fidelity weakens what the programme delivers and nothing else") {
    InstrumentParameters course;
    course.relational_effect = 0.20;
    course.trust_effect = 0.05;
    course.safety_effect = 0.30;
    course.aid_effect = 0.40;
    ServiceParameters services;
    services.fidelity = 0.5;
    Residents r = sample_residents(2);
    r.capital.disability[one] = r.capital.disability[two] = 0.5f;
    apply_effects(r.capital, course, services, Funding::programme, one);
    apply_effects(r.capital, course, services, Funding::usual, two);
    CHECK(double{r.capital.relational[one]} == Approx(0.40 + 0.10 * 0.60));
    CHECK(double{r.capital.relational[two]} == Approx(0.40 + 0.20 * 0.60));
    CHECK(double{r.capital.trust[one]} == Approx(0.525));
    CHECK(double{r.capital.safety[two]} == 1.0);
    CHECK(double{r.capital.aid[one]} == Approx(0.20));
    apply_effects(r.capital, course, services, Funding::usual, two);
    CHECK(double{r.capital.aid[two]} == 0.5);  // aids mitigate half of a limitation at most
    CHECK(r.capital.professional[two] == 0.35f);
}

TEST_CASE("Waiting costs trust each month and some give up at the stated hazard") {
    Services s(4000);
    s.parameters.services.abandonment_hazard_per_month = 0.03;
    s.units.usual_slots[orientation] = 1;
    s.open({orientation, internship});
    s.deliver(0);  // joined this month: nobody is at risk yet
    CHECK(s.count(EventKind::abandoned_queue) == 0);
    s.wait(1);
    const double p = 1.0 - exp(-0.03);
    const int left = s.count(EventKind::abandoned_queue, orientation);
    CHECK(std::abs(left / 3999.0 - p) <= 4.5 * square_root(p * (1.0 - p) / 3999.0));
    CHECK(s.count(EventKind::file_closed) == left);
    for (const ResidentId who : rows<ResidentId>(s.residents.size())) {
        if (!waits_for_step(s.care(), s.residents.work, who)) continue;
        REQUIRE(s.care().step_waiting[who] == 1);
        REQUIRE(double{s.residents.capital.trust[who]} == Approx(0.5 * 0.985));
    }
}

TEST_CASE("Registered cases wait too, from the month after they register") {
    Services s(2);
    for (const ResidentId who : {one, two}) s.care().state[who] = CareState::referred;
    s.care().registered_month[one] = Month{4};
    s.care().registered_month[two] = Month{5};
    s.wait(5);
    CHECK(s.residents.capital.trust[one] < 0.5f);
    CHECK(s.residents.capital.trust[two] == 0.5f);
}

TEST_CASE("A support runs beside the steps and keeps the file open until it ends") {
    Services s(1);
    s.parameters.instruments[supported_housing].months = 1e9;  // open-ended: never ends here
    s.parameters.services.follow_up_months = 0.0;
    s.units.usual_slots[supported_housing] = 1;
    s.units.usual_slots[orientation] = 1;
    s.open({orientation});
    s.care().support[one] = supported_housing;
    for (int m = 0; m < 20; ++m) s.deliver(m);
    CHECK(s.care().state[one] == CareState::follow_up);
    CHECK(s.care().support_left[one] == 1);
    s.parameters.instruments[supported_housing].months = 1.0;
    s.deliver(20);
    CHECK(s.care().state[one] == CareState::known);
    CHECK(s.count(EventKind::instrument_completed, supported_housing) == 1);
}

TEST_CASE("A file closes when its resident is detained") {
    Services s(1);
    s.units.usual_slots[vocational_training] = 1;
    s.open({vocational_training});
    s.deliver(0);
    s.residents.work.state[one] = WorkState::detained;
    s.deliver(1);
    CHECK(s.care().state[one] == CareState::known);
    CHECK(s.units.usual_in_use[vocational_training] == 0);
}

}  // namespace cantiere
