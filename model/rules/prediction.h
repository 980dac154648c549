#pragma once
/// What the services foresee of a placement, from observed quantities only: never frailty (model.md
/// 7.1, 16 point 10). The chance p is what an exact model of readings, groups and limitation would
/// say; the prediction p_hat = logistic(logit p + eps), eps ~ N(b_g, sigma^2), is all that policies
/// see. sigma is set by the accuracy wanted: the AUC of p_hat for outcomes drawn from p.

#include "model/rules/internship.h"
#include "model/rules/job_search.h"
#include "model/rules/placement.h"
#include "model/state/residents.h"

namespace cantiere {

/// Expected months in work within `horizon_months` of someone who finds a job at a constant hazard
/// and keeps it: T - (1 - e^{-hT})/h.
inline double expected_job_months(double hazard_per_month, double horizon_months) {
    const double exposure = hazard_per_month * horizon_months;
    if (exposure < 1e-6) return 0.5 * exposure * horizon_months;
    return horizon_months + expm1(-exposure) / hazard_per_month;
}

/// AUC of logit p + N(0, sd^2) for outcomes drawn from p, logit p being N(mean, spread^2) over
/// people: the chance that of two, one of whom succeeds, that one has the higher prediction.
double auc_of_prediction(double mean_logit, double logit_spread, double noise_sd);

/// Standard deviation sigma of the noise of prediction that brings the AUC down to `auc`; 0 where
/// the chances themselves tell people apart no better, and `greatest_prediction_noise` at most.
double prediction_noise_sd(double auc, double mean_logit, double logit_spread);

inline constexpr double greatest_prediction_noise = 20.0;

/// Bias b_g of the prediction for a person: of the groups carried, the greatest in size.
inline double prediction_bias(const PlacementParameters& p, GroupMask groups) {
    double bias = 0.0;
    for (const Group group : members<Group>()) {
        const double own = p.prediction_bias[group];
        const bool greater = own * own > bias * bias;
        if (holds(groups, group) && greater) bias = own;
    }
    return bias;
}

/// Turns a chance into its prediction: logistic(logit p + error).
inline Probability predicted(Probability chance, double logit_error) {
    if (logit_error == 0.0) return chance;
    return Probability{
        logistic(log(chance.value()) - log(chance.complement().value()) + logit_error)};
}

/// Turns a hazard of finding work into its prediction, by the chance to find it within a horizon.
inline double predicted_hazard(double hazard_per_month, double horizon_months, double logit_error) {
    if (logit_error == 0.0 || hazard_per_month <= 0.0) return hazard_per_month;
    const Probability found{-expm1(-hazard_per_month * horizon_months)};
    return -log1p(-predicted(found, logit_error).value()) / horizon_months;
}

/// Autonomy-years gained over the horizon by an internship that ends in a host hire with
/// probability `hire`: what it adds while it lasts, and the months in work it wins over searching
/// at `finding_hazard` from the start. Negative for those it would lock in.
inline double internship_uplift_years(const PlacementParameters& p,
                                      double months,
                                      Probability hire,
                                      double finding_hazard) {
    const double after = std::max(0.0, p.uplift_horizon_months - months);
    const double with = hire.value() * after +
                        hire.complement().value() * expected_job_months(finding_hazard, after);
    const double without = expected_job_months(finding_hazard, p.uplift_horizon_months);
    return (p.job_autonomy_gain * (with - without) + p.internship_autonomy_gain * months) / 12.0;
}

/// Autonomy-years gained over the horizon by a job that starts now, over searching for one.
inline double job_uplift_years(const PlacementParameters& p, double finding_hazard) {
    const double without = expected_job_months(finding_hazard, p.uplift_horizon_months);
    return p.job_autonomy_gain * (p.uplift_horizon_months - without) / 12.0;
}

/// What a placement policy maximises: uplift + lambda_n need - lambda_c cost - lambda_tau tau.
inline double placement_value(const PlacementParameters& p,
                              double uplift_years,
                              double observed_need,
                              double cost_eur,
                              double travel_minutes) {
    return uplift_years + p.need_value * observed_need - p.cost_value * cost_eur -
           p.travel_value * travel_minutes / 60.0;
}

/// What a seat is worth to the resident beside waiting (0): pay, way, fit, safety, taste.
inline double seat_utility(const PlacementParameters& p,
                           double pay_eur,
                           double travel_minutes,
                           double fit,
                           double safety) {
    return p.pay_utility * pay_eur - p.travel_utility * travel_minutes / 60.0 +
           p.fit_utility * fit + p.safety_utility * safety;
}

}  // namespace cantiere
