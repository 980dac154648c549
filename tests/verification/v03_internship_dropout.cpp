#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/labour_world.h"

namespace cantiere {

TEST_CASE("V3 internship dropout: e^{-.297} of internships of six months are completed") {
    constexpr std::size_t interns = 40000;
    const double completed_share = std::exp(-0.297);
    REQUIRE(completed_share == Approx(0.74304).epsilon(1e-5));
    for (const std::uint64_t seed : {3u, 4u, 5u}) {
        LabourWorld world(interns, interns);
        world.draws = Draws(RunKey{seed, 0, 0});
        world.parameters.internship.ordinary_dropout_hazard = 0.0495;
        for (const ResidentId who : rows<ResidentId>(interns)) {
            open_project(world.residents.care, who, {Instrument::internship}, Month{0});
            world.residents.care.state[who] = CareState::in_project;
            world.residents.care.step_left[who] = 6;
            world.residents.work.state[who] = WorkState::internship;
            world.residents.work.internship_left[who] = 6;
            world.residents.work.employer[who] = EmployerId::at(who.index());
        }
        int completed = 0;
        int dropped = 0;
        for (int month = 1; month <= 6; ++month) {
            world.begin(Month{month});
            world.progress();
            for (const Event& event : world.events.all()) {
                completed += event.kind == EventKind::instrument_completed ? 1 : 0;
                dropped += event.kind == EventKind::instrument_dropped ? 1 : 0;
            }
            if (month < 6) REQUIRE(completed == 0);
        }
        REQUIRE(completed + dropped == static_cast<int>(interns));
        const double n = static_cast<double>(interns);
        const double error = std::sqrt(completed_share * (1.0 - completed_share) / n);
        CHECK(std::abs(completed / n - completed_share) < 4.5 * error);
    }
}

}  // namespace cantiere
