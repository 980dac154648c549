#include <algorithm>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/scripted_life.h"

namespace cantiere {

TEST_CASE("An exit is dated at the sixth qualifying month and closes the file") {
    ScriptedLife life;
    life.residents().care.state[someone] = CareState::follow_up;
    life.residents().care.follow_up_left[someone] = 3;
    CHECK(life.months_of(EventKind::exited, 20) == OnMonths{5});
    CHECK(life.residents().standing.exit_month[someone] == Month{5});
    CHECK(life.residents().care.state[someone] == CareState::exited);
    CHECK(life.residents().care.follow_up_left[someone] == 0);
}

TEST_CASE("A month that fails starts the count again") {
    ScriptedLife life;
    life.live(5);
    life.lose_job().live(1);
    CHECK(life.work().months_of(EventKind::exited, 6) == OnMonths{11});
}

TEST_CASE("Assistance received, or due though not claimed, is no exit") {
    for (const bool received : {true, false}) {
        ScriptedLife life;
        auto& standing = life.residents().standing;
        (received ? standing.benefit_cents : standing.due_cents)[someone] = 100;
        CHECK(life.months_of(EventKind::exited, 12).empty());
        CHECK(standing.reference_exit[someone] == ReferenceExit::out);
    }
}

TEST_CASE("The reference law decides reference exits alone") {
    ScriptedLife life;
    life.residents().standing.reference_due_cents[someone] = 100;
    CHECK(life.months_of(EventKind::exited, 12) == OnMonths{5});
    CHECK(life.residents().standing.reference_exit[someone] == ReferenceExit::none);
    life.residents().standing.reference_due_cents[someone] = 0;
    CHECK(life.months_of(EventKind::reference_exited, 12) == OnMonths{17});
}

TEST_CASE("No exit while a core domain is below its floor, whatever the index") {
    ScriptedLife life;
    life.residents().capital.health[someone] = 0.29f;
    life.residents().capital.safety[someone] = 1.0f;
    life.residents().capital.professional[someone] = 1.0f;
    life.residents().capital.relational[someone] = 1.0f;
    CHECK(life.months_of(EventKind::exited, 12).empty());
    CHECK(life.residents().standing.autonomy[someone] > 0.65f);
    life.residents().capital.health[someone] = 0.31f;
    CHECK(life.months_of(EventKind::exited, 12) == OnMonths{17});
}

TEST_CASE("Active instruments hold an exit back, follow-up and a rent guarantee do not") {
    const auto exits_with = [](auto set) {
        ScriptedLife life;
        set(life.residents());
        return !life.months_of(EventKind::exited, 8).empty();
    };
    CHECK_FALSE(exits_with([](Residents& r) { r.care.tutor_left[someone] = 9; }));
    CHECK_FALSE(exits_with([](Residents& r) { r.work.subsidy_left[someone] = 9; }));
    CHECK_FALSE(exits_with([](Residents& r) { r.work.incentive_left[someone] = 9; }));
    CHECK_FALSE(exits_with([](Residents& r) {
        r.care.support[someone] = Instrument::supported_housing;
        r.care.support_left[someone] = 9;
    }));
    CHECK_FALSE(exits_with([](Residents& r) {
        r.care.steps[someone][0] = Instrument::counselling;
        r.care.step_count[someone] = 1;
        r.care.step_left[someone] = 9;
    }));
    CHECK(exits_with([](Residents& r) {
        r.care.support[someone] = Instrument::rent_guarantee;
        r.care.support_left[someone] = 9;
    }));
    CHECK(exits_with([](Residents& r) { r.care.state[someone] = CareState::follow_up; }));
    CHECK(exits_with([](Residents& r) {
        r.work.state[someone] = WorkState::coop_b;
        r.care.steps[someone][0] = Instrument::coop_b_placement;
        r.care.step_count[someone] = 1;
        r.care.step_left[someone] = 9;
    }));
}

TEST_CASE("An exit is dated no earlier than the end of the taper") {
    ScriptedLife life;
    life.residents().care.state[someone] = CareState::tapering;
    life.residents().care.taper_left[someone] = 3;
    CHECK(life.months_of(EventKind::exited, 9).empty());
    life.residents().care.taper_left[someone] = 0;
    CHECK(life.months_of(EventKind::exited, 3) == OnMonths{9});
}

TEST_CASE("An exit from a cooperative is counted apart as well") {
    ScriptedLife life;
    life.residents().work.state[someone] = WorkState::coop_b;
    CHECK(life.months_of(EventKind::exited_social_economy, 12) == OnMonths{5});
}

TEST_CASE("An exit is stable after twelve months without assistance, prison or the street") {
    ScriptedLife quiet;
    CHECK(quiet.months_of(EventKind::stable_exit, 40) == OnMonths{17});

    ScriptedLife assisted;
    assisted.live(10);
    assisted.residents().standing.benefit_cents[someone] = 100;
    assisted.live(1);
    assisted.residents().standing.benefit_cents[someone] = 0;
    assisted.lose_job();
    CHECK(assisted.months_of(EventKind::stable_exit, 40).empty());

    ScriptedLife jobless;  // no assistance under this law: stable, though no longer autonomous
    jobless.live(10);
    CHECK(jobless.lose_job().months_of(EventKind::stable_exit, 20) == OnMonths{17});
}

TEST_CASE("A relapse is counted once, brings back to known, and a new exit may follow") {
    ScriptedLife life;
    life.residents().care.state[someone] = CareState::follow_up;
    life.live(8);
    life.residents().housing.state[someone] = HousingState::homeless;
    CHECK(life.months_of(EventKind::relapsed, 5) == OnMonths{8});
    CHECK(life.residents().care.state[someone] == CareState::known);
    CHECK(life.residents().standing.relapsed[someone] == 1);
    life.residents().housing.state[someone] = HousingState::stable;
    CHECK(life.months_of(EventKind::exited, 12) == OnMonths{18});
    CHECK(life.residents().standing.relapsed[someone] == 0);
    CHECK(life.residents().care.state[someone] == CareState::exited);
}

TEST_CASE("A file opened after an exit is a relapse, and no exit again before six months") {
    ScriptedLife life;
    CHECK(life.months_of(EventKind::exited, 10) == OnMonths{5});
    life.residents().care.state[someone] = CareState::referred;
    CHECK(life.months_of(EventKind::exited, 6).empty());
    CHECK(life.months_of(EventKind::exited, 2) == OnMonths{16});
}

TEST_CASE("Who is autonomous under the reference law exits once, while the scenario's pays on") {
    ScriptedLife life;
    life.residents().care.state[someone] = CareState::follow_up;
    life.residents().standing.due_cents[someone] = 100;
    CHECK(life.months_of(EventKind::reference_exited, 20) == OnMonths{5});
}

TEST_CASE("People the services never knew may exit and stay unknown to them") {
    ScriptedLife life;
    life.residents().care.state[someone] = CareState::unknown;
    CHECK(life.months_of(EventKind::exited, 8) == OnMonths{5});
    CHECK(life.residents().care.state[someone] == CareState::unknown);
}

TEST_CASE("Fallen autonomy brings some of those who left back to the services") {
    AutonomyParameters p = base_rule();
    p.relapse_hazard = 1e6;
    ScriptedLife life(p);
    life.residents().care.state[someone] = CareState::known;
    life.live(8);
    CHECK(life.residents().care.state[someone] == CareState::exited);
    life.lose_job().live(1);
    CHECK(life.residents().care.state[someone] == CareState::known);
    CHECK(life.residents().care.identified_month[someone] == Month{8});
}

TEST_CASE("Exclusion needs low trust, over two years without a job, and no open file") {
    AutonomyParameters p = base_rule();
    p.exclusion_hazard = 1e6;
    const auto excluded = [&](float trust, int jobless, CareState care, WorkState work) {
        ScriptedLife life(p);
        life.lose_job();
        life.residents().capital.trust[someone] = trust;
        life.residents().work.jobless_months[someone] = static_cast<std::uint16_t>(jobless);
        life.residents().care.state[someone] = care;
        life.residents().work.state[someone] = work;
        return life.months_of(EventKind::excluded, 1).size() == 1;
    };
    CHECK(excluded(0.29f, 25, CareState::unknown, WorkState::seeking));
    CHECK(excluded(0.29f, 25, CareState::known, WorkState::inactive));
    CHECK_FALSE(excluded(0.31f, 25, CareState::unknown, WorkState::seeking));
    CHECK_FALSE(excluded(0.29f, 24, CareState::unknown, WorkState::seeking));
    CHECK_FALSE(excluded(0.29f, 25, CareState::referred, WorkState::seeking));
    CHECK_FALSE(excluded(0.29f, 25, CareState::unknown, WorkState::fixed_term));
    CHECK_FALSE(excluded(0.29f, 25, CareState::unknown, WorkState::detained));
}

TEST_CASE("Months in exclusion are counted while it lasts") {
    AutonomyParameters p = base_rule();
    p.exclusion_hazard = 1e6;
    ScriptedLife life(p);
    life.lose_job();
    life.residents().capital.trust[someone] = 0.1f;
    life.residents().work.jobless_months[someone] = 40;
    life.live(24);
    CHECK(life.residents().care.state[someone] == CareState::excluded);
    CHECK(life.residents().standing.excluded_months[someone] == 24);
    life.residents().care.state[someone] = CareState::known;
    life.residents().capital.trust[someone] = 0.5f;
    life.live(1);
    CHECK(life.residents().standing.excluded_months[someone] == 0);
}

}  // namespace cantiere
