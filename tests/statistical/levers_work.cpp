#include "tests/support/catch.h"
#include "tests/support/lever_sweep.h"

namespace cantiere {
namespace {

using enum Variable;

void every_intern_is_ill(Parameters& p) {
    p.population.group_share[Group::addiction] = 0.9;
    p.internship.conversion_group[Group::addiction] = -2.5;
    p.internship.conversion_intercept = 0.5;
}

void hosts_are_few(RunInputs& s) {
    change_everywhere(s, [](Parameters& p) { p.employers.initial_host_share = 0.005; });
    s.programme.instruments[Instrument::internship].slots = 60.0;
    s.programme.network.social_economic_tie = 0.0;
    s.programme.employers.host_bonus_eur = 0.0;
    s.programme.employers.join_multiplier = 0.5;
}

void tutors_for_all(RunInputs& s) {
    s.programme.target.tutor_share = 1.0;
    s.programme.instruments[Instrument::job_tutor].slots = 100.0;
    change_everywhere(s, [](Parameters& p) { p.search.contact_rate_per_month = 1.5; });
}

}  // namespace

// One paragraph a lever; the formatter would take a line for every word.
// clang-format off
TEST_CASE("Levers of employers and internships move their outcomes as stated") {
    check_levers({
        {"internship.conversion_intercept", -3.0, 0.0,
         everywhere([](Parameters& p, double x) { p.internship.conversion_intercept = x; }),
         "host_hires", total(host_hires), Moves::up},
        {"internship.conversion_frailty", 0.0, 8.0,
         everywhere([](Parameters& p, double x) { p.internship.conversion_frailty = x; }),
         "host_hires", total(host_hires), Moves::up},
        {"internship.dropout_hazard", 0.01, 0.2,
         everywhere([](Parameters& p, double x) {
             p.internship.ordinary_dropout_hazard = x;
             p.internship.dropout_hazard.fill(x);
         }),
         "dropouts", total(dropouts), Moves::up},
        {"internship.dropout_hazard", 0.01, 0.2,
         everywhere([](Parameters& p, double x) {
             p.internship.ordinary_dropout_hazard = x;
             p.internship.dropout_hazard.fill(x);
         }),
         "completions", total(completions), Moves::down},
        {"internship.indemnity", 0.0, 800.0,
         everywhere([](Parameters& p, double x) { p.internship.indemnity_eur_month = x; }),
         "programme_cost", total(programme_cost), Moves::up},
        {"capital.internship_growth", 0.0, 1.0,
         everywhere([](Parameters& p, double x) { p.capital.internship_growth = x; }),
         "skills", monthly(autonomy_by_domain, at(Domain::skills)),
         Moves::up},
        {"employers.learning_per_trainee", 0.0, 5.0,
         everywhere([](Parameters& p, double x) { p.employers.learning_per_trainee = x; }),
         "host_hires", total(host_hires), Moves::up, world(every_intern_is_ill)},
        {"employers.prejudice, all groups", -2.0, 0.0,
         everywhere([](Parameters& p, double x) { p.employers.prejudice.fill(x); }),
         "hires", total(hires), Moves::up},
        {"employers.signal_sd", 0.1, 4.0,
         everywhere([](Parameters& p, double x) { p.employers.signal_sd = x; }),
         "hires", total(hires), Moves::down,
         world([](Parameters& p) { p.employers.prejudice.fill(-2.0); })},
        {"employers.responsible_bonus", 0.0, 1.0,
         everywhere([](Parameters& p, double x) { p.employers.responsible_bonus = x; }),
         "hires", total(hires), Moves::up,
         world([](Parameters& p) { p.employers.responsible_share = 0.9; })},
        {"employers.join_multiplier", 0.0, 8.0,
         [](RunInputs& s, double x) { s.programme.employers.join_multiplier = x; },
         "starts", total(starts), Moves::up, hosts_are_few},
        {"employers.host_bonus_eur", 0.0, 4000.0,
         [](RunInputs& s, double x) { s.programme.employers.host_bonus_eur = x; },
         "starts", total(starts), Moves::up, hosts_are_few},
        {"network.social_economic_tie", 0.0, 0.9,
         [](RunInputs& s, double x) { s.programme.network.social_economic_tie = x; },
         "starts", total(starts), Moves::up,
         [](RunInputs& s) {
             hosts_are_few(s);
             s.programme.network.tie_target = 0.0;
             change_everywhere(s, [](Parameters& p) { p.employers.coordination_effect = 3.0; });
         }},
        {"employers.stay_after_completion", 0.0, 1.0,
         everywhere([](Parameters& p, double x) {
             p.employers.stay_after_completion = x;
             p.employers.stay_after_interruption = x;
         }),
         "starts", total(starts), Moves::up, hosts_are_few},
        {"employers.seats_small", 0.0, 3.0,
         everywhere([](Parameters& p, double x) { p.employers.seats_small = x; }),
         "starts", total(starts), Moves::up, hosts_are_few},
        {"subsidised_hire.slots", 0.0, 20.0,
         [](RunInputs& s, double x) {
             s.programme.instruments[Instrument::subsidised_hire].slots = x;
         },
         "hires", total(hires), Moves::up},
        {"coop_b.extra_places", 0.0, 30.0,
         [](RunInputs& s, double x) { s.programme.employers.coop_extra_places = x; },
         "share in social cooperatives",
         monthly(work_share, at(WorkState::coop_b)), Moves::up,
         [](RunInputs& s) { s.programme.services.personalisation = 1.0; }},
        {"aids.slots", 0.0, 60.0,
         [](RunInputs& s, double x) { s.programme.instruments[Instrument::aids].slots = x; },
         "host_hires", total(host_hires), Moves::up,
         world([](Parameters& p) {
             p.population.group_share[Group::disability] = 0.95;
             p.internship.conversion_intercept = 0.5;
             p.internship.conversion_disability = -4.0;
             p.instruments[Instrument::aids].aid_effect = 0.5;
             p.instruments[Instrument::aids].usual_slots_per_1000 = 0.0;
         })},
    });
}

TEST_CASE("Levers of search, vacancies and displacement move their outcomes as stated") {
    check_levers({
        {"job_search.contact_rate", 0.3, 1.5,
         everywhere([](Parameters& p, double x) { p.search.contact_rate_per_month = x; }),
         "hires", total(hires), Moves::up},
        {"job_search.tightness", 0.6, 1.5,
         everywhere([](Parameters& p, double x) { p.search.tightness = x; }),
         "hires", total(hires), Moves::up},
        {"job_search.finding_multiplier", 0.5, 1.5,
         everywhere([](Parameters& p, double x) { p.search.finding_multiplier = x; }),
         "hires", total(hires), Moves::up},
        {"job_search.vacancy_information", 0.5, 3.0,
         [](RunInputs& s, double x) { s.programme.search.vacancy_information = x; },
         "hires", total(hires), Moves::up},
        {"job_search.reservation", -1.0, 1.0,
         everywhere([](Parameters& p, double x) { p.search.reservation = x; }),
         "hires", total(hires), Moves::down},
        {"job_search.applicants_per_vacancy", 0.5, 10.0,
         everywhere([](Parameters& p, double x) { p.search.applicants_per_vacancy = x; }),
         "hires", total(hires), Moves::down},
        {"job_search.duration_floor", 0.2, 1.0,
         everywhere([](Parameters& p, double x) {
             p.search.duration_floor = x;
             p.search.duration_slope = 0.3;
         }),
         "hires", total(hires), Moves::up},
        {"job_search.effort_floor", 0.0, 1.0,
         everywhere([](Parameters& p, double x) { p.search.effort_floor = x; }),
         "hires", total(hires), Moves::up},
        {"job_search.lock_in", 0.0, 1.0,
         everywhere([](Parameters& p, double x) { p.search.lock_in = x; }),
         "early_successes", total(early_successes), Moves::up},
        {"job_search.completed_internship_boost", 0.0, 2.5,
         everywhere([](Parameters& p, double x) { p.search.completed_internship_boost = x; }),
         "hires", total(hires), Moves::up},
        {"job_search.to_inactive_hazard", 0.0, 0.3,
         everywhere([](Parameters& p, double x) { p.search.to_inactive_hazard = x; }),
         "hires", total(hires), Moves::down},
        {"job_search.maximum_travel_minutes", 5.0, 60.0,
         everywhere([](Parameters& p, double x) { p.search.maximum_travel_minutes = x; }),
         "hires", total(hires), Moves::up},
        {"job_search.professional_slope", 0.0, 4.0,
         everywhere([](Parameters& p, double x) { p.search.professional_slope = x; }),
         "hires", total(hires), Moves::up,
         world([](Parameters& p) { p.initial.professional_mean = 0.6; })},
        {"job_search.displacement_share", 0.0, 1.0,
         everywhere([](Parameters& p, double x) { p.search.displacement_share = x; }),
         "displaced_job_months", total(displaced_job_months), Moves::up,
         world([](Parameters& p) { p.internship.conversion_intercept = 2.0; })},
        {"job_search.runner_up_displaced_share", 0.0, 1.0,
         everywhere([](Parameters& p, double x) { p.search.runner_up_displaced_share = x; }),
         "displaced_job_months", total(displaced_job_months), Moves::up},
        {"job_search.ordinary_finding_hazard", 0.01, 0.3,
         everywhere([](Parameters& p, double x) { p.search.ordinary_finding_hazard = x; }),
         "displaced_job_months", total(displaced_job_months), Moves::down},
        {"employers.vacancy_hazard", 0.005, 0.1,
         everywhere([](Parameters& p, double x) { p.employers.vacancy_hazard_per_month = x; }),
         "hires", total(hires), Moves::up},
        {"hire_incentive.eur_month", 0.0, 600.0,
         [](RunInputs& s, double x) {
             s.programme.target.hire_incentive_eur_month = x;
             s.programme.target.hire_incentive_months = 12.0;
         },
         "hires", total(hires), Moves::up},
        {"hire_incentive.eur_month", 0.0, 600.0,
         [](RunInputs& s, double x) {
             s.programme.target.hire_incentive_eur_month = x;
             s.programme.target.hire_incentive_months = 12.0;
         },
         "programme_cost", total(programme_cost), Moves::up},
        {"base_hazard without vacancies", 0.02, 0.08,
         everywhere([](Parameters& p, double x) { p.search.base_hazard_per_month = x; }),
         "hires", total(hires), Moves::up,
         [](RunInputs& s) { s.modules.on[Module::employers] = false; }},
    });
}

TEST_CASE("Levers of job keeping, benefits and taxes move their outcomes as stated") {
    check_levers({
        {"job_keeping.hazards", 0.01, 0.2,
         everywhere([](Parameters& p, double x) {
             p.keeping.hazard_months_1_3 = p.keeping.hazard_months_4_12 = x;
             p.keeping.hazard_months_13_on = x;
         }),
         "share employed", employed_share(), Moves::down},
        {"job_keeping.tutor_ratio", 0.3, 1.0,
         everywhere([](Parameters& p, double x) { p.keeping.tutor_ratio = x; }),
         "share employed", employed_share(), Moves::down, tutors_for_all},
        {"job_search.coach_multiplier", 1.0, 4.0,
         everywhere([](Parameters& p, double x) { p.search.coach_multiplier = x; }),
         "hires", total(hires), Moves::up, tutors_for_all},
        {"job_tutor.hires_with_tutor_share", 0.0, 1.0,
         [](RunInputs& s, double x) { s.programme.target.tutor_share = x; },
         "share employed", employed_share(), Moves::up,
         [](RunInputs& s) {
             tutors_for_all(s);
             change_everywhere(s, [](Parameters& p) { p.keeping.tutor_ratio = 0.3; });
         }},
        {"job_tutor.slots", 0.0, 60.0,
         [](RunInputs& s, double x) { s.programme.instruments[Instrument::job_tutor].slots = x; },
         "programme_cost", total(programme_cost), Moves::up, [](RunInputs& s) {
             s.programme.target.tutor_share = 1.0;
         }},
        {"job_keeping.coop_b_ratio", 0.1, 2.0,
         everywhere([](Parameters& p, double x) { p.keeping.coop_b_ratio = x; }),
         "share in social cooperatives",
         monthly(work_share, at(WorkState::coop_b)), Moves::down,
         [](RunInputs& s) {
             s.programme.employers.coop_extra_places = 30.0;
             s.programme.services.personalisation = 1.0;
         }},
        {"job_keeping.travel_term", 0.0, 3.0,
         everywhere([](Parameters& p, double x) { p.keeping.travel_term = x; }),
         "share employed", employed_share(), Moves::down,
         world([](Parameters& p) {
             p.search.maximum_travel_minutes = 30.0;
             p.search.mobility_for_far_jobs = 0.0;
         })},
        {"benefit.base_eur", 0.0, 900.0,
         everywhere([](Parameters& p, double x) { p.benefit.base_eur = x; }),
         "exits", total(exits), Moves::down,
         world([](Parameters& p) { p.search.contact_rate_per_month = 2.0; })},
        {"benefit.base_eur", 0.0, 900.0,
         everywhere([](Parameters& p, double x) { p.benefit.base_eur = x; }),
         "assistance_cost", total(assistance_cost), Moves::up},
        {"benefit.taper", 0.2, 1.0,
         everywhere([](Parameters& p, double x) { p.benefit.taper = x; }),
         "assistance_cost", total(assistance_cost), Moves::down},
        {"benefit.take_up", 0.2, 1.0,
         everywhere([](Parameters& p, double x) { p.benefit.take_up = x; }),
         "assistance_cost", total(assistance_cost), Moves::up},
        {"benefit.categorical", 0.0, 1.0,
         everywhere([](Parameters& p, double x) { p.benefit.categorical = x; }),
         "assistance_cost", total(assistance_cost), Moves::down},
        {"benefit.local_eur", 0.0, 300.0,
         everywhere([](Parameters& p, double x) { p.benefit.local_eur = x; }),
         "net_cost_public", total(net_cost_public), Moves::up},
        {"benefit.base_eur, effort exponent 3", 0.0, 900.0,
         everywhere([](Parameters& p, double x) { p.benefit.base_eur = x; }),
         "hires", total(hires), Moves::down,
         world([](Parameters& p) {
             p.search.effort_tax_exponent = 3.0;
             p.search.effort_floor = 0.0;
             p.benefit.disregard_eur = 0.0;
         })},
        {"tax.employer_contribution", 0.1, 0.4,
         everywhere([](Parameters& p, double x) { p.tax.employer_contribution = x; }),
         "net_cost_public", total(net_cost_public), Moves::down},
        {"tax.coop_b_relief", 0.0, 1.0,
         everywhere([](Parameters& p, double x) { p.tax.coop_b_relief = x; }),
         "net_cost_public", total(net_cost_public), Moves::up,
         [](RunInputs& s) {
             s.programme.employers.coop_extra_places = 30.0;
             s.programme.services.personalisation = 1.0;
         }},
    });
}
// clang-format on

}  // namespace cantiere
