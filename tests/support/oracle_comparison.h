#pragma once

#include <string>
#include <vector>

#include "model/simulate.h"
#include "model/state/events.h"
#include "tests/support/oracle_world.h"

namespace cantiere::oracle {

/// Lists how a month of the fast model differs from the same month of the naive one, at most ten
/// lines: every attribute of every resident and employer, services, ties, the pool, events by kind
/// and person, and the month's books to the cent. `month` is the one lived by both.
std::vector<std::string> differences(const World& world,
                                     const State& state,
                                     const Events& events,
                                     const Ledger& ledger,
                                     Month month);

}  // namespace cantiere::oracle
