#pragma once

#include <algorithm>

#include "model/core/units.h"

namespace cantiere {

/// Referral over the network of institutions: loss, delay, duplicated assessment
/// (model.md 5.3, 5.17.6).
struct ReferralParameters {
    double referral_hazard_per_month = 0.15;  // known -> a referral leaves
    double loss_max = 0.28;                   // ell_max at W = 0
    double loss_min = 0.08;                   // ell_min at W = 1
    double delay_max_months = 2.0;            // d_max
    double delay_min_months = 0.5;            // d_min
    double duplicate_max = 0.28;              // dup_max at s = 0
    double hops = 2.0;                        // hand-overs before the first instrument
    double lost_trust_factor = 0.9;
    double delay_cap_months = 99.0;  // D_cap of a proceduralised step; 99 = none
    double control_rate = 0.0;       // share of lost referrals found and re-issued at the cap
    double loss_multiplier = 1.0;    // administrative obstacles removed: below 1
    double delay_multiplier = 1.0;
    double case_manager = 0.0;         // 1: one named case manager follows each hand-over
    double case_manager_loss = 0.10;   // loss a hand-over with a case manager, at most
    double case_manager_trust = 0.03;  // T += .03 (T0 - T) a month
};

/// ell(W) = ell_max (1-W) + ell_min W, a share lost per hand-over.
inline Probability hop_loss(const ReferralParameters& p, double tie) {
    const double loss = (p.loss_max * (1.0 - tie) + p.loss_min * tie) * p.loss_multiplier;
    const double capped = p.case_manager > 0.5 ? std::min(loss, p.case_manager_loss) : loss;
    return Probability{std::clamp(capped, 0.0, 1.0)};
}

/// Mean of the geometric delay of one hand-over, months.
inline double mean_hop_delay_months(const ReferralParameters& p, double tie) {
    return (p.delay_max_months * (1.0 - tie) + p.delay_min_months * tie) * p.delay_multiplier;
}

/// dup_max (1-s): probability that an assessment already made is made again.
inline Probability duplicate_probability(const ReferralParameters& p, double sharing) {
    return Probability{std::clamp(p.duplicate_max * (1.0 - sharing), 0.0, 1.0)};
}

}  // namespace cantiere
