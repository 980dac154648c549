#include "model/month/exogenous.h"

namespace cantiere {

double advance_cycle(double& log_cycle,
                     const JobSearchParameters& parameters,
                     const Draws& draws,
                     Month month) {
    constexpr EntityKey territory = name_key("territory");
    const double innovation = draws.normal(territory, month, Decision::cycle);
    log_cycle = parameters.cycle_persistence * log_cycle + parameters.cycle_sd * innovation;
    return parameters.tightness * exp(log_cycle);
}

}  // namespace cantiere
