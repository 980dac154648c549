#pragma once
/// Prices, payers and staff in round numbers, for accounts worked out by hand.

#include "model/ledger.h"
#include "model/parameters.h"

namespace cantiere {

inline double index_of(Payer payer) { return static_cast<double>(payer); }

/// Prices in round numbers. A month of a wage of 1,000: contributions 100, tax -20 (20 % of what a
/// year's 10,800 exceeds 6,000 by, less the bonus of 1,200), net 920. Relieved of contributions:
/// 20 % of what 12,000 exceeds 6,000 by is the bonus, net 1,000. Of 1,600: contributions 160; the
/// year's 17,280 has 450 + 750 x (20,700 - 17,280)/5,700 = 900 off its 3,456, tax 213, net 1,227.
inline Parameters round_prices() {
    Parameters p;
    p.tax = {.employee_contribution = 0.10,
             .employer_contribution = 0.30,
             .income_tax_rate = 0.20,
             .no_tax_area_eur_year = 6000.0,
             .deduction_falls_from_eur_year = 15000.0,
             .deduction_falls_to_eur_year = 20700.0,
             .deduction_first_eur_year = 1200.0,
             .deduction_last_eur_year = 450.0,
             .integrative_eur_year = 1200.0,
             .integrative_limit_eur_year = 15000.0,
             .consumption_tax_share = 0.10,
             .coop_b_relief = 1.0,
             .hire_subsidy_share = 0.40};
    p.internship.indemnity_eur_month = 450.0;
    p.internship.insurance_eur_month = 18.0;
    p.internship.tutor_eur_month = 162.0;
    p.internship.promotion_eur_once = 400.0;
    p.internship.host_tutor_in_kind_eur_month = 151.0;
    p.employers.host_bonus_eur = 300.0;
    p.target.everybody = 1.0;
    p.target.hire_incentive_eur_month = 150.0;
    p.target.taper_step_months = 2.0;
    p.benefit.local_eur = 120.0;
    p.benefit.invalidity_eur = 300.0;
    p.benefit.invalidity_limit_eur_year = 5000.0;
    p.justice.prison_day_average_eur = 128.0;  // 3,896 a month of 30.4375 days
    p.justice.prison_day_marginal_eur = 16.0;  // 487
    p.justice.alternative_day_eur = 16.0;      // 487
    p.justice.credit_eur_month = 520.0;
    p.justice.credit_months = 18.0;
    p.violence.refuge_day_eur = 80.0;  // 2,435 a month
    p.violence.refuge_marginal_share = 0.4;
    p.housing.shelter_eur_month = 578.0;
    p.housing.shelter_marginal_share = 0.5;
    p.housing.rent_eur_month = 450.0;
    p.housing.guarantee_call_share = 0.08;
    return p;
}

inline void set_payers(Parameters& p) {
    const auto pay = [&](Instrument i, Payer usual, Payer programme, double month) {
        InstrumentParameters& row = p.instruments[i];
        row.payer = index_of(usual);
        row.programme_payer = index_of(programme);
        row.cost_eur_month = month;
        row.cost_eur_once = 0.0;
    };
    using enum Payer;
    pay(Instrument::internship, municipality, european_union, 0.0);
    pay(Instrument::subsidised_hire, state, european_union, 0.0);
    pay(Instrument::vocational_training, province_region, european_union, 231.0);
    pay(Instrument::job_tutor, state, municipality, 90.0);
    pay(Instrument::rent_guarantee, third_sector, municipality, 0.0);
    pay(Instrument::safety_refuge, province_region, municipality, 60.0);
}

inline void set_staff(Parameters& p) {
    p.staff.assessment_eur = 284.0;
    p.staff.assessment_payer = index_of(Payer::municipality);
    p.staff.commission_case_eur = 45.0;
    p.staff.case_manager_eur_month = 80.0;
    p.staff.programme_case_manager_eur_month = 90.0;
    p.staff.coordination_payer = index_of(Payer::province_region);
    p.staff.office_eur_year = 12000.0;
    p.staff.operation_eur_year = 6000.0;
    p.staff.meeting_eur_month_per_member = 100.0;
    p.staff.tie_eur_month = 50.0;
    p.staff.desk_eur_year = 2400.0;
    p.staff.in_kind_eur_month = 700.0;
    p.network.members = 5.0;
    p.network.hub = 1.0;  // four ties
    p.search.full_time_share = 0.4;
    p.search.wage_full_time_eur = 1600.0;
    p.search.wage_part_time_eur = 1000.0;
}

}  // namespace cantiere
