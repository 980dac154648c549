/// Says where the time of a run goes: set-up, each phase of the month, the checks and the recorder,
/// in nanoseconds a resident-month, and how many bytes a resident takes in memory.
///
/// usage: measure_phases STUDY [REPLICATES] [SCENARIO, from 0]
///
/// Every parameter is at its value. Burn-in and window count, the recorder in the window alone.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <utility>
#include <vector>

#include "model/invariants.h"
#include "model/month/demography.h"
#include "model/recorder.h"
#include "model/simulate.h"
#include "model/synthesis.h"
#include "scenarios/run_inputs.h"
#include "scenarios/study_reader.h"
#include "tests/bench/phase_watch.h"

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
    state.residents.tally = empty_tally(state.residents.size());
    watch.lap("synthesise (set-up)");
    Ledger ledger(inputs.months, state.residents.size());
    Recorder recorder(inputs, state, draws);
    watch.lap("recorder and ledger (set-up)");
    Events events;
    double resident_months = 0.0;
    for (int m = -inputs.burn_in_months; m < inputs.months; ++m) {
        watch.start();
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

void print_table(const PhaseWatch& watch, double resident_months) {
    std::vector<std::pair<double, std::string_view>> by_time;
    double all = 0.0;
    for (const auto& [phase, nanoseconds] : watch.nanoseconds()) {
        by_time.emplace_back(nanoseconds, phase);
        all += nanoseconds;
    }
    std::ranges::sort(by_time, std::greater<>());
    fmt::print("{:.0f} resident-months, {:.1f} ns each: {:.2f} million a second\n",
               resident_months,
               all / resident_months,
               1e3 * resident_months / all);
    for (const auto& [nanoseconds, phase] : by_time) {
        fmt::print("{:>8.2f} ns {:>5.1f} %  {}\n",
                   nanoseconds / resident_months,
                   100.0 * nanoseconds / all,
                   phase);
    }
}

int measure_phases(const char* study_path, std::uint32_t replicates, std::size_t scenario) {
    StudyOptions options;
    options.overrides.draws = 1;  // every parameter at its value
    const StudyReading reading = read_study(study_path, options);
    if (!reading.study) {
        fmt::print(stderr, "{}", text(reading.problems));
        return 3;
    }
    PhaseWatch watch;
    double resident_months = 0.0;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        resident_months += live(watch, *reading.study, scenario, r);
    }
    print_table(watch, resident_months);
    return 0;
}

}  // namespace
}  // namespace cantiere

int main(int count, char** words) {
    if (count < 2) {
        fmt::print(stderr, "usage: measure_phases STUDY [REPLICATES] [SCENARIO, from 0]\n");
        return 2;
    }
    const int replicates = count > 2 ? std::atoi(words[2]) : 1;
    const int scenario = count > 3 ? std::atoi(words[3]) : 0;
    return cantiere::measure_phases(words[1],
                                    static_cast<std::uint32_t>(replicates),
                                    static_cast<std::size_t>(scenario));
}
