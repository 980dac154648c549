#pragma once

#include <algorithm>

#include "model/core/columns.h"
#include "model/core/lanes.h"
#include "model/core/units.h"
#include "model/names.h"
#include "model/state/employers.h"

namespace cantiere {

/// Employers, host network, vacancies, statistical discrimination (model.md 5.7).
struct EmployerParameters {
    double per_1000_residents = 10.0;  // employers of low-skilled staff
    double mean_staff = 6.0;           // geometric above 1
    double responsible_share = 0.1;
    double public_share = 0.03;
    double coop_b_per_100000 = 7.0;
    double coop_b_places = 14.0;               // disadvantaged places a cooperative
    double coop_b_disadvantaged_share = 0.41;  // of its staff
    EnumArray<Sector, double> sector_share{{0.20, 0.14, 0.27, 0.17, 0.17, 0.05}};
    double vacancy_hazard_per_month = 0.03;  // h_vac per member of staff
    double initial_host_share = 0.03;
    double join_hazard_per_month = 0.0015;  // h_j0
    double join_multiplier = 1.0;           // lever
    double leave_hazard_per_month = 0.056;  // h_l: an offer lapses unless renewed
    double peer_effect = 3.0;               // b_peer on the share of hosts in the sector
    double coordination_effect =
        1.0;                        // b_coord on the tie of social service and economic development
    double incentive_effect = 0.5;  // b_inc per 1,000 EUR of host bonus
    double host_bonus_eur = 0.0;    // lever: one-off per placement
    double stay_after_completion = 0.60;
    double stay_after_interruption = 0.35;
    double seats_small = 1.0;           // law: up to small_staff
    double seats_medium = 2.0;          // law: up to medium_staff
    double seats_large_share = 0.10;    // law: above, rounded up
    double small_staff = 5.0;           // law
    double medium_staff = 20.0;         // law
    double signal_sd = 1.0;             // sigma_s of a first applicant of the group
    double productivity_sd = 1.0;       // sigma_y
    double learning_per_trainee = 0.5;  // kappa: sigma_s^2 / (1 + kappa n)
    EnumArray<Group, double>
        prejudice{};  // mu_g, logit units, at most 0; of disability, for each unit of d_eff
    double responsible_bonus = 0.3;  // CSR_e: added to y_hat of residents with a flag
    double coop_order_lag_months = 6.0;
    double coop_extra_places = 0.0;  // lever: places opened by reserved contracts
    double coop_turnover_per_month = 0.0083;
};

/// sigma_s / sqrt(1 + kappa n): noise of what an employer sees of an applicant after n trainees.
inline double signal_sd(const EmployerParameters& p, double trainees_seen) {
    return p.signal_sd / square_root(1.0 + p.learning_per_trainee * trainees_seen);
}

/// lambda = sig_y^2 / (sig_y^2 + sig_s^2 / (1 + kappa n)): weight of the signal after n trainees.
inline double signal_weight(const EmployerParameters& p, double trainees_seen) {
    const double noise = signal_sd(p, trainees_seen);
    const double productivity = p.productivity_sd * p.productivity_sd;
    const double both = productivity + noise * noise;
    return both > 0.0 ? productivity / both : 1.0;
}

/// (1-lambda)/(1-lambda_0) = (sig_y^2 + sig_s^2) / ((1 + kappa n) sig_y^2 + sig_s^2): how much of
/// the prior penalty is left after n trainees of the group.
inline double prejudice_left(const EmployerParameters& p, double trainees_seen) {
    const double productivity = p.productivity_sd * p.productivity_sd;
    const double noise = p.signal_sd * p.signal_sd;
    const double informed = (1.0 + p.learning_per_trainee * trainees_seen) * productivity + noise;
    return informed > 0.0 ? (productivity + noise) / informed : 1.0;
}

/// Interns a host may keep at once, by size (rul.tis.cap_*).
inline int internship_seats(const EmployerParameters& p, int staff) {
    if (staff <= p.small_staff) return static_cast<int>(p.seats_small);
    if (staff <= p.medium_staff) return static_cast<int>(p.seats_medium);
    const double exact = p.seats_large_share * staff;
    const int whole = static_cast<int>(exact);
    return whole + (exact > whole ? 1 : 0);
}

/// h_j = h_j0 x lever x exp(b_peer share + b_inc bonus/1000 + b_coord W)
inline Hazard join_hazard(const EmployerParameters& p,
                          double sector_host_share,
                          double coordination_tie) {
    return Hazard{p.join_hazard_per_month * p.join_multiplier *
                  exp(p.peer_effect * sector_host_share +
                      p.incentive_effect * p.host_bonus_eur / 1000.0 +
                      p.coordination_effect * coordination_tie)};
}

}  // namespace cantiere
