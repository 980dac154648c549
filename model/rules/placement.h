#pragma once

#include "model/core/units.h"
#include "model/names.h"

namespace cantiere {

/// Placement of candidates in seats (model.md 7, 7.1).
struct PlacementParameters {
    double policy = 0.0;            // lever: PlacementPolicy as its index; as usual first_come
    double batch_months = 1.0;      // lever: place every so many months
    double pay_utility = 0.002;     // a_w per EUR
    double travel_utility = 1.0;    // a_tau per hour
    double fit_utility = 0.5;       // a_q
    double safety_utility = 0.5;    // a_s
    double taste_scale = 0.3;       // Gumbel eta
    double need_value = 0.5;        // lambda_n
    double cost_value = 0.00005;    // lambda_c per EUR
    double travel_value = 0.1;      // lambda_tau per hour
    double maximum_minutes = 60.0;  // feasibility: beyond only with high mobility
    double mobility_for_long_way = 0.8;
    double uplift_horizon_months = 24.0;     // over which a placement's gain is foreseen
    double job_autonomy_gain = 0.45;         // A of a worker less A of a jobless resident
    double internship_autonomy_gain = 0.09;  // A of an intern less A of a jobless resident
    double foreseen_trust = 0.5;             // of every candidate, in foreseen job finding
    double foreseen_tax_rate = 0.5;          // participation tax rate, likewise
    double prediction_auc = 0.7;             // accuracy wanted of p_hat, see prediction.h
    double chance_logit_mean = -1.56;        // of the foreseen chance over candidates
    double chance_logit_sd = 0.35;
    EnumArray<Group, double> prediction_bias{};  // b_g, logit units; the greatest in size holds
    EnumArray<Group, double> floor{};            // levers: share of a round's seats for the group
    double bid_months = 6.0;                     // lever: bid_price looks so far ahead
    double bid_paths = 10.0;                     // lever: futures it samples
};

/// Who a programme is for and when it runs: the levers of targeting.
struct TargetParameters {
    EnumArray<Group, double> group{};  // 1 = people with this flag are eligible
    double everybody = 1.0;            // 1 = no flag needed
    double women_only = 0.0;
    double start_month = 0.0;  // programme.start_month
    double months = 1e4;       // programme.months, to the horizon by default
    double tutor_share = 0.0;  // lever: share of hires that get a job tutor
    double taper_step_months =
        0.0;  // lever K: municipal support falls 2/3, 1/3, 0; 0 = stops at once
    double hire_incentive_eur_month = 0.0;  // lever: paid to the employer of a target hire
    double hire_incentive_months = 0.0;
};

}  // namespace cantiere
