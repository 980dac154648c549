#include "tests/support/markov_residents.h"

#include <cmath>

#include "model/core/contracts.h"
#include "model/core/row_set.h"
#include "model/modules.h"
#include "tests/support/small_study.h"

namespace cantiere::markov_cohort {
namespace {

constexpr double wage_eur = 20000.0;
constexpr double at_once = 1e3;           // a hazard that nobody escapes
constexpr double settled_months = 240.0;  // tenure of A; a job of B is always younger

double hazard(double chance) { return -std::log(1.0 - chance); }
double chance(double hazard) { return 1.0 - std::exp(-hazard); }

void set_hazards(Parameters& p, const Hazards& h) {
    JobKeepingParameters& job = p.keeping;
    job.hazard_months_1_3 = job.hazard_months_4_12 = job.hazard_months_13_on = h.job_loss;
    job.coop_b_ratio = h.cooperative_ratio;
    job.coop_b_transition_hazard = h.open_market;
    JusticeParameters& justice = p.justice;
    justice.hazard_year_1 = justice.hazard_years_2_3 = justice.hazard_later = h.detention;
    justice.job_ratio = h.job_ratio;
    justice.unhoused_ratio = h.unhoused_ratio;
    p.housing.precarious_loss_hazard = at_once;  // of who is below the poverty line
}

/// C has the whole benefit, A and B what their tapers leave of it.
void set_costs(Parameters& p, double drugs_eur) {
    p.benefit.base_eur = care_eur[C] + drugs_eur;
    p.benefit.taper = (care_eur[C] - care_eur[A]) / wage_eur;
    p.benefit.initial_taper = (care_eur[C] - care_eur[B]) / wage_eur;
}

/// Everybody alike: a former detainee with a stable job and a home that is no more than that.
void make_alike(Parameters& p) {
    p.population.group_share = {};
    p.population.group_share[Group::detained_or_ex] = 1.0;
    p.population.detained_share = 0.0;
    p.population.children_share = 0.0;
    p.population.initial_work_share = {};
    p.population.initial_work_share[WorkState::open_ended] = 1.0;
    p.population.mean_open_ended_tenure_months = 0.0;  // beyond the months that settle
    p.initial.safety_mean = 1.0;
    p.initial.safety_sd = 0.0;
    p.housing.initial_share = {};
    p.housing.initial_share[HousingState::precarious] = 1.0;
    p.search.full_time_share = 1.0;
    p.search.wage_full_time_eur = wage_eur;
    p.benefit.take_up = 1.0;
}

/// Nothing happens to anybody, and nothing that differs makes a difference.
void make_still(Parameters& p) {
    set_hazards(p, {});
    p.keeping.professional_slope = p.keeping.relational_slope = p.keeping.unhoused_term = 0.0;
    p.keeping.open_ended_after_months = settled_months;
    p.housing.precarious_loss_hazard = p.housing.precarious_find_hazard = 0.0;
    p.housing.shelter_entry_hazard = 0.0;
    p.housing.stable_find_hazard = p.housing.stable_loss_hazard = 0.0;
    p.justice.women_ratio = 1.0;
    p.justice.mean_resentence_months = 1e9;
    p.capital.shock_hazard_per_month = 0.0;
    p.referral.referral_hazard_per_month = 0.0;
    p.search.base_hazard_per_month = 0.0;
    p.search.to_inactive_hazard = p.search.to_seeking_hazard = 0.0;
    p.benefit = {};
    p.benefit.local_eur = 0.0;
    p.benefit.taper_months = settled_months;
    p.tax = {};
    p.tax.employee_contribution = p.tax.employer_contribution = p.tax.income_tax_rate = 0.0;
    p.tax.consumption_tax_share = p.tax.integrative_eur_year = 0.0;
    // With wage and benefit: A from 25,034, B up to 23,416.5 as contributions take a fifth of the
    // wage, which the cooperative's worker is spared.
    p.autonomy.poverty_line_eur_month = 24000.0;
    p.autonomy.weights = {};
    p.autonomy.weights[Domain::safety] = 1.0;
    p.autonomy.floor = 1e-12;
}

}  // namespace

Hazards hazards_for(const Matrix& p) {
    const double leaves = p[A][B] + p[A][C];
    const double in_a = hazard(p[A][D] / (1.0 - leaves));
    const double in_b = hazard(p[B][D] / (1.0 - p[B][C]));
    const double in_c = hazard(p[C][D]);
    Hazards h;
    h.job_loss = hazard(p[B][C]);
    h.cooperative_ratio = hazard(leaves) * p[A][C] / leaves / h.job_loss;
    h.open_market = hazard(leaves) * p[A][B] / leaves;
    h.unhoused_ratio = in_b / in_a;
    h.job_ratio = in_b / in_c;
    h.detention = in_c / h.unhoused_ratio;
    return h;
}

Matrix lived_matrix(const Hazards& h) {
    const double lost = h.job_loss * h.cooperative_ratio;
    const double first = chance(lost + h.open_market) / (lost + h.open_market);
    Matrix p{};
    p[A][B] = first * h.open_market;
    p[A][C] = first * lost;
    p[B][C] = chance(h.job_loss);
    p[A][D] = (1.0 - p[A][B] - p[A][C]) * chance(h.detention * h.job_ratio);
    p[B][D] = (1.0 - p[B][C]) * chance(h.detention * h.job_ratio * h.unhoused_ratio);
    p[C][D] = chance(h.detention * h.unhoused_ratio);
    return with_ratio(p, 1.0);
}

RunInputs inputs_of(const Strategy& strategy, double people) {
    RunInputs inputs = small_study({people, 1, cycles});
    inputs.modules.on.fill(false);
    for (const Module module : {Module::housing, Module::justice, Module::benefits}) {
        inputs.modules.on[module] = true;
    }
    change_everywhere(inputs, make_still);
    change_everywhere(inputs, make_alike);
    set_costs(inputs.usual, zidovudine_eur);
    const auto set_cycle = [&](Parameters& p, int cycle) {
        p.tax.employee_contribution = 0.2;
        set_costs(p, strategy.drugs_eur(cycle));
        set_hazards(p, hazards_for(strategy.matrix(cycle)));
    };
    set_cycle(inputs.programme, 0);
    set_cycle(inputs.outside, cycles_of_both_drugs);
    inputs.programme.target.months = strategy.combined ? cycles_of_both_drugs : 0;
    inputs.reference_law = inputs.usual.benefit;
    for (int cycle = 0; cycle < cycles; ++cycle) {
        inputs.discount_factors.push_back(discount_factor(cycle));
    }
    return with_modules(inputs);
}

State start_of(const RunInputs& inputs, const Draws& draws) {
    State state = burn_in(inputs, draws);
    ResidentColumn<WorkState>& work = state.residents.work.state;
    expects(rows_with(work, WorkState::open_ended).count() == work.size(), "all have stable jobs");
    work.assign(work.size(), WorkState::coop_b);
    return state;
}

std::size_t state_of(WorkState work) {
    switch (work) {
        case WorkState::coop_b:
            return A;
        case WorkState::fixed_term:
            return B;
        case WorkState::seeking:
            return C;
        default:
            expects(work == WorkState::detained, "people are in one of the four states");
            return D;
    }
}

}  // namespace cantiere::markov_cohort
