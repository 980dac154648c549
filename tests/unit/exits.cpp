#include "model/month/exits.h"
#include "model/month/autonomy.h"

#include <algorithm>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

const Draws draws({31, 0, 0});
constexpr ResidentId someone{0};

AutonomyParameters base_rule() {
    AutonomyParameters p;
    p.weights.values = {0.20, 0.20, 0.15, 0.10, 0.10, 0.10, 0.10, 0.05};
    p.other_weights[OtherWeights::work_light]
        .values = {0.15, 0.10, 0.20, 0.15, 0.15, 0.10, 0.10, 0.05};
    p.other_weights[OtherWeights::equal].fill(0.125);
    p.relapse_hazard = 0.0;
    p.exclusion_hazard = 0.0;
    return p;
}

/// One resident whose months a test scripts.
class Life {
  public:
    explicit Life(AutonomyParameters p = base_rule()) : p_(p) { work(); }

    Residents& residents() { return residents_; }

    Life& work() {
        residents_.work.state[someone] = WorkState::open_ended;
        residents_.work.tenure_months[someone] = 20;
        residents_.standing.net_income_cents[someone] = 90000;
        return *this;
    }
    Life& lose_job() {
        residents_.work.state[someone] = WorkState::seeking;
        residents_.work.tenure_months[someone] = 0;
        residents_.standing.net_income_cents[someone] = 0;
        return *this;
    }
    /// Lives `months` months and returns those in which `kind` happened.
    std::vector<int> months_of(EventKind kind, int months) {
        std::vector<int> seen;
        for (int i = 0; i < months; ++i, ++month_) {
            Events events;
            measure_autonomy(residents_.standing,
                             residents_.people,
                             residents_.capital,
                             residents_.work,
                             residents_.housing,
                             p_,
                             JusticeParameters{},
                             draws);
            judge_standing(residents_.standing,
                           residents_.care,
                           events,
                           residents_.people,
                           residents_.capital,
                           residents_.work,
                           residents_.housing,
                           p_,
                           JusticeParameters{},
                           draws,
                           Month{month_});
            for (const Event& event : events.all()) {
                if (event.kind == kind) seen.push_back(month_);
            }
        }
        return seen;
    }
    void live(int months) { months_of(EventKind::count, months); }

  private:
    Residents residents_ = sample_residents(1);
    AutonomyParameters p_;
    int month_ = 0;
};

using OnMonths = std::vector<int>;

}  // namespace

TEST_CASE("An exit is dated at the sixth qualifying month and closes the file") {
    Life life;
    life.residents().care.state[someone] = CareState::follow_up;
    life.residents().care.follow_up_left[someone] = 3;
    CHECK(life.months_of(EventKind::exited, 20) == OnMonths{5});
    CHECK(life.residents().standing.exit_month[someone] == Month{5});
    CHECK(life.residents().care.state[someone] == CareState::exited);
    CHECK(life.residents().care.follow_up_left[someone] == 0);
}

TEST_CASE("A month that fails starts the count again") {
    Life life;
    life.live(5);
    life.lose_job().live(1);
    CHECK(life.work().months_of(EventKind::exited, 6) == OnMonths{11});
}

TEST_CASE("Assistance received, or due though not claimed, is no exit") {
    for (const bool received : {true, false}) {
        Life life;
        auto& standing = life.residents().standing;
        (received ? standing.benefit_cents : standing.due_cents)[someone] = 100;
        CHECK(life.months_of(EventKind::exited, 12).empty());
        CHECK(standing.reference_exit[someone] == ReferenceExit::out);
    }
}

TEST_CASE("The reference law decides reference exits alone") {
    Life life;
    life.residents().standing.reference_due_cents[someone] = 100;
    CHECK(life.months_of(EventKind::exited, 12) == OnMonths{5});
    CHECK(life.residents().standing.reference_exit[someone] == ReferenceExit::none);
    life.residents().standing.reference_due_cents[someone] = 0;
    CHECK(life.months_of(EventKind::reference_exited, 12) == OnMonths{17});
}

TEST_CASE("Other weights count their own exits and close no file") {
    // Strong in work and money, weak in relations and skills: above .65 by the base weights alone.
    Life life;
    Residents& r = life.residents();
    r.care.state[someone] = CareState::follow_up;
    r.care.follow_up_left[someone] = 99;
    r.capital.relational[someone] = r.capital.professional[someone] = 0.36f;
    r.capital.health[someone] = 0.6f;
    SECTION("by the base weights there is an exit") {
        CHECK(life.months_of(EventKind::exited, 12) == OnMonths{5});
        const auto& other = r.standing.other[someone];
        CHECK(r.standing.autonomy[someone] > 0.65f);
        CHECK(other[OtherWeights::equal].level < 0.65f);
        CHECK(other[OtherWeights::equal].exit == ReferenceExit::none);
    }
    SECTION("by the equal weights there is none") {
        CHECK(life.months_of(EventKind::exited_equal, 12).empty());
    }
    SECTION("an exit by other weights alone leaves the file open, and ends with assistance") {
        AutonomyParameters strict = base_rule();
        strict.weights.fill(0.0);
        strict.weights[Domain::relations] = 1.0;
        Life other_life(strict);
        Residents& o = other_life.residents();
        o.care.state[someone] = CareState::follow_up;
        o.care.follow_up_left[someone] = 99;
        o.capital.relational[someone] = 0.6f;
        o.capital.professional[someone] = 0.9f;
        CHECK(other_life.months_of(EventKind::exited_work_light, 6) == OnMonths{5});
        CHECK(o.care.state[someone] == CareState::follow_up);
        CHECK(o.standing.other[someone][OtherWeights::work_light].exit ==
              ReferenceExit::with_open_file);
        CHECK(other_life.months_of(EventKind::exited_work_light, 12).empty());
        o.standing.benefit_cents[someone] = 100;
        other_life.live(1);
        o.standing.benefit_cents[someone] = 0;
        CHECK(other_life.months_of(EventKind::exited_work_light, 12) == OnMonths{24});
    }
}

TEST_CASE("No exit while a core domain is below its floor, whatever the index") {
    Life life;
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
        Life life;
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
    Life life;
    life.residents().care.state[someone] = CareState::tapering;
    life.residents().care.taper_left[someone] = 3;
    CHECK(life.months_of(EventKind::exited, 9).empty());
    life.residents().care.taper_left[someone] = 0;
    CHECK(life.months_of(EventKind::exited, 3) == OnMonths{9});
}

TEST_CASE("An exit from a cooperative is counted apart as well") {
    Life life;
    life.residents().work.state[someone] = WorkState::coop_b;
    CHECK(life.months_of(EventKind::exited_social_economy, 12) == OnMonths{5});
}

TEST_CASE("An exit is stable after twelve months without assistance, prison or the street") {
    Life quiet;
    CHECK(quiet.months_of(EventKind::stable_exit, 40) == OnMonths{17});

    Life assisted;
    assisted.live(10);
    assisted.residents().standing.benefit_cents[someone] = 100;
    assisted.live(1);
    assisted.residents().standing.benefit_cents[someone] = 0;
    assisted.lose_job();
    CHECK(assisted.months_of(EventKind::stable_exit, 40).empty());

    Life jobless;  // no assistance under this law: stable, though no longer autonomous
    jobless.live(10);
    CHECK(jobless.lose_job().months_of(EventKind::stable_exit, 20) == OnMonths{17});
}

TEST_CASE("A relapse is counted once, brings back to known, and a new exit may follow") {
    Life life;
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
    Life life;
    CHECK(life.months_of(EventKind::exited, 10) == OnMonths{5});
    life.residents().care.state[someone] = CareState::referred;
    CHECK(life.months_of(EventKind::exited, 6).empty());
    CHECK(life.months_of(EventKind::exited, 2) == OnMonths{16});
}

TEST_CASE("Who is autonomous under the reference law exits once, while the scenario's pays on") {
    Life life;
    life.residents().care.state[someone] = CareState::follow_up;
    life.residents().standing.due_cents[someone] = 100;
    CHECK(life.months_of(EventKind::reference_exited, 20) == OnMonths{5});
}

TEST_CASE("People the services never knew may exit and stay unknown to them") {
    Life life;
    life.residents().care.state[someone] = CareState::unknown;
    CHECK(life.months_of(EventKind::exited, 8) == OnMonths{5});
    CHECK(life.residents().care.state[someone] == CareState::unknown);
}

TEST_CASE("Fallen autonomy brings some of those who left back to the services") {
    AutonomyParameters p = base_rule();
    p.relapse_hazard = 1e6;
    Life life(p);
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
        Life life(p);
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
    Life life(p);
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
