#pragma once

#include "model/core/columns.h"
#include "model/core/units.h"
#include "model/names.h"

namespace cantiere {

/// Size and composition of the people at risk or in care, and how it renews itself.
struct PopulationParameters {
    double residents_in_need = 1000.0;  // people at month -burn_in
    double female_share = 0.5;
    double renter_share = 0.6;
    double car_share = 0.5;
    double children_share = 0.35;            // share of households with at least one minor
    double one_minor_share = 0.55;           // of those, with one
    double two_minors_share = 0.35;          // of those, with two; the others have three
    EnumArray<Group, double> group_share{};  // share carrying each flag (they overlap)
    double overlap = 0.5;  // how far flags cluster on the same people, 0 independent, 1 nested
    double arrival_hazard_per_month = 0.006;  // newcomers per resident in need and month
    double frailty_sd = 0.5;                  // sigma_z
    double death_hazard_per_month = 0.0008;
    double emigration_hazard_per_month = 0.0015;
    double age_out_years = 67.0;
    double minimum_age_years = 18.0;
    double maximum_age_years = 67.0;  // on arrival, also where nobody ages out
    double care_leaver_years = 8.0;   // people leaving care are in the first years of that span
    double detained_share = 0.3;      // of people flagged detained_or_ex: still inside at the start
    double mean_sentence_months = 18.0;
    double mean_months_since_release = 24.0;  // of those who are out at the start
    EnumArray<WorkState, double>
        initial_work_share{};                  // inactive, seeking, fixed_term, open_ended used
    double violence_open_ended_share = 0.389;  // survivors' own start (SF18)
    double violence_fixed_term_share = 0.143;
    double mean_jobless_months = 24.0;           // of the jobless at the start
    double mean_fixed_term_tenure_months = 4.0;  // of fixed-term jobs at the start
    double mean_open_ended_tenure_months =
        36.0;                                // beyond the months after which a job is open-ended
    double violence_female_share = 0.98;     // women among survivors of violence
    double detained_female_share = 0.048;    // women among people detained now or before
    double violence_children_share = 0.589;  // survivors whose household has a minor
    double known_share = 0.20;  // known to the services on arrival, without an open file
};

/// Laws of the initial capitals: mean and standard deviation of beta distributions, by group where
/// the evidence differs.
struct InitialCapitalParameters {
    double professional_mean = 0.35;
    double relational_mean = 0.40;
    double health_mean = 0.60;
    double mobility_mean = 0.60;
    double trust_mean = 0.50;
    double language_mean = 0.75;
    double safety_mean = 0.85;
    double spread = 0.175;  // standard deviation of P, R, H, M
    double trust_sd = 0.15;
    double language_sd = 0.15;
    double safety_sd = 0.12;
    double migrant_language_mean = 0.35;
    double migrant_language_sd = 0.20;
    double violence_safety_mean = 0.35;
    double violence_safety_sd = 0.15;
    double mental_health_health_mean = 0.40;  // also addiction
    double disability_low = 0.3;  // d ~ U(low, high) for the disability flag, 0 otherwise
    double disability_high = 0.8;
};

}  // namespace cantiere
