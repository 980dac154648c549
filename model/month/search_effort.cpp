#include "model/month/search_effort.h"

#include "model/month/benefits.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"

namespace cantiere {
namespace {

/// Net income of a month with these gross earnings, claimed benefits included.
double net_income_eur(const Parameters& p,
                      const BenefitCase& c,
                      const BenefitSpell& spell,
                      bool takes_up,
                      double disability) {
    const bool claims = takes_up && may_draw_benefit(p.benefit, spell);
    const double benefit = claims ? benefit_due_eur(p.benefit, c) : 0.0;
    return split_wage(p.tax, c.gross_earnings_eur).net_eur() + benefit +
           invalidity_eur(p.benefit, disability, c.gross_earnings_eur);
}

bool is_locked_in(const Work& work, const Care& care, ResidentId who) {
    if (work.state[who] == WorkState::internship) return true;
    return care.step_left[who] > 0 && is_course(current_step(care, who));
}

}  // namespace

bool is_at_risk_of_job(const People& people, const Work& work, ResidentId who) {
    if (people.presence[who] != Presence::present) return false;
    const WorkState state = work.state[who];
    const bool searching = state == WorkState::seeking || state == WorkState::inactive ||
                           state == WorkState::internship;
    return searching && !employment_changed(work, who);
}

double participation_tax_rate_of(const CaseTables& tables,
                                 const Care& care,
                                 const Parameters& parameters,
                                 Month month,
                                 ResidentId who) {
    const bool takes_up = tables.people.takes_up[who] != 0;
    const double disability = tables.capital.disability[who];
    const BenefitSpell spell = tables.standing.spell[who];
    BenefitCase c = jobless_case(tables, care, month, who);
    const double out = net_income_eur(parameters, c, spell, takes_up, disability);
    c.gross_earnings_eur = parameters.search.wage_part_time_eur;
    const double in = net_income_eur(parameters, c, spell, takes_up, disability);
    return participation_tax_rate(in, out, c.gross_earnings_eur);
}

double search_intensity(const CaseTables& tables,
                        const Care& care,
                        const Parameters& parameters,
                        double tightness,
                        Month month,
                        ResidentId who) {
    const JobSearchParameters& p = parameters.search;
    const Work& work = tables.work;
    const bool passive =
        work.state[who] == WorkState::inactive || care.state[who] == CareState::excluded;
    double effort = p.effort_floor;
    if (!passive) {
        const double tax_rate = participation_tax_rate_of(tables, care, parameters, month, who);
        effort = search_effort(p, tables.capital.trust[who], tax_rate);
    }
    double intensity = tightness_factor(p, tightness) * p.finding_multiplier * effort *
                       duration_factor(p, work.jobless_months[who]);
    if (is_locked_in(work, care, who)) intensity *= p.lock_in;
    if (work.search_boost_left[who] > 0) intensity *= exp(p.completed_internship_boost);
    if (care.tutor_left[who] > 0) intensity *= p.coach_multiplier;
    return intensity;
}

double employability_of(const People& people,
                        const Capital& capital,
                        const JobSearchParameters& parameters,
                        ResidentId who) {
    return employability(parameters,
                         capital.professional[who],
                         capital.relational[who],
                         capital.mobility[who],
                         group_intercept(parameters, people.groups[who]),
                         people.frailty[who]);
}

}  // namespace cantiere
