#pragma once

#include <algorithm>
#include <bit>

#include "model/core/columns.h"
#include "model/core/lanes.h"
#include "model/core/units.h"
#include "model/names.h"

namespace cantiere {

/// Job finding, effort, duration dependence, competition for vacancies (model.md 5.8, 5.17).
struct JobSearchParameters {
    double tightness = 1.0;  // territory: theta, 1 = reference territory and year
    double cycle_sd = 0.03;  // innovation of log theta, monthly
    double cycle_persistence = 0.95;
    double finding_multiplier = 1.0;       // territory multiplier on contacts (Bari .72)
    double matching_elasticity = 0.5;      // alpha
    double base_hazard_per_month = 0.049;  // h_f0, module employers off
    double contact_rate_per_month = 0.35;  // a0, module employers on
    double reservation = 1.0;              // y_hat below which nobody is hired
    double professional_slope = 1.2;
    double relational_slope = 0.9;
    double mobility_slope = 0.5;
    EnumArray<Group, double> group_intercept{};  // b_g, solved on the monthly_jobfind_baseline rows
    double duration_floor = 0.55;                // D_min
    double duration_slope = 0.075;               // kappa
    double duration_months = 8.0;
    double effort_floor = 0.3;                 // e_min
    double effort_tax_exponent = 0.3;          // eps_e
    double lock_in = 0.5;                      // search multiplier in internship and training
    double completed_internship_boost = 0.45;  // log-hazard, for boost_months
    double boost_months = 6.0;
    double coach_multiplier = 1.6;       // RR_IPS while a job coach is assigned
    double vacancy_information = 1.0;    // lever: contacts multiplier from trade associations
    double travel_decay_per_hour = 1.0;  // b_tau in the choice of where to apply
    double skill_weight = 0.0;           // how much skills count in the choice; 0 = not at all
    double maximum_travel_minutes = 60.0;
    double mobility_for_far_jobs = 0.8;   // M above which a longer way is accepted
    double applicants_per_vacancy = 3.0;  // ordinary pool, pseudo-applicants
    double ordinary_mean = 0.6;           // mu_o, score of an ordinary applicant
    double ordinary_sd = 1.0;
    double ordinary_finding_hazard =
        0.0294;  // hazard of the average unemployed (monthly_U_to_E_average)
    double displacement_share =
        0.3;  // host hires that take a post an ordinary applicant would have had
    double jobseekers_per_1000 = 45.0;  // ordinary jobseekers per 1,000 residents
    double runner_up_displaced_share =
        1.0;  // filled vacancies whose ordinary runner-up loses the job
    double incentive_value_per_100_eur =
        0.05;                           // added to y_hat per 100 EUR a month of hire incentive
    double to_inactive_hazard = 0.056;  // at trust .5: x (1 + slope (.5 - T))
    double giving_up_trust_slope = 1.0;
    double to_seeking_hazard = 0.007;  // x outreach relative to usual
    double fixed_term_share = 0.83;    // of new jobs
    double full_time_share = 0.4;
    double wage_part_time_eur = 916.0;  // gross a month, 60 % FTE
    double wage_full_time_eur = 1526.0;
};

/// D(tau) = max(D_min, exp(-kappa min(tau, 8)))
inline double duration_factor(const JobSearchParameters& p, double jobless_months) {
    return std::max(p.duration_floor,
                    exp(-p.duration_slope * std::min(jobless_months, p.duration_months)));
}

/// e = e_min + (1-e_min) T (1-PTR)^eps_e, PTR clamped to [0, 1] before the power.
inline double search_effort(const JobSearchParameters& p,
                            double trust,
                            double participation_tax_rate) {
    const double kept = 1.0 - std::clamp(participation_tax_rate, 0.0, 1.0);
    return p.effort_floor + (1.0 - p.effort_floor) * trust * power(kept, p.effort_tax_exponent);
}

/// Sum of the intercepts of the groups in `mask`: the lowest one governs (overlaps do not add up).
inline double group_intercept(const JobSearchParameters& p, std::uint16_t mask) {
    double lowest = 0.0;
    bool any = false;
    for (unsigned rest = mask; rest != 0; rest &= rest - 1) {
        const double b = p.group_intercept[static_cast<Group>(std::countr_zero(rest))];
        lowest = any ? std::min(lowest, b) : b;
        any = true;
    }
    return lowest;
}

/// y = 1.2(P-.4) + .9(R-.4) + .5(M-.6) + b_g + z: what an employer would learn with time.
inline double employability(const JobSearchParameters& p,
                            double professional,
                            double relational,
                            double mobility,
                            double intercept,
                            double frailty) {
    return p.professional_slope * (professional - 0.4) + p.relational_slope * (relational - 0.4) +
           p.mobility_slope * (mobility - 0.6) + intercept + frailty;
}

/// skillmatch = 1 - w (1 - fit): weight of a vacancy among those a resident may hear of, `fit` in
/// (0, 1) being how well the resident's skills suit its sector.
inline double skill_match(const JobSearchParameters& p, double fit) {
    return 1.0 - p.skill_weight * (1.0 - fit);
}

/// Mean gross wage of new jobs, full and part time, EUR a month.
inline double mean_wage_eur(const JobSearchParameters& p) {
    return p.full_time_share * p.wage_full_time_eur +
           (1.0 - p.full_time_share) * p.wage_part_time_eur;
}

/// theta^(1-alpha)
inline double tightness_factor(const JobSearchParameters& p, double tightness) {
    return power(tightness, 1.0 - p.matching_elasticity);
}

}  // namespace cantiere
