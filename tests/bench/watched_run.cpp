#include "tests/bench/watched_run.h"

#include <fmt/format.h>

#include "model/invariants.h"
#include "model/month/demography.h"
#include "model/recorder.h"
#include "model/simulate.h"
#include "model/synthesis.h"
#include "model/turnover.h"
#include "scenarios/run_inputs.h"
#include "scenarios/study_reader.h"

namespace cantiere {
namespace {

double count_present(const People& people) { return static_cast<double>(present(people).count()); }

/// Lives one run; returns its resident-months.
double live(PhaseWatch& watch, const Study& study, std::size_t scenario, std::uint32_t replicate) {
    watch.start();
    const RunInputs inputs = run_inputs(study, scenario, 0);
    watch.lap("inputs (set-up)");
    const Draws draws(RunKey{1, 0, replicate});
    State state = synthesise(inputs, draws);
    const Month first{-inputs.burn_in_months};
    hold_back_arrivals(state, first);
    state.residents.tally = empty_tally(state.registered->size());
    watch.lap("synthesise (set-up)");
    Ledger ledger(inputs.months, state.residents.size());
    Recorder recorder(inputs, state);
    watch.lap("recorder and ledger (set-up)");
    Events events;
    double resident_months = 0.0;
    for (int m = first.index(); m < inputs.months; ++m) {
        watch.start();
        if (m > first.index() && turns_over(Month{m})) {
            turn_over(state, Month{m});
            recorder.follow(state);
        }
        watch.lap("turn_over");
        timed_step(watch, state, events, ledger, inputs, draws, Month{m});
        check_invariants(state, ledger, in_force(inputs, Month{m}), Month{m});
        watch.lap("check_invariants");
        resident_months += count_present(state.residents.people);
        if (m < 0) continue;
        watch.start();
        recorder.record(state.residents.tally,
                        state,
                        events,
                        ledger,
                        in_force(inputs, Month{m}),
                        Month{m});
        watch.lap("record");
    }
    watch.start();
    recorder.finish(state, ledger);
    watch.lap("finish");
    return resident_months;
}

}  // namespace

std::optional<Study> study_at_its_values(const char* path) {
    StudyOptions options;
    options.overrides.draws = 1;
    StudyReading reading = read_study(path, options);
    if (!reading.study) fmt::print(stderr, "{}", text(reading.problems));
    return std::move(reading.study);
}

double live_watched(PhaseWatch& watch,
                    const Study& study,
                    std::size_t scenario,
                    std::uint32_t replicates) {
    double resident_months = 0.0;
    for (std::uint32_t r = 0; r < replicates; ++r)
        resident_months += live(watch, study, scenario, r);
    return resident_months;
}

}  // namespace cantiere
