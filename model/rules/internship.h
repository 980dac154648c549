#pragma once

#include "model/core/columns.h"
#include "model/core/lanes.h"
#include "model/core/units.h"
#include "model/names.h"

namespace cantiere {

/// Internships: length, drop-out, conversion into a job with the host (model.md 5.9, 6.2).
struct InternshipParameters {
    double months = 6.0;        // lever within the law's maximum
    double total_starts = 0.0;  // lever: starts in all that the programme pays; 0 = no such limit
    double ordinary_dropout_hazard = 0.046;     // no flag or long-term unemployed
    EnumArray<Group, double> dropout_hazard{};  // the highest of the groups carried holds
    double dropout_frailty_slope = 0.5;
    double dropout_trust_slope = 0.8;
    double dropout_modifier_mean = 1.0;  // mean of the modifier over interns: keeps the level
    double conversion_intercept = -1.55;
    double conversion_professional = 1.6;
    double conversion_relational = 1.2;
    double conversion_disability = -0.8;  // per unit of unmitigated limitation
    EnumArray<Group, double>
        conversion_group{};  // ex -.2, migrant +.25, addiction and mental health -.7
    double conversion_frailty = 0.6;
    double conversion_territory = 0.0;   // territory: Bari -.42
    double indemnity_eur_month = 500.0;  // territory
    double insurance_eur_month = 18.0;
    double tutor_eur_month = 162.0;
    double promotion_eur_once = 400.0;
    double host_tutor_in_kind_eur_month = 151.0;
    double output_eur_month = 400.0;  // value of an intern's work
    double host_hire_months = 3.0;    // the month after completion and the two following
};

/// exp(-.5 z - .8 (T - .5))
inline double dropout_modifier(const InternshipParameters& p, double frailty, double trust) {
    return exp(-p.dropout_frailty_slope * frailty - p.dropout_trust_slope * (trust - 0.5));
}

/// h_d exp(-.5 z - .8 (T - .5)) / mean: h_d is what a group's interns have on average.
inline Hazard dropout_hazard(const InternshipParameters& p,
                             double group_hazard,
                             double frailty,
                             double trust) {
    return Hazard{group_hazard * dropout_modifier(p, frailty, trust) / p.dropout_modifier_mean};
}

/// Hazard of the group with the highest one among those carried.
inline double group_dropout_hazard(const InternshipParameters& p, std::uint16_t mask) {
    double highest = p.ordinary_dropout_hazard;
    bool any = false;
    for (unsigned g = 0; g < static_cast<unsigned>(Group::count); ++g) {
        if ((mask & (1u << g)) == 0) continue;
        const double h = p.dropout_hazard[static_cast<Group>(g)];
        highest = any ? std::max(highest, h) : h;
        any = true;
    }
    return highest;
}

/// Probability that the host hires within three months of completion; group terms shrink by
/// `prejudice_left`.
inline Probability conversion_probability(const InternshipParameters& p,
                                          double professional,
                                          double relational,
                                          double effective_disability,
                                          double group_terms,
                                          double prejudice_left,
                                          double frailty) {
    const double eta =
        p.conversion_intercept + p.conversion_territory +
        p.conversion_professional * (professional - 0.5) +
        p.conversion_relational * (relational - 0.5) +
        (p.conversion_disability * effective_disability + group_terms) * prejudice_left +
        p.conversion_frailty * frailty;
    return Probability{logistic(eta)};
}

}  // namespace cantiere
