#include "model/simulate.h"

#include <optional>
#include <utility>

#include "model/invariants.h"
#include "model/lives.h"
#include "model/month/demography.h"
#include "model/recorder.h"
#include "model/step.h"
#include "model/turnover.h"

namespace cantiere {
namespace {

std::int64_t people_present(const People& people) {
    return static_cast<std::int64_t>(present(people).count());
}

}  // namespace

Tally empty_tally(std::size_t persons) {
    Tally tally;
    tally.autonomy_years.resize(persons);
    tally.public_cost_eur.resize(persons);
    tally.months_present.resize(persons, 0);
    tally.starts.resize(persons, 0);
    tally.hires.resize(persons, 0);
    tally.served.resize(persons, 0);
    tally.first_referred_month.resize(persons, no_month);
    tally.first_start_month.resize(persons, no_month);
    tally.stable_exits.resize(persons, 0);
    return tally;
}

BurnIn counted_burn_in(const RunInputs& inputs, const Draws& draws) {
    BurnIn done{synthesise(inputs, draws), 0};
    State& state = done.state;
    hold_back_arrivals(state, Month{-inputs.burn_in_months});
    Ledger ledger(0, state.residents.size());
    Events events;
    for (int m = -inputs.burn_in_months; m < 0; ++m) {
        if (m > -inputs.burn_in_months && turns_over(Month{m})) turn_over(state, Month{m});
        step(state, events, ledger, inputs, draws, Month{m});
        check_invariants(state, ledger, inputs.usual, Month{m});
        done.resident_months += people_present(state.residents.people);
    }
    turn_over(state, Month{0});
    return done;
}

State burn_in(const RunInputs& inputs, const Draws& draws) {
    return counted_burn_in(inputs, draws).state;
}

RunResult run_window(State state,
                     const RunInputs& inputs,
                     const Draws& draws,
                     const Observation& observation) {
    state.residents.tally = empty_tally(state.registered->size());
    const bool watches_people = observation.lives || !observation.traced.empty();
    if (watches_people) admit_all(state);
    const PersonBooks books = observation.lives ? PersonBooks::by_payer : PersonBooks::public_cost;
    Ledger ledger(inputs.months, state.residents.size(), books);
    Recorder recorder(inputs, state);
    std::optional<LifeRecorder> lives;
    if (observation.lives) lives.emplace(inputs, state, draws, discount_factors_of(inputs));
    TraceRecorder trace(observation.traced, state.residents.people);
    Events events;
    std::int64_t resident_months = 0;
    for (int m = 0; m < inputs.months; ++m) {
        const Month month{m};
        if (m > 0 && turns_over(month) && !watches_people) {
            turn_over(state, month);
            recorder.follow(state);
        }
        step(state, events, ledger, inputs, draws, month);
        check_invariants(state, ledger, in_force(inputs, month), month);
        recorder
            .record(state.residents.tally, state, events, ledger, in_force(inputs, month), month);
        if (lives) lives->record(state, events, ledger, month);
        trace.record(state, events, ledger, in_force(inputs, month), draws, month);
        resident_months += people_present(state.residents.people);
    }
    state.contacts = {};  // of a country, room for what is remembered of each person
    RunResult result = recorder.finish(state, ledger);
    if (lives) {
        result.lives = lives->finish(state.residents);
        result.labour = lives->labour();
    }
    result.trace = std::move(trace).months();
    result.resident_months = resident_months;
    return result;
}

}  // namespace cantiere
