#include "tests/support/oracle_study.h"

#include <utility>

#include "model/modules.h"
#include "tests/support/small_study.h"

namespace cantiere::oracle {
namespace {

constexpr SmallStudy size{150.0, 24, 36};

/// Hazards and shares so high that what is rare elsewhere happens here.
void crowd(Parameters& p) {
    p.population.group_share = {{0.40, 0.25, 0.30, 0.20, 0.20, 0.10, 0.10, 0.05, 0.10}};
    p.population.detained_share = 0.4;
    p.population.mean_sentence_months = 6.0;
    p.population.arrival_hazard_per_month = 0.02;
    p.population.death_hazard_per_month = 0.005;
    p.households.parting_hazard_per_month = 0.02;
    p.households.pair_share = 0.5;
    p.search.skill_weight = 0.8;
    p.outreach.desk_from_residents = 6000.0;
    p.capital.shock_hazard_per_month = 0.05;
    p.referral.hops = 2.6;
    p.commission.assessment_bias[Group::migrant] = 0.1;
    p.employers.per_1000_residents = 2.5;
    p.employers.coop_b_per_100000 = 12.0;
    p.employers.coop_turnover_per_month = 0.05;
    p.employers.initial_host_share = 0.3;
    p.employers.leave_hazard_per_month = 0.02;
    p.internship.dropout_modifier_mean = 0.8;
    p.search.contact_rate_per_month = 1.5;
    p.internship.conversion_intercept = 0.5;
    p.justice.hazard_year_1 = 0.08;
    p.quota.from_staff = 4.0;
    p.quota.two_from_staff = 8.0;
    p.quota.share_from_staff = 12.0;
    p.quota.share = 0.25;
    p.quota.medium_from = 0.5;
    p.quota.severe_from = 0.7;
    p.quota.severe_months = 5.0;
    p.quota.uncovered_share = 0.8;
    p.quota.opening_hazard = 0.05;
    p.justice.alternative_hazard = 0.1;
    p.justice.alternative_ratio = 0.7;
    p.justice.alternative_months_left = 9.0;
    p.justice.revocation_hazard = 0.05;
    p.justice.credit_months = 8.0;
    p.justice.credit_alternative_months = 4.0;
    p.violence.interruption_hazard = 0.1;
    p.tax.hire_subsidy_share = 0.4;
    p.staff.in_kind_eur_month = 77.0;
    p.instruments[Instrument::microcredit].usual_slots_per_1000 = 100.0;
    p.contacts.decay_hazard_per_month = 0.05;
    p.contacts.information_share = 0.4;
    p.contacts.group_ties = 2.0;
    p.households.pair_share = 0.5;
    p.microcredit.capital_threshold = 0.3;
    p.microcredit.approval_share = 0.7;
    p.microcredit.tutored_share = 0.6;
    p.microcredit.survival_36_months = 0.2;
    p.microcredit.loan_months = 20.0;
    p.microcredit.called_share_tutored = 0.6;
    p.microcredit.called_share_untutored = 0.8;
    p.instruments[Instrument::job_tutor].payer = static_cast<double>(Payer::province_region);
}

/// A law that protects some kinds of households, with a region's minimum beside it, and standards
/// of autonomy and of exclusion that many meet.
void legislate(Parameters& p) {
    p.benefit.regional_eur = 150.0;
    p.benefit.activity_eur = 200.0;
    p.benefit.minimum_eur = 300.0;
    p.benefit.categorical = 1.0;
    p.benefit.counts_indemnity = 1.0;
    p.benefit.taper_months = 3.0;
    p.benefit.initial_taper = 0.5;
    p.autonomy.exit_level = 0.5;
    p.autonomy.exit_months = 3.0;
    p.autonomy.stable_months = 6.0;
    p.autonomy.exclusion_hazard = 0.1;
    p.autonomy.exclusion_trust = 0.5;
    p.autonomy.exclusion_jobless_months = 6.0;
}

/// Levers that the small programme leaves alone.
void pull_more_levers(Parameters& p) {
    p.target.everybody = 0.0;
    p.target.group[Group::detained_or_ex] = 1.0;
    p.target.group[Group::violence_survivor] = 1.0;
    p.target.group[Group::migrant] = 1.0;
    p.target.hire_incentive_eur_month = 200.0;
    p.justice.alternative_hazard = 0.3;
    p.target.hire_incentive_months = 6.0;
    p.internship.total_starts = 15.0;
    p.instruments[Instrument::microcredit].slots = 20.0;
    p.referral.delay_cap_months = 1.0;
    p.referral.control_rate = 0.5;
    p.services.fidelity = 0.7;
    p.placement.batch_months = 2.0;
    p.placement.prediction_auc = 0.55;
    p.placement.prediction_bias[Group::migrant] = -0.2;
    p.placement.prediction_bias[Group::disability] = 0.1;
    p.placement.floor[Group::migrant] = 0.3;
    p.placement.floor[Group::homeless] = 0.4;
    p.commission.interval_months = 2.0;
    p.commission.appeal_share = 0.6;
    p.employers.coop_extra_places = 7.0;
    p.network.cooperative_led = 1.0;
    p.violence.excluded_share = 0.4;
    for (InstrumentParameters& row : p.instruments) {
        row.programme_payer = static_cast<double>(Payer::european_union);
    }
}

RunInputs ready(RunInputs inputs) {
    change_everywhere(inputs, crowd);
    change_everywhere(inputs, legislate);
    inputs.reference_law.categorical = 1.0;
    inputs.programme.target.start_month = 3.0;
    inputs.programme.target.months = 20.0;
    for (const Module asked : {Module::microcredit, Module::contacts, Module::households}) {
        inputs.modules.on[asked] = true;
    }
    inputs = with_modules(std::move(inputs));
    inputs.outside = with_terms_of(std::move(inputs.outside), inputs.programme);
    return inputs;
}

}  // namespace

RunInputs crowded_study() { return ready(small_study(size)); }

RunInputs crowded_programme(PlacementPolicy policy) {
    RunInputs inputs = small_programme(size);
    pull_more_levers(inputs.programme);
    inputs.programme.placement.policy = static_cast<double>(policy);
    return ready(std::move(inputs));
}

RunInputs crowded_null_twin() {
    RunInputs inputs = ready(small_null_twin(size));
    inputs.null_twin->start_month = 3;
    inputs.null_twin->months = 20;
    inputs.null_twin->outlay_per_month.value *= 3;  // more than can be spent
    return inputs;
}

}  // namespace cantiere::oracle
