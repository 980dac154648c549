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

/// Share of a part-time wage, of which `net_wage_eur` are paid, that taxes and lost assistance
/// take.
double tax_rate_at(double net_wage_eur,
                   const CaseTables& tables,
                   const Care& care,
                   const Parameters& parameters,
                   Month month,
                   ResidentId who) {
    const BenefitParameters& law = parameters.benefit;
    const double gross = parameters.search.wage_part_time_eur;
    BenefitCase c = jobless_case(tables, care, month, who);
    const double out = out_of_work_eur(tables, care, law, c, who);
    c.gross_earnings_eur += gross;
    const double in = net_wage_eur + claimed(tables, law, c, who).eur() +
                      invalidity_eur(law, tables.capital.disability[who], gross);
    return participation_tax_rate(in, out, gross);
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
    const double net_eur =
        split_wage(parameters.tax, parameters.search.wage_part_time_eur).net_eur();
    return tax_rate_at(net_eur, tables, care, parameters, month, who);
}

SearchIntensity::SearchIntensity(const CaseTables& tables,
                                 const Care& care,
                                 const Parameters& parameters,
                                 double tightness,
                                 Month month)
    : tables_(tables), care_(care), parameters_(parameters), month_(month) {
    const JobSearchParameters& p = parameters.search;
    usual_ = tightness_factor(p, tightness) * p.finding_multiplier;
    boost_ = exp(p.completed_internship_boost);
    net_wage_eur_ = split_wage(parameters.tax, p.wage_part_time_eur).net_eur();
    for (int months = 0; months - 1 < p.duration_months; ++months) {
        duration_.push_back(duration_factor(p, months));
    }
}

double SearchIntensity::duration(int jobless_months) const {
    return duration_[std::min(static_cast<std::size_t>(jobless_months), duration_.size() - 1)];
}

double SearchIntensity::follow_through(ResidentId who) const {
    const JobSearchParameters& p = parameters_.search;
    const Work& work = tables_.work;
    double factor = is_locked_in(work, care_, who) ? p.lock_in : 1.0;
    if (minds_children(tables_, care_, who)) factor *= parameters_.households.childcare_barrier;
    if (work.search_boost_left[who] > 0) factor *= boost_;
    if (care_.tutor_left[who] > 0) factor *= p.coach_multiplier;
    return factor;
}

double SearchIntensity::ceiling(ResidentId who) const {
    const JobSearchParameters& p = parameters_.search;
    double effort = p.effort_floor;
    // (1-PTR)^eps <= 1
    if (!is_passive(tables_.work, care_, who)) {
        effort += (1.0 - p.effort_floor) * double{tables_.capital.trust[who]};
    }
    return usual_ * effort * duration(tables_.work.jobless_months[who]) * follow_through(who);
}

double SearchIntensity::greatest() const {
    const double most_effort = std::max(1.0, parameters_.search.effort_floor);
    return usual_ * most_effort * std::ranges::max(duration_) *
           std::max(1.0, parameters_.search.lock_in) *
           std::max(1.0, parameters_.households.childcare_barrier) * std::max(1.0, boost_) *
           std::max(1.0, parameters_.search.coach_multiplier);
}

double SearchIntensity::of(ResidentId who) const {
    const JobSearchParameters& p = parameters_.search;
    double effort = p.effort_floor;
    if (!is_passive(tables_.work, care_, who)) {
        const double tax_rate =
            tax_rate_at(net_wage_eur_, tables_, care_, parameters_, month_, who);
        effort = search_effort(p, tables_.capital.trust[who], tax_rate);
    }
    return usual_ * effort * duration(tables_.work.jobless_months[who]) * follow_through(who);
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
