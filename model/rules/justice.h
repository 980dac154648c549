#pragma once

#include "model/core/lanes.h"
#include "model/core/units.h"
#include "model/state/residents.h"

namespace cantiere {

/// Re-incarceration, detention and what replaces its last part (model.md 3.1, 5.12, 5.17.5).
struct JusticeParameters {
    double hazard_year_1 = 0.0213;
    double hazard_years_2_3 = 0.0106;
    double hazard_later = 0.0053;
    double job_ratio = 0.75;        // HR_job
    double programme_ratio = 0.80;  // HR_prog while in project, follow-up or tapering
    double unhoused_ratio = 1.25;
    double frailty_slope = -0.4;  // per sigma_z
    double women_ratio = 0.70;
    double population_mean_ratio =
        1.0;  // mean over the released of the modifiers for work, project and home
    double mean_resentence_months = 12.0;
    double alternative_hazard = 0.0;        // lever: of serving the rest of a sentence outside
    double alternative_ratio = 0.5;         // of the first year's hazard, while serving outside
    double revocation_hazard = 0.004;       // back inside without a new offence
    double alternative_months_left = 36.0;  // law: longest rest of a sentence served outside
    double alternative_day_eur = 15.0;      // supervision by the probation office
    double prison_day_average_eur = 149.56;
    double prison_day_marginal_eur = 15.2;
    double prison_work_share = 0.33;
    double prison_income_domain = 0.2;  // INC of a detainee who works inside
    double credit_eur_month = 520.0;    // law: L.193/2000, to any employer of a former detainee
    double credit_months = 24.0;        // law: months after release
    double credit_alternative_eur_month = 300.0;  // law: of who serves or served outside
    double credit_alternative_months = 18.0;      // law: months after such a sentence
};

/// Tells whether the rest of a sentence may be served outside: it takes a home and a short rest.
inline bool may_serve_outside(const JusticeParameters& p, int months_left, bool has_home) {
    return has_home && months_left <= p.alternative_months_left;
}

/// Tax credit of one month, EUR, for whoever employs this person (L. 193/2000): during an
/// alternative measure, and for some months after the sentence.
inline double employment_credit_eur(const JusticeParameters& p,
                                    JusticeState state,
                                    bool served_outside,
                                    int months_since_release) {
    if (state == JusticeState::alternative) return p.credit_alternative_eur_month;
    if (state != JusticeState::released) return 0.0;
    if (served_outside) {
        return months_since_release <= p.credit_alternative_months ? p.credit_alternative_eur_month
                                                                   : 0.0;
    }
    return months_since_release <= p.credit_months ? p.credit_eur_month : 0.0;
}

/// What reoffending depends on besides time since release.
struct ReoffendingConditions {
    bool employed = false;
    bool in_programme = false;
    bool unhoused = false;
    bool woman = false;
    double standard_frailty = 0.0;  // z / sigma_z
};

/// What the people released in a territory are, as far as reoffending goes.
struct ReleasedPopulation {
    double women_share = 0.0;
    double frailty_variance = 0.0;  // of z / sigma_z: 1, or 0 where frailty is off
};

/// Mean of the modifiers over the released: keeps the level on target, whatever the share of women.
/// That of exp(slope z / sigma_z) is exp(slope^2 / 2).
inline double mean_reoffending_ratio(const JusticeParameters& p,
                                     const ReleasedPopulation& released) {
    const double sex = 1.0 + released.women_share * (p.women_ratio - 1.0);
    const double frailty = exp(0.5 * p.frailty_slope * p.frailty_slope * released.frailty_variance);
    return p.population_mean_ratio * sex * frailty;
}

/// h_r(s) by months since release s: 1-12, 13-36, later.
inline double reincarceration_base(const JusticeParameters& p, int months_since_release) {
    if (months_since_release <= 12) return p.hazard_year_1;
    return months_since_release <= 36 ? p.hazard_years_2_3 : p.hazard_later;
}

/// h_r(s) HR_job^emp HR_prog 1.25^unhoused exp(-.4 z/sigma_z) k_sex / mean
inline Hazard reincarceration_hazard(const JusticeParameters& p,
                                     int months_since_release,
                                     const ReoffendingConditions& c,
                                     const ReleasedPopulation& released) {
    const double ratio = (c.employed ? p.job_ratio : 1.0) *
                         (c.in_programme ? p.programme_ratio : 1.0) *
                         (c.unhoused ? p.unhoused_ratio : 1.0) * (c.woman ? p.women_ratio : 1.0) *
                         exp(p.frailty_slope * c.standard_frailty);
    const double mean = mean_reoffending_ratio(p, released);
    return Hazard{reincarceration_base(p, months_since_release) * ratio / mean};
}

}  // namespace cantiere
