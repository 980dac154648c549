#pragma once

#include "model/core/lanes.h"
#include "model/core/units.h"

namespace cantiere {

/// Separation (model.md 5.10).
struct JobKeepingParameters {
    double hazard_months_1_3 = 0.1625;
    double hazard_months_4_12 = 0.0619;
    double hazard_months_13_on = 0.0151;
    double professional_slope = -0.9;
    double relational_slope = -0.9;
    double frailty_slope = -0.5;
    double disability_slope = 0.4;
    double unhoused_term = 0.3;
    double travel_term = 0.3;   // way to work above the acceptable time
    double tutor_ratio = 0.75;  // HR_tutor
    double coop_b_ratio = 0.5;
    double coop_b_transition_hazard = 0.006;  // to the open market
    double open_ended_after_months = 12.0;
    double reset_months = 3.0;  // a job spell that sets jobless duration back to 0
};

/// What the separation hazard depends on besides tenure.
struct KeepingConditions {
    double professional = 0.4;
    double relational = 0.42;
    double frailty = 0.0;
    double effective_disability = 0.0;
    bool unhoused = false;
    bool long_way = false;
    bool tutored = false;
    bool in_coop_b = false;
};

/// h_tenure by months already worked in the job (0-based): months 1-3, 4-12, 13 on.
inline double tenure_hazard(const JobKeepingParameters& p, int tenure_months) {
    if (tenure_months < 3) return p.hazard_months_1_3;
    return tenure_months < 12 ? p.hazard_months_4_12 : p.hazard_months_13_on;
}

/// h_sep = h_tenure exp(-.9(P-.4)-.9(R-.42)-.5z+.4d+.3[unhoused]+.3[far]) x ratios
inline Hazard separation_hazard(const JobKeepingParameters& p,
                                int tenure_months,
                                const KeepingConditions& c) {
    const double eta = p.professional_slope * (c.professional - 0.4) +
                       p.relational_slope * (c.relational - 0.42) + p.frailty_slope * c.frailty +
                       p.disability_slope * c.effective_disability +
                       (c.unhoused ? p.unhoused_term : 0.0) + (c.long_way ? p.travel_term : 0.0);
    const double ratio = (c.tutored ? p.tutor_ratio : 1.0) * (c.in_coop_b ? p.coop_b_ratio : 1.0);
    return Hazard{tenure_hazard(p, tenure_months) * exp(eta) * ratio};
}

}  // namespace cantiere
