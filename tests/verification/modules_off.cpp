#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/monthly_run.h"
#include "tests/support/same_outcome.h"

namespace cantiere {
namespace {

constexpr SmallStudy size{250.0, 12, 24};

/// What a module that is off means, said in numbers apart from model/modules.cpp. The reference law
/// is changed with the parameters; `inputs` is for what is no parameter.
struct Neutral {
    Module module;
    std::function<void(Parameters&)> set;
    std::function<void(RunInputs&)> inputs = [](RunInputs&) {};
};

void no_slots(Parameters& p, Instrument instrument) {
    p.instruments[instrument].usual_slots_per_1000 = p.instruments[instrument].slots = 0.0;
}

void still_ladder(Parameters& p) {
    HousingParameters& h = p.housing;
    h.shelter_entry_hazard = h.precarious_find_hazard = h.stable_find_hazard = 0.0;
    h.precarious_loss_hazard = h.stable_loss_hazard = h.supported_autonomy_hazard = 0.0;
    p.capital.eviction_share = 0.0;
    no_slots(p, Instrument::supported_housing);
    no_slots(p, Instrument::rent_guarantee);
}

void open_loop(Parameters& p) {
    ReferralParameters& r = p.referral;
    r.loss_max = r.loss_min = r.duplicate_max = 0.0;
    r.delay_max_months = r.delay_min_months = 0.0;
    p.network.turnover_hazard_per_year = 0.0;
    p.network.dip_throughput = 1.0;
}

void still_people(Parameters& p) {
    p.population.arrival_hazard_per_month = p.population.death_hazard_per_month = 0.0;
    p.population.emigration_hazard_per_month = 0.0;
    p.population.age_out_years = 1e4;
}

void no_distance(RunInputs& inputs) {
    Territory flat = *inputs.territory;
    flat.travel = TravelTimes(flat.municipalities.size());
    inputs.territory = std::make_shared<const Territory>(flat);
}

/// Nobody finds a job but through services: where vacancies and the reduced form agree.
void no_open_search(Parameters& p) {
    p.search.contact_rate_per_month = 0.0;
    p.search.base_hazard_per_month = 0.0;
    p.contacts.information_share = 0.0;
}

/// All modules of the contract but `employers`.
std::vector<Neutral> neutrals() {
    return {
        {Module::demography, still_people},
        {Module::frailty, [](Parameters& p) { p.population.frailty_sd = 0.0; }},
        {Module::outreach,
         [](Parameters& p) {
             p.outreach.hazard_per_month = 1e3;
             p.outreach.language_barrier = p.outreach.travel_barrier = 0.0;
         }},
        {Module::network, open_loop},
        {Module::commission, [](Parameters& p) { p.commission.active = 0.0; }},
        {Module::services,
         [](Parameters& p) {
             for (const Instrument i : members<Instrument>()) no_slots(p, i);
         }},
        {Module::travel, [](Parameters&) {}, no_distance},
        {Module::desks,
         [](Parameters& p) { p.outreach.desk_quality = p.staff.desk_eur_year = 0.0; }},
        {Module::aids, [](Parameters& p) { no_slots(p, Instrument::aids); }},
        {Module::transport, [](Parameters& p) { no_slots(p, Instrument::transport_voucher); }},
        {Module::contacts,
         [](Parameters& p) {
             p.contacts.mean_degree = p.contacts.host_ties = p.contacts.group_ties = 0.0;
         }},
        {Module::households,
         [](Parameters& p) {
             p.households.partner_share = 0.0;
             p.households.childcare_barrier = 1.0;
         }},
        {Module::microcredit, [](Parameters& p) { no_slots(p, Instrument::microcredit); }},
        {Module::housing, still_ladder},
        {Module::displacement,
         [](Parameters& p) {
             p.search.displacement_share = 0.0;
             p.search.runner_up_displaced_share = 0.0;
             p.microcredit.additional_jobs = 0.0;
         }},
        {Module::justice,
         [](Parameters& p) {
             p.justice.hazard_year_1 = p.justice.hazard_years_2_3 = p.justice.hazard_later = 0.0;
             p.justice.revocation_hazard = 0.0;
         }},
        {Module::violence,
         [](Parameters& p) {
             p.violence.improvement_hazard = p.violence.improvement_hazard_employed = 0.0;
             p.violence.recurrence_hazard = p.violence.interruption_hazard = 0.0;
             p.violence.excluded_share = 0.0;
         }},
        {Module::benefits,
         [](Parameters& p) {
             p.benefit.base_eur = p.benefit.rent_eur = p.benefit.activity_eur = 0.0;
             p.benefit.invalidity_eur = p.benefit.local_eur = p.benefit.regional_eur = 0.0;
         }},
        {Module::trust,
         [](Parameters& p) {
             p.trust.search_decay_per_month = 0.0;
             p.trust.waiting_factor = p.referral.lost_trust_factor = 1.0;
             p.referral.case_manager_trust = 0.0;
         }},
        {Module::exclusion, [](Parameters& p) { p.autonomy.exclusion_hazard = 0.0; }},
        {Module::learning, [](Parameters& p) { p.employers.learning_per_trainee = 0.0; }},
    };
}

/// The programme of the small study with every module.
RunInputs everything_on() {
    RunInputs inputs = small_programme(size);
    inputs.modules.on.fill(true);
    change_everywhere(inputs, [](Parameters& p) {
        p.instruments[Instrument::internship].usual_slots_per_1000 = 30.0;
        p.instruments[Instrument::microcredit].usual_slots_per_1000 = 12.0;
        p.microcredit.capital_threshold = 0.2;
        p.microcredit.approval_share = 1.0;
        p.households.parting_hazard_per_month = 0.01;
        p.search.skill_weight = 0.5;
        p.outreach.desk_from_residents = 5000.0;
    });
    return inputs;
}

}  // namespace

TEST_CASE("Every module but employers has neutral parameters") {
    EnumArray<Module, int> told{};
    for (const Neutral& neutral : neutrals()) ++told[neutral.module];
    ++told[Module::employers];
    for (const Module module : members<Module>()) {
        INFO(name(module));
        CHECK(told[module] == 1);
    }
}

TEST_CASE("A module that is off equals the same module with neutral parameters, bit for bit") {
    const RunKey key{2};
    const RunInputs all_on = everything_on();
    const RunResult on = run(all_on, key);
    for (const auto& [module, neutral, neutral_inputs] : neutrals()) {
        RunInputs off = all_on;
        off.modules.on[module] = false;
        RunInputs made_neutral = all_on;
        change_everywhere(made_neutral, neutral);
        neutral_inputs(made_neutral);
        Parameters law;
        law.benefit = made_neutral.reference_law;
        neutral(law);
        made_neutral.reference_law = law.benefit;
        const RunResult switched = run(off, key);
        const RunResult spelled_out = run(made_neutral, key);
        INFO(name(module));
        CHECK(variables_that_differ(switched.outcome, spelled_out.outcome).empty());
        CHECK(same_people(switched, spelled_out));
        CHECK_FALSE(variables_that_differ(switched.outcome, on.outcome).empty());
    }
}

// Without employers another rule finds jobs (model.md 5.17, rule 0): no parameter of the vacancies
// gives the hazard of the reduced form. The two agree bit for bit where neither finds any.
TEST_CASE("Without employers all but open search is as it was, bit for bit") {
    const RunKey key{2};
    RunInputs on = everything_on();
    change_everywhere(on, no_open_search);
    RunInputs off = on;
    off.modules.on[Module::employers] = false;
    const RunResult with = run(on, key);
    const RunResult without = run(off, key);
    CHECK(variables_that_differ(with.outcome, without.outcome).empty());
    CHECK(same_people(with, without));
    CHECK(with.outcome[Variable::hires] > 0.0);
}

TEST_CASE("Without employers nobody is hired from a vacancy and nobody but hosts displaces") {
    RunInputs inputs = small_programme(size);
    inputs.modules.on[Module::employers] = false;
    inputs.modules.on[Module::displacement] = false;
    const RunResult gross = run(inputs, {3});
    CHECK(gross.outcome[Variable::hires] > 0.0);
    CHECK(gross.outcome[Variable::displaced_job_months] == 0.0);
    inputs.modules.on[Module::displacement] = true;
    change_everywhere(inputs, [](Parameters& p) { p.search.displacement_share = 1.0; });
    CHECK(run(inputs, {3}).outcome[Variable::displaced_job_months] > 0.0);
}

TEST_CASE("Without displacement no job-month is lost by anybody") {
    RunInputs inputs = small_programme(size);
    inputs.modules.on[Module::displacement] = false;
    CHECK(run(inputs, {3}).outcome[Variable::displaced_job_months] == 0.0);
    CHECK(run(small_programme(size), {3}).outcome[Variable::displaced_job_months] > 0.0);
}

TEST_CASE("Without travel every place of work is in reach") {
    RunInputs inputs = small_programme(size);
    inputs.modules.on[Module::travel] = false;
    CHECK_FALSE(
        variables_that_differ(run(inputs, {2}).outcome, run(small_programme(size), {2}).outcome)
            .empty());
}

}  // namespace cantiere
