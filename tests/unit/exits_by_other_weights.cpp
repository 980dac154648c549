#include "tests/support/catch.h"
#include "tests/support/scripted_life.h"

namespace cantiere {

TEST_CASE("Other weights count their own exits and close no file") {
    // Strong in work and money, weak in relations and skills: above .65 by the base weights alone.
    ScriptedLife life;
    Residents& r = life.residents();
    r.care.state[someone] = CareState::follow_up;
    r.care.follow_up_left[someone] = 99;
    r.capital.relational[someone] = r.capital.professional[someone] = 0.28f;
    r.capital.health[someone] = 0.6f;
    SECTION("by the base weights there is an exit") {
        CHECK(life.months_of(EventKind::exited, 12) == OnMonths{5});
        const OtherStanding& equal = r.standing.other[OtherWeights::equal];
        CHECK(r.standing.autonomy[someone] > 0.65f);
        CHECK(equal.level[someone] < 0.65f);
        CHECK(equal.exit[someone] == ReferenceExit::none);
    }
    SECTION("by the equal weights there is none") {
        CHECK(life.months_of(EventKind::exited_equal, 12).empty());
    }
    SECTION("an exit by other weights alone leaves the file open, and ends with assistance") {
        AutonomyParameters strict = base_rule();
        strict.weights.fill(0.0);
        strict.weights[Domain::relations] = 1.0;
        ScriptedLife other_life(strict);
        Residents& o = other_life.residents();
        o.care.state[someone] = CareState::follow_up;
        o.care.follow_up_left[someone] = 99;
        o.capital.relational[someone] = 0.6f;
        o.capital.professional[someone] = 0.9f;
        CHECK(other_life.months_of(EventKind::exited_work_light, 6) == OnMonths{5});
        CHECK(o.care.state[someone] == CareState::follow_up);
        CHECK(o.standing.other[OtherWeights::work_light].exit[someone] ==
              ReferenceExit::with_open_file);
        CHECK(other_life.months_of(EventKind::exited_work_light, 12).empty());
        o.standing.benefit_cents[someone] = 100;
        other_life.live(1);
        o.standing.benefit_cents[someone] = 0;
        CHECK(other_life.months_of(EventKind::exited_work_light, 12) == OnMonths{24});
    }
}

}  // namespace cantiere
