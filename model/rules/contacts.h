#pragma once

#include "model/core/lanes.h"
#include "model/core/units.h"

namespace cantiere {

/// Who knows whom, and what passes between them (model.md 5.8, 5.15; Calvo-Armengol and Jackson,
/// AER 2004).
struct ContactParameters {
    double mean_degree = 4.0;  // ties of a resident who arrives
    double homophily = 0.7;    // of them with people of the same group of need
    double decay_hazard_per_month = 0.01;
    double host_ties = 1.0;   // new ties to a host's employees when an internship starts
    double group_ties = 0.5;  // new ties to others in a course when it starts
    double outside_employed_share = 0.9;  // of a host's employees, at any time
    double information_share = 0.1;       // a: employed who hear of a vacancy in a month
    double outside_pass_share = 0.25;     // of what outsiders hear, told to this contact
    double finding_bonus = 0.3;           // b_net, module employers off
};

/// 1 + b_net x share of contacts who are employed: multiplies job finding without vacancies.
inline double contacts_factor(const ContactParameters& p, double employed, double contacts) {
    return contacts > 0.0 ? 1.0 + p.finding_bonus * (employed / contacts) : 1.0;
}

/// Ties that a newcomer makes, in the mean: fewer where many arrive at once, who make ties to one
/// another, so that all have `mean_degree`; `new_share` are the newcomers of those present.
inline double ties_on_arrival(const ContactParameters& p, double new_share) {
    return p.mean_degree * (1.0 - new_share / 2.0);
}

/// Vacancies that `outside` contacts among hosts' employees tell one resident of, in the mean.
inline double tips_from_outside(const ContactParameters& p, double outside) {
    return outside * p.outside_employed_share * p.information_share * p.outside_pass_share;
}

}  // namespace cantiere
