#pragma once

#include <algorithm>
#include <cmath>

#include "model/core/units.h"

namespace cantiere {

/// One dated regime of means-tested assistance (model.md 5.14, 5.17.4, 6.2). Amounts per month at
/// price year.
struct BenefitParameters {
    double base_eur = 0.0;       // B for a scale of 1; 0 = no national minimum income
    double rent_eur = 0.0;       // rent component, renters only
    double maximum_eur = 1e9;    // cap on the sum
    double minimum_eur = 0.0;    // amounts below are not paid
    double disregard_eur = 0.0;  // D
    double ends_at_limit = 0.0;  // 1: SIA: lost whole above D
    double taper = 1.0;          // tau_b once earnings are in the means test
    double initial_taper = 1.0;  // in the first taper_months of a job
    double taper_months = 0.0;
    double take_up = 0.6;         // share of entitled households that claim
    double categorical = 0.0;     // 1: only with a minor, disability, 60+ or certified disadvantage
    double needs_minor = 0.0;     // 1: SIA: only with a minor
    double longest_months = 0.0;  // paid in one spell at most; 0 = no limit
    double pause_months = 0.0;    // without it before the next spell; 999 = there is no next one
    double counts_indemnity = 0.0;  // 1: an internship indemnity counts as earnings above D
    double activity_eur = 0.0;      // SFL: only while in an activity, for the non-categorical
    double activity_longest_months = 0.0;  // of that, in all; 0 = no limit
    double invalidity_eur = 0.0;           // partial invalidity cheque a month (x13/12)
    double invalidity_from = 0.74;         // lowest limitation that gives a right to the cheque
    double invalidity_limit_eur_year = 5771.35;  // lost whole above
    double local_eur = 120.0;  // municipal contribution, jobless with an open file and no national
                               // or regional benefit
    double minor_scale = 0.2;  // added to the scale by each of the first two minors
    double further_minor_scale = 0.2;  // ... and by each further one
    double further_adult_scale = 0.4;  // ... and by a partner
    double aged_from_years = 60.0;     // age that a selective regime protects
    double regional_eur = 0.0;         // regional minimum (FVG MIA, Puglia ReD), paid by the region

    friend bool operator==(const BenefitParameters&, const BenefitParameters&) = default;
};

/// What one household's benefit depends on.
struct BenefitCase {
    int minors = 0;
    int further_adults = 0;
    int age_months = 0;
    bool renter = false;
    bool categorical = false;  // minor, disability, certified disadvantage
    bool in_activity = false;  // an internship or a step of a project is under way
    double gross_earnings_eur = 0.0;
    double months_in_job = 0.0;
    double indemnity_eur = 0.0;
};

/// Equivalence scale of a household of one adult, `minors` and further adults.
inline double benefit_scale(const BenefitParameters& law, int minors, int further_adults = 0) {
    const int first = std::min(minors, 2);
    const double scale = 1.0 + law.minor_scale * first + law.further_minor_scale * (minors - first);
    return scale + law.further_adult_scale * further_adults;
}

/// Tells whether the household is of a kind that a selective regime protects, age included.
inline bool is_protected(const BenefitParameters& law, const BenefitCase& c) {
    return c.categorical || c.age_months >= 12.0 * law.aged_from_years;
}

/// b = max(0, B eq + rent [renter] - tau max(0, y - D)), with the regime's categories, cap and
/// minimum, or 0 above D where that is the limit of a fixed amount; EUR a month.
inline double benefit_due_eur(const BenefitParameters& law, const BenefitCase& c) {
    if (law.categorical > 0.5 && !is_protected(law, c)) return 0.0;
    if (law.needs_minor > 0.5 && c.minors == 0) return 0.0;
    const double full = std::min(law.base_eur * benefit_scale(law, c.minors, c.further_adults) +
                                     (c.renter ? law.rent_eur : 0.0),
                                 law.maximum_eur);
    const double counted =
        c.gross_earnings_eur + (law.counts_indemnity > 0.5 ? c.indemnity_eur : 0.0);
    if (law.ends_at_limit > 0.5 && counted > law.disregard_eur) return 0.0;
    const double taper = c.months_in_job < law.taper_months ? law.initial_taper : law.taper;
    const double due = full - taper * std::max(0.0, counted - law.disregard_eur);
    // Paid from one cent on, which the arithmetic of binary fractions may miss by a hair.
    return due >= std::max(law.minimum_eur, 0.005) ? due : 0.0;
}

/// PTR = 1 - (net_work - net_out)/w_gross, unclamped.
inline double participation_tax_rate(double net_in_work_eur,
                                     double net_out_of_work_eur,
                                     double gross_wage_eur) {
    return 1.0 - (net_in_work_eur - net_out_of_work_eur) / gross_wage_eur;
}

}  // namespace cantiere
