#pragma once

#include "model/core/lane_functions.h"

namespace cantiere {

/// Growth and decay of capitals, shocks (model.md 5.1, 5.17.17).
struct CapitalParameters {
    double job_professional_growth = 0.010;  // g_P in a job, share of the gap a month
    double job_relational_growth = 0.008;
    double internship_professional_growth = 0.045;
    double internship_relational_growth = 0.050;
    double internship_growth = 1.0;     // 1; 0 = interns' capitals move as when idle (placebo, V25)
    double professional_decay = 0.010;  // delta_P while idle
    double relational_decay = 0.006;
    double professional_floor = 0.15;
    double relational_floor = 0.20;
    double health_reversion = 0.05;  // AR(1) towards the personal mean
    double health_work_gain = 0.004;
    double health_shock_sd = 0.01;
    double shock_hazard_per_month = 0.01;  // all four shocks together
    double eviction_share = 0.25;          // of shocks
    double illness_share = 0.25;
    double debt_share = 0.25;  // the rest is bereavement
    double illness_health_loss = 0.15;
    double debt_eur = 1000.0;  // owed besides: no lender grants a loan on top
    double debt_relational_loss = 0.05;
    double bereavement_relational_loss = 0.10;
    double bereavement_health_loss = 0.05;
};

/// Moves `level` towards 1 by the share `growth` of the gap: P + g (1 - P).
template <class Real>
Real grown(Real level, Real growth) {
    return level + growth * (Real(1.0f) - level);
}

/// Moves `level` towards `floor` by the share `decay`: P - delta (P - P_min); below the floor
/// nothing decays.
template <class Real>
Real decayed(Real level, Real decay, Real floor) {
    return level - decay * max(level - floor, Real(0.0f));
}

}  // namespace cantiere
