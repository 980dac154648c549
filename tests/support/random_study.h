#pragma once

#include <rapidcheck.h>

#include "tests/support/small_study.h"

namespace cantiere {

/// Draws a number from `low` to `high` in 1,000 steps.
inline double random_number(double low, double high) {
    return low + (high - low) * *rc::gen::inRange(0, 1001) / 1000.0;
}

/// Draws the luck of a run.
inline RunKey random_luck() {
    return {*rc::gen::arbitrary<std::uint16_t>(), *rc::gen::inRange(0u, 50u), 0};
}

/// Draws a placement policy that is built.
PlacementPolicy random_policy();

/// Draws services as usual of a small town: hazards, shares, slots, prices and law at random.
Parameters random_parameters(double residents);

/// Draws a programme beside services as usual: levers of every kind at random, for a target and a
/// calendar at random.
RunInputs random_programme(const SmallStudy& size);

}  // namespace cantiere
