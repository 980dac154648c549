#include "tests/support/catch.h"
#include "tests/support/lever_sweep.h"

namespace cantiere {
namespace {

using enum Variable;

void many_released(Parameters& p) {
    p.population.group_share[Group::detained_or_ex] = 0.7;
    p.search.contact_rate_per_month = 3.0;
    p.search.group_intercept[Group::detained_or_ex] = 1.0;
}

void many_detained(Parameters& p) {
    p.population.group_share[Group::detained_or_ex] = 0.7;
    p.population.detained_share = 0.8;
}

void many_survivors(Parameters& p) { p.population.group_share[Group::violence_survivor] = 0.7; }

}  // namespace

// One paragraph a lever; the formatter would take a line for every word.
// clang-format off
TEST_CASE("Levers of population, capitals and shocks move their outcomes as stated") {
    check_levers({
        {"population.arrival_hazard", 0.0, 0.02,
         everywhere([](Parameters& p, double x) { p.population.arrival_hazard_per_month = x; }),
         "residents", total(residents), Moves::up},
        {"population.emigration_hazard", 0.0, 0.02,
         everywhere([](Parameters& p, double x) {
             p.population.emigration_hazard_per_month = x;
         }),
         "autonomy_years", total(autonomy_years), Moves::down},
        {"population.death_hazard", 0.0, 0.02,
         everywhere([](Parameters& p, double x) { p.population.death_hazard_per_month = x; }),
         "autonomy_years", total(autonomy_years), Moves::down},
        {"capital.job_professional_growth", 0.0, 0.1,
         everywhere([](Parameters& p, double x) { p.capital.job_professional_growth = x; }),
         "skills", monthly(autonomy_by_domain, at(Domain::skills)), Moves::up},
        {"capital.professional_decay", 0.0, 0.04,
         everywhere([](Parameters& p, double x) { p.capital.professional_decay = x; }),
         "skills", monthly(autonomy_by_domain, at(Domain::skills)), Moves::down},
        {"capital.relational_decay", 0.0, 0.04,
         everywhere([](Parameters& p, double x) { p.capital.relational_decay = x; }),
         "relations", monthly(autonomy_by_domain, at(Domain::relations)), Moves::down},
        {"capital.shock_hazard", 0.0, 0.05,
         everywhere([](Parameters& p, double x) { p.capital.shock_hazard_per_month = x; }),
         "health", monthly(autonomy_by_domain, at(Domain::health)), Moves::down},
        {"capital.eviction_share", 0.0, 1.0,
         everywhere([](Parameters& p, double x) {
             p.capital.eviction_share = x;
             p.capital.illness_share = p.capital.debt_share = 0.0;
         }),
         "housing", monthly(autonomy_by_domain, at(Domain::housing)), Moves::down},
    });
}

TEST_CASE("Levers of housing, justice and violence move their outcomes as stated") {
    check_levers({
        {"housing.rent_eur_month", 200.0, 700.0,
         everywhere([](Parameters& p, double x) { p.housing.rent_eur_month = x; }),
         "housing", monthly(autonomy_by_domain, at(Domain::housing)), Moves::down},
        {"housing.precarious_loss_hazard", 0.0, 0.05,
         everywhere([](Parameters& p, double x) { p.housing.precarious_loss_hazard = x; }),
         "housing", monthly(autonomy_by_domain, at(Domain::housing)), Moves::down},
        {"housing.shelter_places_per_1000", 0.0, 100.0,
         everywhere([](Parameters& p, double x) { p.housing.shelter_places_per_1000 = x; }),
         "housing", monthly(autonomy_by_domain, at(Domain::housing)), Moves::up,
         world([](Parameters& p) { p.population.group_share[Group::homeless] = 0.5; })},
        {"housing.stable_find_hazard", 0.0, 0.1,
         everywhere([](Parameters& p, double x) { p.housing.stable_find_hazard = x; }),
         "housing", monthly(autonomy_by_domain, at(Domain::housing)), Moves::up},
        {"justice.hazards", 0.0, 0.03,
         everywhere([](Parameters& p, double x) {
             p.justice.hazard_year_1 = p.justice.hazard_years_2_3 = p.justice.hazard_later = x;
         }),
         "reoffences", total(reoffences), Moves::up},
        {"justice.job_ratio", 0.2, 1.0,
         everywhere([](Parameters& p, double x) { p.justice.job_ratio = x; }),
         "reoffences", total(reoffences), Moves::up, world(many_released)},
        {"justice.programme_ratio", 0.2, 1.0,
         everywhere([](Parameters& p, double x) { p.justice.programme_ratio = x; }),
         "reoffences", total(reoffences), Moves::up, world(many_released)},
        {"justice.unhoused_ratio", 0.5, 3.0,
         everywhere([](Parameters& p, double x) { p.justice.unhoused_ratio = x; }),
         "reoffences", total(reoffences), Moves::up,
         world([](Parameters& p) {
             many_released(p);
             p.population.group_share[Group::homeless] = 0.6;
         })},
        {"justice.alternative_hazard_per_month", 0.0, 0.3,
         everywhere([](Parameters& p, double x) { p.justice.alternative_hazard = x; }),
         "measures", total(alternative_measures), Moves::up, world(many_detained)},
        {"justice.alternative_hazard_per_month", 0.0, 0.3,
         everywhere([](Parameters& p, double x) { p.justice.alternative_hazard = x; }),
         "detained", monthly(work_share, at(WorkState::detained)), Moves::down,
         world(many_detained)},
        {"justice.revocation_hazard_per_month", 0.0, 0.2,
         everywhere([](Parameters& p, double x) { p.justice.revocation_hazard = x; }),
         "revocations", total(revocations), Moves::up,
         world([](Parameters& p) {
             many_detained(p);
             p.justice.alternative_hazard = 0.3;
         })},
        {"justice.prison_day_marginal_eur", 5.0, 100.0,
         everywhere([](Parameters& p, double x) { p.justice.prison_day_marginal_eur = x; }),
         "net_cost_public", total(net_cost_public), Moves::up},
        {"violence.improvement_hazard", 0.0, 0.1,
         everywhere([](Parameters& p, double x) { p.violence.improvement_hazard = x; }),
         "safety", monthly(autonomy_by_domain, at(Domain::safety)), Moves::up,
         world(many_survivors)},
        {"violence.recurrence_hazard", 0.0, 0.1,
         everywhere([](Parameters& p, double x) { p.violence.recurrence_hazard = x; }),
         "safety", monthly(autonomy_by_domain, at(Domain::safety)), Moves::down,
         world(many_survivors)},
        {"violence.excluded_share", 0.0, 0.9,
         everywhere([](Parameters& p, double x) { p.violence.excluded_share = x; }),
         "starts of survivors",
         place(starts_by_group, at(Group::violence_survivor)), Moves::down,
         world(many_survivors)},
        {"violence.interruption_hazard", 0.0, 0.2,
         everywhere([](Parameters& p, double x) { p.violence.interruption_hazard = x; }),
         "completions", total(completions), Moves::down, world(many_survivors)},
    });
}

TEST_CASE("Levers of trust, exit, relapse and exclusion move their outcomes as stated") {
    check_levers({
        {"trust.search_decay_per_month", 0.0, 0.02,
         everywhere([](Parameters& p, double x) { p.trust.search_decay_per_month = x; }),
         "exclusions", total(exclusions), Moves::up},
        {"trust.waiting_factor", 0.9, 1.0,
         everywhere([](Parameters& p, double x) { p.trust.waiting_factor = x; }),
         "hires", total(hires), Moves::up,
         [](RunInputs& s) {
             change_everywhere(s, [](Parameters& p) { p.search.effort_floor = 0.0; });
             s.programme.instruments[Instrument::internship].slots = 1.0;
             s.programme.referral.case_manager = 0.0;
         }},
        {"referral.lost_trust_factor", 0.2, 1.0,
         everywhere([](Parameters& p, double x) { p.referral.lost_trust_factor = x; }),
         "exclusions", total(exclusions), Moves::down},
        {"autonomy.exclusion_hazard", 0.0, 0.1,
         everywhere([](Parameters& p, double x) { p.autonomy.exclusion_hazard = x; }),
         "exclusions", total(exclusions), Moves::up},
        {"autonomy.exclusion_hazard", 0.0, 0.1,
         everywhere([](Parameters& p, double x) { p.autonomy.exclusion_hazard = x; }),
         "permanent_exclusions", total(permanent_exclusions), Moves::up},
        {"outreach.reengagement_hazard", 0.0, 0.3,
         everywhere([](Parameters& p, double x) {
             p.outreach.reengagement_hazard_per_month = x;
         }),
         "permanent_exclusions", total(permanent_exclusions), Moves::down,
         world([](Parameters& p) { p.autonomy.exclusion_hazard = 0.1; })},
        {"autonomy.exit_level", 0.55, 0.8,
         everywhere([](Parameters& p, double x) { p.autonomy.exit_level = x; }),
         "exits", total(exits), Moves::down},
        {"autonomy.exit_months", 3.0, 18.0,
         everywhere([](Parameters& p, double x) { p.autonomy.exit_months = x; }),
         "exits", total(exits), Moves::down},
        {"autonomy.stable_months", 3.0, 24.0,
         everywhere([](Parameters& p, double x) { p.autonomy.stable_months = x; }),
         "stable_exits", total(stable_exits), Moves::down},
        {"job_keeping.hazard_months_13_on", 0.0, 0.15,
         everywhere([](Parameters& p, double x) { p.keeping.hazard_months_13_on = x; }),
         "relapses", total(relapses), Moves::up},
        {"autonomy.relapse_hazard", 0.0, 1.0,
         everywhere([](Parameters& p, double x) { p.autonomy.relapse_hazard = x; }),
         "share exited", monthly(care_share, at(CareState::exited)),
         Moves::down,
         world([](Parameters& p) {
             p.search.contact_rate_per_month = 2.0;
             p.keeping.hazard_months_4_12 = p.keeping.hazard_months_13_on = 0.15;
             p.benefit.base_eur = p.benefit.rent_eur = 0.0;
         })},
    });
}
// clang-format on

}  // namespace cantiere
