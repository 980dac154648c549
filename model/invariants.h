#pragma once

#include "model/core/month.h"
#include "model/ledger.h"
#include "model/parameters.h"
#include "model/simulate.h"

namespace cantiere {

/// Checks what must hold at the end of every month (V24): people are conserved, seats and places
/// are not exceeded, states agree with each other, the books balance. Throws ContractViolation.
void check_invariants(const State& state,
                      const Ledger& ledger,
                      const Parameters& parameters,
                      Month month);

}  // namespace cantiere
