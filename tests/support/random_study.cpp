#include "tests/support/random_study.h"

#include <algorithm>

#include "model/placement/placement.h"

namespace cantiere {
namespace {

double chance() { return random_number(0.0, 1.0); }

/// Scales a parameter by a factor from 0 to `most`.
void scale(double& parameter, double most) { parameter *= random_number(0.0, most); }

double random_payer() {
    return static_cast<double>(*rc::gen::inRange(0, static_cast<int>(Payer::resident)));
}

void vary_people(Parameters& p) {
    for (double& share : p.population.group_share) share = random_number(0.0, 0.4);
    p.population.overlap = chance();
    p.population.detained_share = chance();
    p.population.mean_sentence_months = random_number(1.0, 24.0);
    p.population.car_share = chance();
    p.population.care_leaver_years = random_number(1.0, 30.0);
    p.population.one_minor_share = random_number(0.0, 0.6);
    p.population.two_minors_share = random_number(0.0, 0.4);
    p.population.mean_months_since_release = random_number(0.0, 48.0);
    p.population.mean_fixed_term_tenure_months = random_number(0.0, 20.0);
    p.population.mean_open_ended_tenure_months = random_number(0.0, 60.0);
    p.autonomy.poverty_scale_one_minor = random_number(1.0, 2.0);
    for (double& level : p.autonomy.housing_level) level = chance();
    scale(p.population.arrival_hazard_per_month, 5.0);
    scale(p.population.death_hazard_per_month, 10.0);
    scale(p.population.emigration_hazard_per_month, 10.0);
    scale(p.capital.shock_hazard_per_month, 10.0);
    scale(p.justice.hazard_year_1, 5.0);
    p.quota.from_staff = random_number(1.0, 15.0);
    p.quota.uncovered_share = chance();
    p.quota.opening_hazard = random_number(0.0, 0.2);
    p.justice.alternative_hazard = random_number(0.0, 0.3);
    scale(p.justice.revocation_hazard, 10.0);
    scale(p.violence.interruption_hazard, 5.0);
    p.violence.excluded_share = chance();
}

void vary_services(Parameters& p) {
    for (InstrumentParameters& row : p.instruments) {
        scale(row.usual_slots_per_1000, 4.0);
        scale(row.dropout_hazard_per_month, 3.0);
        row.months = random_number(1.0, 14.0);
        row.payer = random_payer();
        row.programme_payer = random_payer();
        row.cost_eur_month = random_number(0.0, 900.0);
        row.cost_eur_once = random_number(0.0, 900.0);
    }
    p.referral.hops = random_number(0.0, 4.0);
    p.referral.loss_max = random_number(0.1, 0.9);
    p.referral.control_rate = chance();
    p.referral.delay_cap_months = *rc::gen::element(1.0, 2.0, 99.0);
    p.services.personalisation = chance();
    p.services.greatest_aid = chance();
    p.services.follow_up_months = random_number(0.0, 8.0);
    scale(p.services.abandonment_hazard_per_month, 4.0);
    scale(p.commission.frontline_cases_per_1000, 3.0);
    p.housing.shelter_places_per_1000 = random_number(0.0, 30.0);
    p.housing.shelter_marginal_share = chance();
}

void vary_work(Parameters& p) {
    p.employers.per_1000_residents = random_number(0.2, 5.0);
    p.employers.coop_b_per_100000 = random_number(0.0, 20.0);
    p.employers.initial_host_share = chance();
    p.employers.leave_hazard_per_month = random_number(0.0, 0.2);
    p.internship.dropout_modifier_mean = random_number(0.5, 2.0);
    p.employers.coop_b_disadvantaged_share = random_number(0.2, 1.0);
    p.employers.small_staff = random_number(1.0, 6.0);
    p.employers.coop_turnover_per_month = random_number(0.0, 0.2);
    p.internship.months = random_number(1.0, 9.0);
    p.internship.conversion_intercept = random_number(-3.0, 2.0);
    p.search.contact_rate_per_month = random_number(0.0, 3.0);
    p.search.displacement_share = chance();
    p.search.full_time_share = chance();
    p.search.giving_up_trust_slope = random_number(0.0, 2.0);
    p.keeping.reset_months = *rc::gen::inRange(1, 7);
    p.keeping.open_ended_after_months = *rc::gen::inRange(1, 25);
    p.contacts.mean_degree = random_number(0.0, 8.0);
    p.contacts.homophily = chance();
    p.contacts.decay_hazard_per_month = random_number(0.0, 0.3);
    p.contacts.host_ties = random_number(0.0, 4.0);
    p.contacts.group_ties = random_number(0.0, 4.0);
    p.contacts.outside_employed_share = chance();
    p.contacts.information_share = chance();
    p.contacts.outside_pass_share = chance();
    p.contacts.finding_bonus = chance();
    p.outreach.desk_from_residents = random_number(0.0, 20000.0);
    p.search.skill_weight = chance();
    p.households.parting_hazard_per_month = random_number(0.0, 0.2);
    p.households.mother_keeps_share = chance();
    p.households.partner_share = chance();
    p.households.pair_share = chance();
    p.households.partner_employed_share = chance();
    p.households.further_adult_scale = chance();
    p.households.small_children_share = chance();
    p.households.childcare_barrier = chance();
    p.benefit.further_adult_scale = random_number(0.0, 0.6);
    p.microcredit.capital_threshold = random_number(0.0, 0.6);
    p.microcredit.approval_share = chance();
    p.microcredit.tutored_share = chance();
    p.microcredit.loan_months = random_number(1.0, 24.0);
    p.microcredit.interest_per_year = random_number(0.0, 0.3);
    p.microcredit.survival_36_months = random_number(0.01, 1.0);
    p.microcredit.called_share_tutored = chance();
    p.microcredit.called_share_untutored = chance();
    p.microcredit.guarantee_cover = chance();
    p.placement.foreseen_trust = chance();
    p.placement.foreseen_tax_rate = chance();
    p.tax.hire_subsidy_share = chance();
    p.tax.deduction_falls_from_eur_year = random_number(5000.0, 15000.0);
    p.tax.deduction_falls_to_eur_year = random_number(15001.0, 30000.0);
    p.tax.deduction_first_eur_year = random_number(0.0, 3500.0);
    p.tax.deduction_last_eur_year = random_number(0.0, 2000.0);
    p.tax.coop_b_relief = chance();
    p.benefit.base_eur = random_number(0.0, 900.0);
    p.benefit.regional_eur = random_number(0.0, 200.0);
    p.benefit.activity_eur = random_number(0.0, 400.0);
    p.benefit.minor_scale = random_number(0.0, 0.6);
    p.benefit.further_minor_scale = random_number(0.0, 0.6);
    p.benefit.aged_from_years = random_number(30.0, 70.0);
    p.benefit.invalidity_from = chance();
    p.tax.coop_b_disability_from = chance();
    p.benefit.longest_months = *rc::gen::inRange(0, 7);
    p.benefit.pause_months = *rc::gen::element(0.0, 1.0, 999.0);
    p.benefit.activity_longest_months = *rc::gen::inRange(0, 4);
    p.benefit.needs_minor = *rc::gen::element(0.0, 1.0);
    p.benefit.categorical = *rc::gen::element(0.0, 1.0);
    p.autonomy.exit_level = random_number(0.3, 0.8);
    p.autonomy.exclusion_hazard = random_number(0.0, 0.3);
}

}  // namespace

PlacementPolicy random_policy() {
    const auto all = members<PlacementPolicy>();
    return *rc::gen::elementOf(all);
}

Parameters random_parameters(double residents) {
    Parameters p = small_parameters({residents, 0, 0});
    vary_people(p);
    vary_services(p);
    vary_work(p);
    p.placement.policy = static_cast<double>(random_policy());
    p.placement.batch_months = *rc::gen::inRange(1, 4);
    p.placement.prediction_auc = random_number(0.5, 0.7);
    p.placement.prediction_bias[Group::addiction] = random_number(-0.5, 0.5);
    p.placement.floor[Group::migrant] = chance();
    p.placement.floor[Group::disability] = chance();
    p.placement.bid_months = *rc::gen::inRange(0, 7);
    p.placement.bid_paths = *rc::gen::inRange(1, 4);
    return p;
}

RunInputs random_programme(const SmallStudy& size) {
    RunInputs inputs = small_study(size);
    for (const Module asked : {Module::microcredit, Module::contacts, Module::households}) {
        inputs.modules.on[asked] = *rc::gen::arbitrary<bool>();
    }
    inputs.usual = inputs.outside = random_parameters(size.residents);
    Parameters& p = inputs.programme = small_programme_levers(inputs.usual);
    for (InstrumentParameters& row : p.instruments) row.slots = random_number(0.0, 8.0);
    p.commission.active = *rc::gen::element(0.0, 1.0);
    p.commission.interval_months = *rc::gen::inRange(1, 4);
    p.commission.appeal_share = *rc::gen::element(0.0, 0.5);
    p.internship.total_starts = *rc::gen::element(0.0, 5.0);
    p.employers.coop_extra_places = random_number(0.0, 8.0);
    p.employers.coop_order_lag_months = random_number(0.0, 4.0);
    p.target.everybody = *rc::gen::element(0.0, 1.0);
    for (double& group : p.target.group) group = *rc::gen::element(0.0, 1.0);
    p.target.start_month = *rc::gen::inRange(0, 4);
    p.target.months = *rc::gen::inRange(1, size.months + 1);
    p.target.hire_incentive_eur_month = random_number(0.0, 400.0);
    p.target.hire_incentive_months = random_number(0.0, 12.0);
    p.target.taper_step_months = random_number(0.0, 3.0);
    p.services.fidelity = random_number(0.4, 1.0);
    p.network.hub = *rc::gen::element(0.0, 1.0);
    inputs.outside = with_terms_of(inputs.outside, p);
    return inputs;
}

}  // namespace cantiere
