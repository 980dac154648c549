#include "tests/support/small_study.h"

#include <utility>

#include "model/modules.h"

namespace cantiere {
namespace {

/// A row of the catalogue: what it takes, costs and does.
struct Row {
    Instrument instrument;
    double months, dropout_hazard, usual_slots_per_1000, eur_month, eur_once;
    Payer payer;
};

constexpr Row catalogue[] = {
    {Instrument::orientation, 1, 0.03, 20, 0, 136, Payer::province_region},
    {Instrument::counselling, 3, 0.05, 10, 60, 0, Payer::third_sector},
    {Instrument::skills_assessment, 1, 0.02, 5, 0, 142, Payer::province_region},
    {Instrument::relational_training, 2, 0.06, 3, 300, 0, Payer::municipality},
    {Instrument::vocational_training, 4, 0.06, 25, 0, 924, Payer::province_region},
    {Instrument::language, 6, 0.06, 10, 80, 0, Payer::municipality},
    {Instrument::internship, 6, 0.0, 8, 0, 0, Payer::european_union},
    {Instrument::subsidised_hire, 12, 0.0, 4, 0, 0, Payer::state},
    {Instrument::coop_b_placement, 12, 0.0, 0, 0, 0, Payer::state},
    {Instrument::job_tutor, 12, 0.0, 2, 90, 0, Payer::municipality},
    {Instrument::supported_housing, 12, 0.006, 5, 790, 0, Payer::municipality},
    {Instrument::rent_guarantee, 12, 0.0, 4, 0, 0, Payer::third_sector},
    {Instrument::transport_voucher, 6, 0.0, 10, 28, 0, Payer::municipality},
    {Instrument::microcredit, 12, 0.0, 0, 50, 0, Payer::state},
    {Instrument::aids, 3, 0.0, 5, 0, 3000, Payer::health_authority},
    {Instrument::safety_refuge, 8, 0.05, 5, 60, 0, Payer::province_region},
    {Instrument::health_path, 12, 0.05, 20, 249, 0, Payer::health_authority},
    {Instrument::childcare, 12, 0.0, 5, 400, 0, Payer::municipality},
};

double index(Payer payer) { return static_cast<double>(payer); }

void add_effects(InstrumentCatalogue& rows) {
    rows[Instrument::orientation].language_effect = 0.10;
    rows[Instrument::orientation].mobility_effect = 0.10;
    rows[Instrument::orientation].trust_effect = 0.05;
    rows[Instrument::counselling].relational_effect = 0.10;
    rows[Instrument::counselling].health_effect = 0.05;
    rows[Instrument::counselling].trust_effect = 0.08;
    rows[Instrument::skills_assessment].professional_effect = 0.05;
    rows[Instrument::relational_training].relational_effect = 0.20;
    rows[Instrument::vocational_training].professional_effect = 0.10;
    rows[Instrument::language].language_effect = 0.30;
    rows[Instrument::aids].aid_effect = 0.30;
    rows[Instrument::safety_refuge].safety_effect = 0.15;
    rows[Instrument::health_path].health_effect = 0.20;
}

InstrumentCatalogue small_catalogue() {
    InstrumentCatalogue rows;
    for (const Row& row : catalogue) {
        InstrumentParameters& p = rows[row.instrument];
        p.months = row.months;
        p.dropout_hazard_per_month = row.dropout_hazard;
        p.usual_slots_per_1000 = row.usual_slots_per_1000;
        p.cost_eur_month = row.eur_month;
        p.cost_eur_once = row.eur_once;
        p.payer = index(row.payer);
        p.programme_payer = index(Payer::municipality);
    }
    rows[Instrument::internship].programme_payer = index(Payer::european_union);
    add_effects(rows);
    return rows;
}

PopulationParameters small_population(double residents) {
    PopulationParameters p;
    p.residents_in_need = residents;
    p.group_share = {{0.40, 0.20, 0.12, 0.08, 0.20, 0.05, 0.06, 0.03, 0.06}};
    p.initial_work_share[WorkState::inactive] = 0.30;
    p.initial_work_share[WorkState::seeking] = 0.50;
    p.initial_work_share[WorkState::fixed_term] = 0.12;
    p.initial_work_share[WorkState::open_ended] = 0.08;
    return p;
}

BenefitParameters small_law() {
    BenefitParameters law;
    law.base_eur = 500.0;
    law.rent_eur = 280.0;
    law.maximum_eur = 1380.0;
    law.minimum_eur = 40.0;
    law.disregard_eur = 250.0;
    law.invalidity_eur = 300.0;
    return law;
}

}  // namespace

Territory small_territory() {
    constexpr std::size_t towns = 3;
    constexpr double car[towns][towns] = {{8, 20, 40}, {20, 6, 35}, {40, 35, 5}};
    constexpr double bus[towns][towns] = {{15, 40, 75}, {40, 12, 80}, {75, 80, 10}};
    Territory territory;
    territory.id = "small";
    territory.municipalities.push_back({"000001", "Uno", 14000, 43.90, 10.90, true});
    territory.municipalities.push_back({"000002", "Due", 6000, 43.95, 11.00, true});
    territory.municipalities.push_back({"000003", "Tre", 4000, 44.10, 10.80, true});
    territory.travel = TravelTimes(towns);
    for (std::size_t i = 0; i < towns; ++i) {
        for (std::size_t j = 0; j < towns; ++j) {
            const auto home = MunicipalityId::at(i);
            const auto work = MunicipalityId::at(j);
            territory.travel.car(home, work) = car[i][j];
            territory.travel.transit(home, work) = bus[i][j];
        }
    }
    return territory;
}

Parameters small_parameters(const SmallStudy& size) {
    Parameters p;
    p.population = small_population(size.residents);
    p.instruments = small_catalogue();
    p.services.personalisation = 0.3;
    p.commission.frontline_cases_per_1000 = 40.0;
    p.employers.initial_host_share = 0.10;
    p.employers.leave_hazard_per_month = 0.0;  // hosts leave after placements alone
    p.employers.prejudice = {{0.0, -0.64, -0.57, 0.0, -0.41, -0.5, -0.6, 0.0, -0.6}};
    p.internship.dropout_hazard = {{0.046, 0.050, 0.069, 0.055, 0.041, 0.064, 0.085, 0.055, 0.064}};
    p.internship.conversion_group = {{0.0, 0.0, -0.2, 0.0, 0.25, 0.0, -0.7, 0.0, -0.7}};
    p.search.group_intercept = {{-0.36, -1.46, -0.54, 0.05, 0.25, -1.06, -0.77, 0.49, -1.06}};
    p.search.contact_rate_per_month = 0.7;  // with the next two: about 1.3 % find work a month
    p.search.reservation = 0.0;
    p.search.ordinary_mean = 0.0;
    p.housing.initial_share = {{0.03, 0.02, 0.02, 0.35, 0.58}};
    p.housing.guarantee_call_share = 0.08;
    p.benefit = small_law();
    p.autonomy.weights = {{0.20, 0.20, 0.15, 0.10, 0.10, 0.10, 0.10, 0.05}};
    p.autonomy.other_weights[OtherWeights::work_light] = {
        {0.15, 0.10, 0.20, 0.15, 0.15, 0.10, 0.10, 0.05}};
    p.autonomy.other_weights[OtherWeights::equal].fill(0.125);
    return p;
}

Parameters small_programme_levers(Parameters p) {
    const auto slots = [&p](Instrument instrument, double count) {
        p.instruments[instrument].slots = count;
    };
    slots(Instrument::orientation, 6);
    slots(Instrument::counselling, 4);
    slots(Instrument::relational_training, 6);
    slots(Instrument::vocational_training, 8);
    slots(Instrument::internship, 12);
    slots(Instrument::subsidised_hire, 4);
    slots(Instrument::job_tutor, 8);
    slots(Instrument::supported_housing, 6);
    slots(Instrument::transport_voucher, 10);
    slots(Instrument::safety_refuge, 4);
    p.services.personalisation = 0.6;
    p.network.members = 8.0;
    p.network.hub = 1.0;
    p.network.tie_target = 0.6;
    p.network.sharing_target = 0.6;
    p.network.social_economic_tie = 0.8;
    p.outreach.hazard_per_month = 0.04;
    p.outreach.desk_quality = 0.5;
    p.referral.case_manager = 1.0;
    p.commission.active = 1.0;
    p.commission.cases_per_meeting = 25.0;
    p.placement.policy = static_cast<double>(PlacementPolicy::commission_score);
    p.employers.join_multiplier = 2.0;
    p.employers.host_bonus_eur = 300.0;
    p.employers.coop_extra_places = 4.0;
    p.target.tutor_share = 0.6;
    p.target.taper_step_months = 2.0;
    p.staff.office_eur_year = 20000.0;
    p.staff.meeting_eur_month_per_member = 100.0;
    p.staff.tie_eur_month = 50.0;
    p.staff.desk_eur_year = 5000.0;
    return p;
}

Modules built_modules() {
    Modules modules;
    modules.on.fill(true);
    for (const Module later : {Module::households, Module::microcredit, Module::contacts}) {
        modules.on[later] = false;
    }
    return modules;
}

RunInputs small_study(const SmallStudy& size) {
    RunInputs inputs;
    inputs.territory = std::make_shared<const Territory>(small_territory());
    inputs.modules = built_modules();
    inputs.usual = small_parameters(size);
    inputs.programme = inputs.usual;
    inputs.outside = inputs.usual;
    inputs.reference_law = small_law();
    inputs.start = {2016, 1};
    inputs.burn_in_months = size.burn_in_months;
    inputs.months = size.months;
    return inputs;
}

RunInputs small_programme(const SmallStudy& size) {
    RunInputs inputs = small_study(size);
    inputs.programme = small_programme_levers(inputs.usual);
    inputs.programme.target.months = size.months;
    inputs.planned_outlay_per_month = planned_outlay_per_month(inputs.outside, inputs.programme);
    return inputs;
}

RunInputs small_null_twin(const SmallStudy& size) { return null_twin_of(small_programme(size)); }

RunResult run(const RunInputs& inputs, const RunKey& which) {
    const RunInputs ready = with_modules(inputs);
    const Draws draws(which);
    return run_window(burn_in(ready, draws), ready, draws);
}

RunResult run_paired(const RunInputs& scenario, const RunInputs& base, const RunKey& which) {
    RunResult result = run(scenario, which);
    pair_with_base(result, run(base, which));
    return result;
}

}  // namespace cantiere
