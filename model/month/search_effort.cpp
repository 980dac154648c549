#include "model/month/search_effort.h"

#include <algorithm>

#include "model/month/benefits.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"

namespace cantiere {
namespace {

/// Assistance that the household claims of what is due.
Assistance claimed(const CaseTables& tables,
                   const BenefitParameters& law,
                   const BenefitCase& c,
                   ResidentId who) {
    if (tables.people.takes_up[who] == 0) return {};
    return assistance_due(law, c, tables.standing.spell[who]);
}

/// Net income of a month without work: claimed assistance or, with an open file, what the
/// municipality gives; and the invalidity cheque. EUR.
double out_of_work_eur(const CaseTables& tables,
                       const Care& care,
                       const BenefitParameters& law,
                       const BenefitCase& c,
                       ResidentId who) {
    const Assistance paid = claimed(tables, law, c, who);
    const double local = is_helped_locally(care.state[who], paid) ? law.local_eur : 0.0;
    return paid.eur() + local + invalidity_eur(law, tables.capital.disability[who], 0.0);
}

bool is_locked_in(const Work& work, const Care& care, ResidentId who) {
    if (work.state[who] == WorkState::internship) return true;
    return care.step_left[who] > 0 && is_course(current_step(care, who));
}

/// Tells whether `who` does not look for work at all but what the floor of effort is.
bool is_passive(const Work& work, const Care& care, ResidentId who) {
    return work.state[who] == WorkState::inactive || care.state[who] == CareState::excluded;
}

bool minds_children(const CaseTables& tables, const Care& care, ResidentId who) {
    const bool childcare = care.support[who] == Instrument::childcare && care.support_left[who] > 0;
    return is_held_back(tables.people.small_children[who] != 0,
                        childcare,
                        tables.standing.partner_at_home[who] != 0);
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
    const BenefitParameters& law = parameters.benefit;
    const double gross = parameters.search.wage_part_time_eur;
    BenefitCase c = jobless_case(tables, care, month, who);
    const double out = out_of_work_eur(tables, care, law, c, who);
    c.gross_earnings_eur += gross;
    const double in = split_wage(parameters.tax, gross).net_eur() +
                      claimed(tables, law, c, who).eur() +
                      invalidity_eur(law, tables.capital.disability[who], gross);
    return participation_tax_rate(in, out, gross);
}

double follow_through(const CaseTables& tables,
                      const Care& care,
                      const Parameters& parameters,
                      ResidentId who) {
    const JobSearchParameters& p = parameters.search;
    const Work& work = tables.work;
    double factor = is_locked_in(work, care, who) ? p.lock_in : 1.0;
    if (minds_children(tables, care, who)) factor *= parameters.households.childcare_barrier;
    if (work.search_boost_left[who] > 0) factor *= exp(p.completed_internship_boost);
    if (care.tutor_left[who] > 0) factor *= p.coach_multiplier;
    return factor;
}

IntensityCeiling::IntensityCeiling(const CaseTables& tables,
                                   const Care& care,
                                   const Parameters& parameters,
                                   double tightness)
    : tables_(tables), care_(care), parameters_(parameters) {
    const JobSearchParameters& p = parameters.search;
    usual_ = tightness_factor(p, tightness) * p.finding_multiplier;
    for (int months = 0; months - 1 < p.duration_months; ++months) {
        duration_.push_back(duration_factor(p, months));
    }
}

double IntensityCeiling::duration(int jobless_months) const {
    return duration_[std::min(static_cast<std::size_t>(jobless_months), duration_.size() - 1)];
}

double IntensityCeiling::of(ResidentId who) const {
    const double effort = is_passive(tables_.work, care_, who)
                              ? parameters_.search.effort_floor
                              : search_effort(parameters_.search, tables_.capital.trust[who], 0.0);
    return usual_ * effort * duration(tables_.work.jobless_months[who]) *
           follow_through(tables_, care_, parameters_, who);
}

double search_intensity(const CaseTables& tables,
                        const Care& care,
                        const Parameters& parameters,
                        double tightness,
                        Month month,
                        ResidentId who) {
    const JobSearchParameters& p = parameters.search;
    const Work& work = tables.work;
    double effort = p.effort_floor;
    if (!is_passive(work, care, who)) {
        const double tax_rate = participation_tax_rate_of(tables, care, parameters, month, who);
        effort = search_effort(p, tables.capital.trust[who], tax_rate);
    }
    return tightness_factor(p, tightness) * p.finding_multiplier * effort *
           duration_factor(p, work.jobless_months[who]) *
           follow_through(tables, care, parameters, who);
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
