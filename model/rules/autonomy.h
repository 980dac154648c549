#pragma once

#include <array>

#include "model/core/columns.h"
#include "model/core/elementary.h"
#include "model/names.h"
#include "model/state/residents.h"

namespace cantiere {

using DomainLevels = EnumArray<Domain, double>;
using DomainWeights = EnumArray<Domain, double>;
using HousingLevels = EnumArray<HousingState, double>;

/// Autonomy index, exit rule, relapse and exclusion (model.md 0, 9, 5.16).
struct AutonomyParameters {
    DomainWeights weights{};  // income .20 work .20 housing .15 health .10 relations .10 skills .10
                              // safety .10 administration .05
    EnumArray<OtherWeights, DomainWeights> other_weights{};
    double floor = 0.05;            // of each domain in the geometric mean
    double exit_level = 0.65;       // A*
    double exit_core_floor = 0.30;  // income, work, housing, health, safety
    double exit_months = 6.0;       // H*
    double stable_months = 12.0;
    double relapse_level = 0.50;  // exited with A below: re-entry hazard
    double relapse_hazard = 0.15;
    double exclusion_trust = 0.30;
    double exclusion_jobless_months = 24.0;
    double exclusion_hazard = 0.01;
    double permanent_exclusion_months = 24.0;
    double poverty_line_eur_month = 850.0;  // territory, scale 1
    double work_none = 0.1;
    double work_internship = 0.45;
    double work_recent = 0.7;  // employed for less than stable_job_months
    double work_stable = 1.0;
    double stable_job_months = 6.0;
    HousingLevels housing_level{{0.1, 0.25, 0.5, 0.7, 1.0}};  // housing domain by state
    double poverty_scale_one_minor = 1.4;  // of the line, by the minors of the household
    double poverty_scale_two_minors = 1.8;
    double poverty_scale_three_minors = 2.0;
};

/// A = prod_k max(x_k, floor)^{w_k}, weights summing to 1.
inline double autonomy_index(const AutonomyParameters& p,
                             const DomainLevels& x,
                             const DomainWeights& weights) {
    double log_sum = 0.0;
    for (unsigned k = 0; k < static_cast<unsigned>(Domain::count); ++k) {
        const auto domain = static_cast<Domain>(k);
        const double level = x[domain] > p.floor ? x[domain] : p.floor;
        log_sum += weights[domain] * log(level);
    }
    return exp(log_sum);
}

/// Poverty line of a household of one adult and `minors`, relative to that of one person.
inline double poverty_scale(const AutonomyParameters& p, int minors) {
    if (minors == 0) return 1.0;
    if (minors == 1) return p.poverty_scale_one_minor;
    return minors == 2 ? p.poverty_scale_two_minors : p.poverty_scale_three_minors;
}

/// Weights without work and income, renormalised: those of A_nw.
DomainWeights nonwork_weights(const DomainWeights& weights);

/// The domains without which there is no exit.
inline constexpr std::array core_domains{Domain::income,
                                         Domain::work,
                                         Domain::housing,
                                         Domain::health,
                                         Domain::safety};

/// Tells whether every core domain is at the floor or above.
bool core_domains_hold(const AutonomyParameters& p, const DomainLevels& x);

}  // namespace cantiere
