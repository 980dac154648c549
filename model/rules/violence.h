#pragma once

#include "model/core/units.h"

namespace cantiere {

/// Safety of survivors of violence and the hard constraint on placement (model.md 5.13).
struct ViolenceParameters {
    double improvement_hazard = 0.02;
    double improvement_hazard_employed = 0.03;  // added when employed
    double improvement_step = 0.15;
    double recurrence_hazard = 0.01;
    double recurrence_autonomous_ratio = 0.5;  // when economically autonomous
    double recurrence_step = 0.30;
    double interruption_hazard = 0.02;  // a placement interrupted for safety, survivors only
    double excluded_share = 0.15;       // municipalities where a survivor may not be placed
    double refuge_day_eur = 62.0;
    double refuge_marginal_share = 0.4;
};

/// Hazard of one step up in safety.
inline Hazard safety_improvement(const ViolenceParameters& p, bool employed) {
    return Hazard{p.improvement_hazard + (employed ? p.improvement_hazard_employed : 0.0)};
}

/// Hazard of return or new violence.
inline Hazard violence_recurrence(const ViolenceParameters& p, bool autonomous) {
    return Hazard{p.recurrence_hazard * (autonomous ? p.recurrence_autonomous_ratio : 1.0)};
}

}  // namespace cantiere
