#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {
namespace {

/// Interns who all have one advantage and one trust, and the share of them that completes.
struct Kind {
    float frailty, trust;
    double completed_share;
};

/// Sends everyone into an internship of six months.
void start_internships(LabourWorld& world) {
    for (const ResidentId who : rows<ResidentId>(world.residents.size())) {
        open_project(world.residents.care, who, {Instrument::internship}, Month{0});
        world.residents.care.state[who] = CareState::in_project;
        world.residents.care.step_left[who] = 6;
        world.residents.work.state[who] = WorkState::internship;
        world.residents.work.internship_left[who] = 6;
        world.residents.work.employer[who] = EmployerId::at(who.index());
    }
}

/// Checks the share that completes after six months, against chance at 4.5 standard errors.
void check_completed(const Kind& kind, std::uint64_t seed) {
    constexpr std::size_t interns = 40000;
    INFO("frailty " << kind.frailty << ", trust " << kind.trust << ", seed " << seed);
    LabourWorld world(interns, interns);
    world.draws = Draws(RunKey{seed, 0, 0});
    world.parameters.internship.ordinary_dropout_hazard = 0.0495;
    world.parameters.internship.dropout_hazard.fill(0.0495);
    world.parameters.internship.dropout_modifier_mean = 1.0;  // the modifiers themselves
    world.parameters.internship.dropout_frailty_slope = 0.5;
    world.parameters.internship.dropout_trust_slope = 0.8;
    world.residents.people.frailty.assign(interns, kind.frailty);
    world.residents.capital.trust.assign(interns, kind.trust);
    start_internships(world);
    int completed = 0;
    int dropped = 0;
    for (int month = 1; month <= 6; ++month) {
        world.begin(Month{month});
        world.progress();
        completed += world.count(EventKind::instrument_completed);
        dropped += world.count(EventKind::instrument_dropped);
        if (month < 6) REQUIRE(completed == 0);
    }
    REQUIRE(completed + dropped == static_cast<int>(interns));
    const double n = static_cast<double>(interns);
    const double share = kind.completed_share;
    const double error = std::sqrt(share * (1.0 - share) / n);
    CHECK(std::abs(completed / n - share) < 4.5 * error);
}

}  // namespace

TEST_CASE("V3 internship dropout: e^{-.297} of internships of six months are completed") {
    REQUIRE(std::exp(-0.297) == Approx(0.74304).epsilon(1e-5));
    for (const std::uint64_t seed : {3u, 4u, 5u}) {
        check_completed({0.0f, 0.5f, std::exp(-0.297)}, seed);
    }
}

TEST_CASE(
    "V3 internship dropout: advantage and trust keep people in, as exp(-.5 z - .8 (T - .5))") {
    // exp(-6 x .0495 exp(-.5 z - .8 (T - .5))), worked out by hand.
    const Kind kind = GENERATE(Kind{1.0f, 0.5f, 0.835154},
                               Kind{-1.0f, 0.5f, 0.612828},
                               Kind{0.0f, 0.9f, 0.806004},
                               Kind{0.0f, 0.1f, 0.664310},
                               Kind{0.8f, 0.2f, 0.776401},
                               Kind{-0.6f, 0.8f, 0.729522});
    for (const std::uint64_t seed : {3u, 4u, 5u}) check_completed(kind, seed);
}

}  // namespace cantiere
