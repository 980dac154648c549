#pragma once

#include "tests/support/oracle_world.h"

namespace cantiere::oracle {

/// Makes the naive world of month -burn_in. `inputs` and `draws` outlive it.
World make_world(const RunInputs& inputs, const Draws& draws);

/// Lives one month: everything but the recording. Afterwards `world.month` is the next one and
/// `world.happenings` and `world.books` are those of the month lived.
void live_month(World& world);

}  // namespace cantiere::oracle
