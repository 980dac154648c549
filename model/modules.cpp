#include "model/modules.h"

#include <utility>

namespace cantiere {
namespace {

constexpr double at_once = 1e3;  // a hazard a month that no draw escapes
constexpr double never = 1e4;    // years or months beyond any horizon

void still_population(Parameters& p) {
    p.population.arrival_hazard_per_month = 0.0;
    p.population.death_hazard_per_month = 0.0;
    p.population.emigration_hazard_per_month = 0.0;
    p.population.age_out_years = never;
}

void perfect_outreach(Parameters& p) {
    p.outreach.hazard_per_month = at_once;
    p.outreach.language_barrier = 0.0;
    p.outreach.travel_barrier = 0.0;
}

void perfect_network(Parameters& p) {
    p.referral.loss_max = 0.0;
    p.referral.loss_min = 0.0;
    p.referral.delay_max_months = 0.0;
    p.referral.delay_min_months = 0.0;
    p.referral.duplicate_max = 0.0;
    p.network.turnover_hazard_per_year = 0.0;
    p.network.dip_throughput = 1.0;
}

void no_services(Parameters& p) {
    for (InstrumentParameters& row : p.instruments) {
        row.usual_slots_per_1000 = 0.0;
        row.slots = 0.0;
    }
}

void no_instrument(Parameters& p, Instrument instrument) {
    p.instruments[instrument].usual_slots_per_1000 = 0.0;
    p.instruments[instrument].slots = 0.0;
}

void still_housing(Parameters& p) {
    HousingParameters& h = p.housing;
    for (double* hazard : {&h.shelter_entry_hazard,
                           &h.precarious_find_hazard,
                           &h.stable_find_hazard,
                           &h.precarious_loss_hazard,
                           &h.stable_loss_hazard,
                           &h.supported_autonomy_hazard}) {
        *hazard = 0.0;
    }
    p.capital.eviction_share = 0.0;
    no_instrument(p, Instrument::supported_housing);
    no_instrument(p, Instrument::rent_guarantee);
}

void no_reoffending(Parameters& p) {
    p.justice.hazard_year_1 = 0.0;
    p.justice.hazard_years_2_3 = 0.0;
    p.justice.hazard_later = 0.0;
    p.justice.revocation_hazard = 0.0;
}

void still_safety(Parameters& p) {
    ViolenceParameters& v = p.violence;
    for (double* value : {&v.improvement_hazard,
                          &v.improvement_hazard_employed,
                          &v.recurrence_hazard,
                          &v.interruption_hazard,
                          &v.excluded_share}) {
        *value = 0.0;
    }
}

void no_assistance(BenefitParameters& law) {
    for (double* amount : {&law.base_eur,
                           &law.rent_eur,
                           &law.activity_eur,
                           &law.invalidity_eur,
                           &law.local_eur,
                           &law.regional_eur}) {
        *amount = 0.0;
    }
}

void still_trust(Parameters& p) {
    p.trust.search_decay_per_month = 0.0;
    p.trust.waiting_factor = 1.0;
    p.referral.lost_trust_factor = 1.0;
    p.referral.case_manager_trust = 0.0;
}

void no_displacement(Parameters& p) {
    p.search.displacement_share = 0.0;
    p.search.runner_up_displaced_share = 0.0;
    p.microcredit.additional_jobs = 0.0;
}

void no_desks(Parameters& p) {
    p.outreach.desk_quality = 0.0;
    p.staff.desk_eur_year = 0.0;
}

void nobody_known(ContactParameters& contacts) {
    contacts.mean_degree = 0.0;
    contacts.host_ties = 0.0;
    contacts.group_ties = 0.0;
}

void single_adults(HouseholdParameters& households) {
    households.partner_share = 0.0;
    households.childcare_barrier = 1.0;
}

bool is_off(const Modules& modules, Module module) { return !modules.on[module]; }

/// Those of the residents' lives.
void still_lives(Parameters& p, const Modules& modules) {
    if (is_off(modules, Module::demography)) still_population(p);
    if (is_off(modules, Module::contacts)) nobody_known(p.contacts);
    if (is_off(modules, Module::households)) single_adults(p.households);
    if (is_off(modules, Module::frailty)) p.population.frailty_sd = 0.0;
    if (is_off(modules, Module::housing)) still_housing(p);
    if (is_off(modules, Module::justice)) no_reoffending(p);
    if (is_off(modules, Module::violence)) still_safety(p);
    if (is_off(modules, Module::trust)) still_trust(p);
    if (is_off(modules, Module::exclusion)) p.autonomy.exclusion_hazard = 0.0;
}

/// Those of institutions and what they give.
void neutral_services(Parameters& p, const Modules& modules) {
    if (is_off(modules, Module::outreach)) perfect_outreach(p);
    if (is_off(modules, Module::network)) perfect_network(p);
    if (is_off(modules, Module::commission)) p.commission.active = 0.0;
    if (is_off(modules, Module::services)) no_services(p);
    if (is_off(modules, Module::desks)) no_desks(p);
    if (is_off(modules, Module::aids)) no_instrument(p, Instrument::aids);
    if (is_off(modules, Module::transport)) no_instrument(p, Instrument::transport_voucher);
    if (is_off(modules, Module::microcredit)) no_instrument(p, Instrument::microcredit);
    if (is_off(modules, Module::benefits)) no_assistance(p.benefit);
}

/// Those of employers and of the others who look for work.
void neutral_employers(Parameters& p, const Modules& modules) {
    if (is_off(modules, Module::displacement)) no_displacement(p);
    if (is_off(modules, Module::employers)) p.quota.opening_hazard = 0.0;
    if (is_off(modules, Module::learning)) p.employers.learning_per_trainee = 0.0;
}

}  // namespace

Parameters with_modules(Parameters p, const Modules& modules) {
    still_lives(p, modules);
    neutral_services(p, modules);
    neutral_employers(p, modules);
    return p;
}

RunInputs with_modules(RunInputs inputs) {
    inputs.usual = with_modules(inputs.usual, inputs.modules);
    inputs.programme = with_modules(inputs.programme, inputs.modules);
    inputs.outside = with_modules(inputs.outside, inputs.modules);
    if (!inputs.modules.on[Module::benefits]) no_assistance(inputs.reference_law);
    if (!inputs.modules.on[Module::travel]) {
        Territory flat = *inputs.territory;
        flat.travel = TravelTimes(flat.municipalities.size());
        inputs.territory = std::make_shared<const Territory>(std::move(flat));
    }
    return inputs;
}

}  // namespace cantiere
