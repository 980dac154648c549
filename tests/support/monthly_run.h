#pragma once
/// Runs of a study month by month, from any state, for tests that look inside.

#include <utility>

#include "model/invariants.h"
#include "model/recorder.h"
#include "model/step.h"
#include "tests/support/small_study.h"

namespace cantiere {

/// Simulates from `start`, the state of month -burn_in, to the horizon, checks the invariants and
/// calls `visit(state, events, ledger, month)` after each month.
template <class Visit>
void each_month(State start, const RunInputs& inputs, const Draws& draws, Visit&& visit) {
    Ledger ledger(inputs.months, start.residents.size());
    Events events;
    for (int m = -inputs.burn_in_months; m < inputs.months; ++m) {
        const Month month{m};
        step(start, events, ledger, inputs, draws, month);
        check_invariants(start, ledger, in_force(inputs, month), month);
        visit(std::as_const(start), std::as_const(events), std::as_const(ledger), month);
    }
}

/// Simulates burn-in and window from `start`, the state of month -burn_in.
inline RunResult run_from(State start, const RunInputs& inputs, const Draws& draws) {
    Ledger ledger(0, start.residents.size());
    Events events;
    for (int m = -inputs.burn_in_months; m < 0; ++m) {
        step(start, events, ledger, inputs, draws, Month{m});
    }
    return run_window(std::move(start), inputs, draws);
}

}  // namespace cantiere
