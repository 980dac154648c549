#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/small_study.h"

namespace cantiere {

TEST_CASE("Exits by the reference law are the exits where the scenario's law is the reference") {
    for (const bool programme : {false, true}) {
        RunInputs inputs =
            programme ? small_programme({300.0, 24, 60}) : small_study({300.0, 24, 60});
        inputs.reference_law = inputs.usual.benefit;
        double exits = 0.0;
        double relapses = 0.0;
        for (const std::uint32_t replicate : {1u, 2u, 3u}) {
            const RunOutcome outcome = run(inputs, {7, 0, replicate}).outcome;
            CHECK(outcome[Variable::reference_law_exits] == outcome[Variable::exits]);
            exits += outcome[Variable::exits];
            relapses += outcome[Variable::relapses];
        }
        CHECK(exits > 30.0);
        CHECK(relapses > 3.0);
    }
}

TEST_CASE("A month has a mean wait wherever somebody is in a queue") {
    const RunOutcome outcome = run(small_programme({300.0, 24, 36}), {7}).outcome;
    int queued = 0;
    for (int m = 0; m < 36; ++m) {
        double in_line = 0.0;
        for (const Instrument instrument : members<Instrument>()) {
            in_line += outcome.at(Variable::queue_length, m, instrument);
        }
        if (in_line == 0.0) continue;
        ++queued;
        CHECK(outcome.at(Variable::wait_months, m) >= 0.0);
    }
    CHECK(queued > 10);
}

}  // namespace cantiere
