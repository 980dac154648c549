#pragma once

#include "model/core/lanes.h"
#include "model/core/units.h"

namespace cantiere {

/// Identification of people the services do not know (model.md 5.2).
struct OutreachParameters {
    double hazard_per_month = 0.02;    // h_out: .02 fragmented, .05 active outreach and desks
    double coverage = 1.0;             // cov_m
    double language_barrier = 1.0;     // b_L
    double travel_barrier = 0.3;       // b_tau per hour to the desk
    double desk_from_residents = 0.0;  // a municipality of this size has a desk; 0: all have
    double desk_quality = 0.0;         // q_desk: share of the language barrier it removes
    double reengagement_hazard_per_month = 0.02;  // h_re, times hazard / usual hazard
    double usual_hazard_per_month = 0.02;         // the level that reengagement is scaled by
};

/// h_id = h_out cov exp(-b_L (1-q_desk)(1-L) - b_tau tau/60) T^.5
inline Hazard identification_hazard(const OutreachParameters& p,
                                    double language,
                                    double trust,
                                    double desk_minutes) {
    const double barrier = p.language_barrier * (1.0 - p.desk_quality) * (1.0 - language) +
                           p.travel_barrier * desk_minutes / 60.0;
    return Hazard{p.hazard_per_month * p.coverage * exp(-barrier) * square_root(trust)};
}

/// The greatest that h_id is for anybody: no trust is above 1, no way below nothing.
inline Hazard greatest_identification_hazard(const OutreachParameters& p) {
    return identification_hazard(p, p.desk_quality <= 1.0 ? 1.0 : 0.0, 1.0, 0.0);
}

/// h_re x outreach / usual outreach: an excluded person comes back by outreach alone.
inline Hazard reengagement_hazard(const OutreachParameters& p) {
    return Hazard{p.reengagement_hazard_per_month * p.hazard_per_month / p.usual_hazard_per_month};
}

}  // namespace cantiere
