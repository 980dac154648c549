#include "model/step.h"

#include "model/month/accounts.h"
#include "model/month/after_hire.h"
#include "model/month/autonomy.h"
#include "model/month/benefits.h"
#include "model/month/bundles.h"
#include "model/month/commission.h"
#include "model/month/contacts.h"
#include "model/month/coordination.h"
#include "model/month/demography.h"
#include "model/month/displaced_wages.h"
#include "model/month/drift.h"
#include "model/month/employers.h"
#include "model/month/exits.h"
#include "model/month/exogenous.h"
#include "model/month/households.h"
#include "model/month/housing.h"
#include "model/month/internship.h"
#include "model/month/job_keeping.h"
#include "model/month/justice.h"
#include "model/month/microcredit.h"
#include "model/month/network.h"
#include "model/month/occupancy.h"
#include "model/month/outreach.h"
#include "model/month/placement.h"
#include "model/month/project.h"
#include "model/month/quota.h"
#include "model/month/referral.h"
#include "model/month/search.h"
#include "model/month/service_slots.h"
#include "model/month/services.h"
#include "model/month/trust.h"
#include "model/month/violence.h"
#include "model/month/waiting.h"
#include "model/rules/target.h"

namespace cantiere {

// One phase a line where it fits: the month as a list.
// clang-format off
// NOLINTNEXTLINE(readability-function-size): the month is one list
void step(State& state, Events& events, Ledger& ledger, const RunInputs& inputs, const Draws& draws, Month month) {
    auto& [people, capital, work, housing, justice, care, standing, tally, credit] = state.residents;
    auto& [residents, employers, pool, institutions, units, log_cycle, network_months, contacts, households, domain_sums, registered, arrivals] = state;
    const Parameters& p = in_force(inputs, month);
    const Regimes regimes{p, month < Month{0} ? inputs.usual : inputs.outside};
    const TravelTimes& travel = inputs.territory->travel;
    const double poverty_line = p.autonomy.poverty_line_eur_month;
    const int shelters = shelter_places(p.housing, p.population.residents_in_need);
    const bool network_runs = month >= Month{0} && programme_runs(inputs.programme.target, month);
    events.clear();
    mark_start_of_month(work);

    // 0-2 what happens to people whatever the services do
    const double tightness = advance_cycle(log_cycle, p.search, draws, month);
    renew_population(people, work, care, events, justice, p.population, draws, month);
    renew_households(people, standing, households, p, inputs.usual, draws, month);
    drift_capitals(capital, people, work, care, p.capital, p.services.fidelity, draws, month);
    strike_shocks(capital, credit, housing, people, p.capital, draws, month);
    // 3-7 from being found to being served
    reach_out(care, events, people, capital, work, *inputs.territory, regimes, draws, month);
    refer_residents(care, capital, events, people, work, institutions, regimes, draws, month);
    wait_in_queues(care, capital, events, people, work, p.services, p.trust, draws, month);
    assess_cases(care, events, people, capital, work, housing, standing, institutions, p, draws, month);
    open_slots(units, p.instruments, p.population.residents_in_need, p.target, month);
    buy_bundles(units.bundles, inputs.null_twin, month);
    take_bundles(care, units.bundles, people, work, p, draws, month);
    design_projects(care, units, people, capital, work, housing, standing, employers, institutions, regimes, draws, month);
    deliver_services(care, capital, units, events, people, work, p, network_months, draws, month);
    // 8-12 employers, placement, work
    renew_host_network(employers, institutions, p.employers, draws, month);
    open_reserved_places(employers, p.employers, p.target, month);
    const std::vector<Vacancy> vacancies = open_vacancies(employers, p.employers, tightness, draws, month);
    recount_seats(employers, work);
    shrink_displaced(pool, p.search, p.keeping, tightness);
    place_residents(work, care, units, employers, pool, events, people, capital, travel, p, draws, month);
    progress_internships(work, care, employers, pool, events, people, capital, p, draws, month);
    place_by_quota(work, pool, events, people, capital, care, employers, travel, p, draws, month);
    hear_of_vacancies(contacts, people, work, p.contacts, draws, month);
    if (inputs.modules.on[Module::employers]) fill_vacancies(work, employers, pool, events, people, capital, housing, care, standing, contacts, travel, vacancies, p, tightness, draws, month);
    else find_jobs_without_vacancies(work, employers, events, people, capital, housing, care, standing, contacts, p, tightness, draws, month);
    enter_or_leave_search(work, people, capital, p.search, regimes, draws, month);
    start_after_hire(care, events, units, people, work, standing, p, draws, month);
    keep_jobs(work, events, people, capital, housing, care, employers, travel, p.keeping, p.search, draws, month);
    // 13-15 home, justice, safety, business
    move_housing(housing, care, events, people, work, standing, p.housing, poverty_line, shelters, draws, month);
    run_justice(justice, work, housing, care, events, people, regimes, draws, month);
    change_safety(capital, people, work, standing, p.violence, poverty_line, draws, month);
    run_microcredit(credit, work, care, pool, events, people, capital, p, draws, month);
    recount_seats(employers, work);
    // 16-18 money, autonomy, trust, ties
    share_incomes(standing, households, people, work);
    assess_benefits(standing, people, capital, work, housing, care, credit, p, inputs.reference_law, month);
    post_accounts(ledger, units, people, capital, work, housing, justice, care, standing, events, p, month);
    post_coordination(ledger, units, p, month);
    post_displaced(ledger, pool, p, month);
    settle_bundles(units.bundles, people, care, p);
    const ResidentSet core_holding = measure_autonomy(standing, domain_sums, people, capital, work, housing, p.autonomy, p.justice, draws);
    judge_standing(standing, care, events, people, capital, work, housing, core_holding, p.autonomy, draws, month);
    count_use(units, people, care, work);  // an exit ends a rent guarantee
    drift_trust(capital, people, work, care, regimes);
    update_network(institutions, network_months, p.network, network_runs, draws, month);
    renew_contacts(contacts, events, people, care, p.contacts, draws, month);
}
// clang-format on

}  // namespace cantiere
