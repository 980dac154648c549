#pragma once

#include "model/core/draws.h"
#include "model/inputs.h"
#include "model/ledger.h"
#include "model/simulate.h"
#include "model/state/events.h"

namespace cantiere {

/// Simulates one month: the phases of model.md section 4 in order, phase 19 (recording) excepted.
/// Writes the state, this month's events and, in the window, the ledger.
void step(State& state,
          Events& events,
          Ledger& ledger,
          const RunInputs& inputs,
          const Draws& draws,
          Month month);

}  // namespace cantiere
