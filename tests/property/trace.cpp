#include "model/trace.h"

#include "outputs/trace_csv.h"
#include "tests/support/catch.h"
#include "tests/support/same_outcome.h"
#include "tests/support/small_study.h"

namespace cantiere {

TEST_CASE("The trace of a life agrees with what is kept of it, and changes nothing") {
    const RunInputs inputs = small_programme({300.0, 12, 48});
    const Draws draws(RunKey{5});
    const State usual = burn_in(inputs, draws);
    const RunResult plain = run_window(usual, inputs, draws, Observation{true, {}});
    const auto busiest = std::ranges::max_element(plain.lives, {}, &Life::hires);
    const RunResult traced = run_window(usual, inputs, draws, Observation{false, {busiest->key}});
    CHECK(variables_that_differ(plain.outcome, traced.outcome) == "");
    REQUIRE(traced.trace.size() == 48);
    int hires = 0, seeking = 0;
    for (const TraceMonth& month : traced.trace) {
        CHECK(month.key == busiest->key);
        const bool present = month.presence == Presence::present;
        if (present && month.work == WorkState::seeking) ++seeking;
        for (const Event& event : month.events) hires += event.kind == EventKind::hired ? 1 : 0;
    }
    CHECK(hires == busiest->hires);
    CHECK(seeking == busiest->months_in_work_state[static_cast<std::size_t>(WorkState::seeking)]);
}

TEST_CASE("A trace has as many cells a line as columns, and names what happened") {
    TraceMonth month;
    month.key = EntityKey{18446744073709551615U};
    month.month = Month{7};
    month.work = WorkState::internship;
    month.step = Instrument::internship;
    month.events = {{EventKind::instrument_started, {}, Instrument::internship},
                    {EventKind::referral_completed}};
    const std::string line = trace_lines("pisola", 0, 2, std::vector{month});
    CHECK(line.starts_with("pisola,0,2,18446744073709551615,7,present,unknown,internship,"));
    CHECK(line.ends_with(",instrument_started:internship referral_completed\n"));
    const auto commas = std::ranges::count(line, ',');
    CHECK(commas == std::ranges::count(trace_header(), ','));
    CHECK(static_cast<std::size_t>(commas + 1) == trace_columns().size());
}

TEST_CASE("Nobody is traced for an id that nobody has") {
    const RunInputs inputs = small_study({100.0, 1, 2});
    const Draws draws(RunKey{5});
    CHECK(run_window(burn_in(inputs, draws), inputs, draws, Observation{false, {EntityKey{5}}})
              .trace.empty());
}

}  // namespace cantiere
