#pragma once

#include "model/core/draws.h"
#include "model/rules/job_search.h"

namespace cantiere {

/// Phase 0: moves the cycle on by a month, log theta <- rho log theta + sd N(0, 1), and returns the
/// tightness theta of the month. Writes `log_cycle`; reads no state, so no policy can move it.
/// Source: model.md 4, 5.8. Arrivals and releases, exogenous too, are dated at synthesis.
double advance_cycle(double& log_cycle,
                     const JobSearchParameters& parameters,
                     const Draws& draws,
                     Month month);

}  // namespace cantiere
