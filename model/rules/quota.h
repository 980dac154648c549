#pragma once

#include "model/rules/limitation.h"

namespace cantiere {

/// Duty to employ disabled people and what the State pays for it (L. 68/1999; model.md 3.2, 5.7).
struct QuotaParameters {
    double from_staff = 15.0;         // law: one place from here
    double two_from_staff = 36.0;     // law: two places from here
    double share_from_staff = 51.0;   // law: a share of staff from here
    double share = 0.07;              // law
    double disability_from = 0.46;    // law: lowest limitation of people on the lists
    double medium_from = 0.67;        // law: limitation from which a hire is subsidised
    double severe_from = 0.80;        // law: ... and subsidised more
    double medium_wage_share = 0.35;  // law: of the gross wage
    double medium_months = 36.0;      // law
    double severe_wage_share = 0.70;  // law
    double severe_months = 36.0;      // law
    double mental_wage_share = 0.70;  // law: mental illness, whatever the degree
    double mental_months = 60.0;      // law
    double uncovered_share = 0.29;    // of the places, in no one's hands outside the model
    double opening_hazard = 0.0;      // lever: that the office fills an uncovered place in a month
};

/// Places that an employer of so many staff owes; beyond half a place counts as one.
inline int quota_places(const QuotaParameters& p, int staff) {
    if (staff < p.from_staff) return 0;
    if (staff < p.two_from_staff) return 1;
    if (staff < p.share_from_staff) return 2;
    const double exact = p.share * staff;
    const int whole = static_cast<int>(exact);
    constexpr double hair = 1e-9;  // .07 x 150 is not more than 10.5
    return whole + (exact - whole > 0.5 + hair ? 1 : 0);
}

/// Tells whether somebody with this limitation is on the lists of targeted placement.
inline bool is_on_quota_list(const QuotaParameters& p, bool disabled_or_ill, double limitation) {
    return disabled_or_ill && reaches_degree(limitation, p.disability_from);
}

/// What the State pays of the wage of a hire under the quota, and for how long.
struct QuotaIncentive {
    double wage_share = 0.0;
    double months = 0.0;
};

inline QuotaIncentive quota_incentive(const QuotaParameters& p, bool mental, double limitation) {
    if (mental) return {p.mental_wage_share, p.mental_months};
    if (reaches_degree(limitation, p.severe_from)) return {p.severe_wage_share, p.severe_months};
    if (reaches_degree(limitation, p.medium_from)) return {p.medium_wage_share, p.medium_months};
    return {};
}

}  // namespace cantiere
