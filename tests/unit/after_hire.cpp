#include "model/month/after_hire.h"

#include "model/core/rows.h"
#include "model/month/project_steps.h"
#include "model/month/service_slots.h"
#include "tests/support/catch.h"
#include "tests/unit/services_example.h"

namespace cantiere {

using enum Instrument;

TEST_CASE("A hire ends the steps left and the follow-up begins") {
    Services s(1);
    s.units.usual_slots[vocational_training] = 1;
    s.open({vocational_training, internship});
    s.deliver(0);
    s.hire(one, WorkState::fixed_term, 0);
    CHECK(s.care().state[one] == CareState::follow_up);
    CHECK(current_step(s.care(), one) == Instrument::count);
    CHECK(s.care().step_left[one] == 0);
    CHECK(s.care().tutor_left[one] == 0);
}

TEST_CASE("With the taper lever support falls in three steps of K months after a hire") {
    Services s(1);
    s.parameters.target.taper_step_months = 2.0;
    s.parameters.services.follow_up_months = 3.0;
    s.open({internship});
    s.residents.standing.local_aid_cents[one] = 30000;
    s.hire(one, WorkState::open_ended, 0);
    CHECK(s.care().state[one] == CareState::tapering);
    CHECK(s.care().taper_left[one] == 6);
    int tapering = 0;
    for (int m = 1; m < 20; ++m) {
        s.deliver(m);
        tapering += s.care().state[one] == CareState::tapering ? 1 : 0;
    }
    CHECK(tapering == 5);  // and the month of the hire
    CHECK(s.care().state[one] == CareState::known);
}

TEST_CASE("Where the municipality paid nothing before the hire nothing tapers") {
    Services s(1);
    s.parameters.target.taper_step_months = 2.0;
    s.open({internship});
    s.hire(one, WorkState::open_ended, 0);
    CHECK(s.care().state[one] == CareState::follow_up);
    CHECK(s.care().taper_left[one] == 0);
}

TEST_CASE("Tutors go to the share of hires that the lever names, while there are any") {
    for (const double share : {0.0, 1.0}) {
        Services s(5);
        s.parameters.instruments[job_tutor].months = 12.0;
        s.parameters.target.tutor_share = share;
        s.units.programme_slots[job_tutor] = 2;
        s.open({internship});
        for (const ResidentId who : rows<ResidentId>(5)) {
            s.hire(who, WorkState::fixed_term, 0);
        }
        CHECK(tutors_in_use(s.residents.people, s.care(), Funding::programme) ==
              (share > 0.5 ? 2 : 0));
    }
}

TEST_CASE("Usual tutors go by lot to whoever is hired in care, programme or none") {
    for (const bool runs : {false, true}) {
        Services s(6);
        s.parameters.instruments[job_tutor].months = 12.0;
        s.parameters.target.tutor_share = runs ? 1.0 : 0.0;
        s.parameters.target.months = runs ? 12.0 : 0.0;
        s.units.usual_slots[job_tutor] = 3;
        s.units.programme_slots[job_tutor] = runs ? 1 : 0;
        s.open({internship});
        for (const ResidentId who : rows<ResidentId>(6)) s.hire(who, WorkState::fixed_term, 0);
        CHECK(tutors_in_use(s.residents.people, s.care(), Funding::usual) == 3);
        CHECK(tutors_in_use(s.residents.people, s.care(), Funding::programme) == (runs ? 1 : 0));
    }
}

TEST_CASE("A tutor stays for the planned months, through the loss of the job") {
    Services s(2);
    s.parameters.instruments[job_tutor].months = 3.0;
    s.parameters.target.tutor_share = 1.0;
    s.units.programme_slots[job_tutor] = 2;
    s.open({internship});
    s.hire(one, WorkState::fixed_term, 0);
    s.hire(two, WorkState::fixed_term, 0);
    s.events.clear();
    s.deliver(1);
    s.residents.work.state[two] = WorkState::seeking;
    s.deliver(2);
    CHECK(s.care().tutor_left[one] == 1);
    CHECK(s.care().tutor_left[two] == 1);
    CHECK(s.count(EventKind::instrument_dropped, job_tutor) == 0);
    s.deliver(3);
    CHECK(s.count(EventKind::instrument_completed, job_tutor) == 2);
}

TEST_CASE("A subsidised hire is the step itself and completes with its months") {
    Services s(1);
    s.parameters.instruments[subsidised_hire].months = 3.0;
    s.open({subsidised_hire});
    s.care().step_funding[one] = Funding::usual;
    s.hire(one, WorkState::subsidised, 0);
    CHECK(s.care().state[one] == CareState::in_project);
    CHECK(s.care().step_left[one] == 3);
    s.deliver(1);
    s.deliver(2);
    CHECK(s.care().step_left[one] == 1);
    s.deliver(3);
    CHECK(s.count(EventKind::instrument_completed, subsidised_hire) == 1);
    CHECK(s.care().state[one] == CareState::follow_up);
}

TEST_CASE("A referral still on its way ends with a hire") {
    Services s(1);
    s.care().state[one] = CareState::referred;
    s.hire(one, WorkState::fixed_term, 0);
    CHECK(s.care().state[one] == CareState::known);
    CHECK(s.count(EventKind::file_closed) == 1);
}

}  // namespace cantiere
