#pragma once

#include <algorithm>
#include <cstdint>

#include "model/core/columns.h"
#include "model/core/elementary.h"
#include "model/names.h"

namespace cantiere {

/// Assessment, commission and priority (model.md 5.4).
struct CommissionParameters {
    double active = 0.0;                     // lever: 0 front line, 1 commission
    double cases_per_meeting = 40.0;         // lever: K_c
    double interval_months = 1.0;            // lever: m_c
    double appeal_share = 0.0;               // lever: of those not taken, who ask for a review
    double frontline_cases_per_1000 = 40.0;  // usual monthly intake per 1,000 in need
    double taste_noise_months = 1.0;  // front line: caseworker taste, sd in months of waiting
    double assessment_noise = 0.09;   // sigma_a0
    double sharing_precision = 0.3;   // iota: sigma_a = sigma_a0 (1 - iota s)
    EnumArray<Group, double> assessment_bias{};
    double need_weight = 1.0;       // omega on need
    double wait_weight = 0.05;      // omega_w on ln(1+wait)
    double risk_weight = 0.2;       // omega_r on risk of permanent exclusion
    double children_weight = 0.05;  // omega_c per child
    double refusal_weight = 0.05;   // omega_f per refusal
};

/// omega_w ln(1+wait): what waiting adds to the score, while the file is open.
inline double waiting_points(const CommissionParameters& p, double wait_months) {
    return p.wait_weight * log(1.0 + wait_months);
}

/// need + omega_r risk + omega_c children - omega_f refusals: what a hearing adds to the points of
/// waiting, S = this + omega_w ln(1+wait)
inline double score_without_wait(const CommissionParameters& p,
                                 double observed_need,
                                 double risk,
                                 double children,
                                 double refusals) {
    return p.need_weight * observed_need + p.risk_weight * risk + p.children_weight * children -
           p.refusal_weight * refusals;
}

/// sigma_a = sigma_a0 (1 - iota s), times the person's own factor (skills assessment: .7).
inline double assessment_sd(const CommissionParameters& p, double sharing, double factor) {
    return std::max(0.0, p.assessment_noise * (1.0 - p.sharing_precision * sharing) * factor);
}

/// Bias of assessment for the groups in `mask`: the largest in size governs (overlaps do not add).
inline double assessment_bias(const CommissionParameters& p, std::uint16_t mask) {
    double governing = 0.0;
    for (unsigned g = 0; g < static_cast<unsigned>(Group::count); ++g) {
        if ((mask & (1u << g)) == 0) continue;
        const double bias = p.assessment_bias[static_cast<Group>(g)];
        if (bias * bias > governing * governing) governing = bias;
    }
    return governing;
}

/// Risk of permanent exclusion in [0, 1]: how near both its conditions are, low trust and long
/// joblessness (model.md 5.16); 1 when both hold.
inline double exclusion_risk(double trust,
                             double jobless_months,
                             double trust_limit,
                             double jobless_limit_months) {
    const double distrust = std::clamp((1.0 - trust) / (1.0 - trust_limit), 0.0, 1.0);
    return distrust * std::clamp(jobless_months / jobless_limit_months, 0.0, 1.0);
}

}  // namespace cantiere
