#include "model/month/search.h"

#include <algorithm>
#include <cmath>

#include "model/core/rare_counts.h"
#include "model/core/rare_draws.h"
#include "model/month/contacts.h"
#include "model/month/demography.h"
#include "model/month/internship.h"
#include "model/month/search_effort.h"
#include "model/month/vacancy_hiring.h"

namespace cantiere {
namespace {

/// Hires `who`; an internship that this ends is an early success.
void hire(Work& work,
          std::vector<EndedInternship>& ended,
          Events& events,
          const Care& care,
          const JobTerms& terms,
          int incentive,
          ResidentId who) {
    if (work.state[who] == WorkState::internship) {
        ended.push_back({work.employer[who], who, true});
        const Funding funding = care.step_funding[who];
        events.add(EventKind::early_success, who, Instrument::internship, funding);
    }
    start_job(work, events, terms, incentive, who);
}

/// Contacts with vacancies that come of `tips` acquaintances' words: each is worth `factor`, in
/// whole contacts by lot.
std::int64_t followed_tips(double factor,
                           int tips,
                           EntityKey key,
                           const Draws& draws,
                           Month month) {
    const auto whole = static_cast<std::int64_t>(factor);
    const double rest = factor - static_cast<double>(whole);
    std::int64_t followed = 0;
    for (int tip = 0; tip < tips; ++tip) {
        const auto index = static_cast<Draws::Index>(tip);
        const double lot = draws.uniform(key, month, Decision::tip_followed, index);
        followed += whole + (lot < rest ? 1 : 0);
    }
    return followed;
}

/// Those who may find a job: see is_at_risk_of_job.
ResidentSet at_risk_of_job(const People& people, const Work& work) {
    ResidentSet jobless =
        rows_with(work.state, WorkState::seeking, WorkState::inactive, WorkState::internship);
    return jobless &= present(people);
}

/// Everyone who has contacts with vacancies this month, and how many.
std::vector<Seeker> seekers(const CaseTables& tables,
                            const Care& care,
                            const Contacts& known,
                            const Parameters& p,
                            double tightness,
                            const Draws& draws,
                            Month month) {
    const People& people = tables.people;
    const double rate = p.search.contact_rate_per_month * p.search.vacancy_information;
    const SearchIntensity search(tables, care, p, tightness, month);
    const ResidentSet at_risk = at_risk_of_job(people, tables.work);
    const auto ceiling_of = [&](ResidentId who) { return rate * search.ceiling(who); };
    ResidentSet hear = could_count(at_risk,
                                   people.key,
                                   draws,
                                   {month, Decision::contact_count},
                                   rate * search.greatest(),
                                   ceiling_of);
    if (!known.tips.empty()) hear |= rows_other_than(known.tips, std::uint8_t{0}) & at_risk;
    std::vector<Seeker> all;
    for (const ResidentId who : hear) {
        if (employment_changed(tables.work, who)) continue;
        const EntityKey key = people.key[who];
        std::int64_t contacts =
            draws.poisson(rate * search.of(who), key, month, Decision::contact_count);
        if (const int tips = known.told(who); tips > 0) {
            contacts += followed_tips(search.follow_through(who), tips, key, draws, month);
        }
        if (contacts > 0) all.push_back({who, key, contacts});
    }
    return all;
}

/// Tells whether someone has neither work nor an internship, as at the start of the month.
bool stayed_jobless(const Work& work, ResidentId who) {
    const WorkState state = work.state[who];
    return state == work.state_at_start[who] &&
           (state == WorkState::seeking || state == WorkState::inactive);
}

/// Hazard at which someone jobless gives up the search, the likelier with less trust, or takes it
/// up, the likelier where outreach finds more than usual.
Hazard search_change_hazard(const JobSearchParameters& p,
                            WorkState state,
                            double trust,
                            double ratio_of_outreach) {
    if (state == WorkState::inactive) return Hazard{p.to_seeking_hazard * ratio_of_outreach};
    const double reluctance = 1.0 + p.giving_up_trust_slope * (0.5 - trust);
    return Hazard{p.to_inactive_hazard * reluctance};
}

double outreach_ratio(const OutreachParameters& p) {
    return p.hazard_per_month / p.usual_hazard_per_month;
}

/// The greatest of these hazards, whoever it is: trust is from 0 to 1.
double greatest_change(const JobSearchParameters& p, const Regimes& regimes) {
    const double ratio = std::max(outreach_ratio(regimes.programme.outreach),
                                  outreach_ratio(regimes.others.outreach));
    const double most_reluctant = 1.0 + std::abs(p.giving_up_trust_slope) / 2.0;
    return std::max(p.to_seeking_hazard * ratio, p.to_inactive_hazard * most_reluctant);
}

}  // namespace

void fill_vacancies(Work& work,
                    Employers& employers,
                    OrdinaryPool& pool,
                    Events& events,
                    const People& people,
                    const Capital& capital,
                    const Housing& housing,
                    const Care& care,
                    const Standing& standing,
                    const Contacts& contacts,
                    const TravelTimes& travel,
                    const std::vector<Vacancy>& vacancies,
                    const Parameters& parameters,
                    double tightness,
                    const Draws& draws,
                    Month month) {
    const Reach reach(people, capital, care, travel, parameters, draws);
    const auto applications =
        VacancyMap(vacancies).applications_of(seekers({people, capital, work, housing, standing},
                                                      care,
                                                      contacts,
                                                      parameters,
                                                      tightness,
                                                      draws,
                                                      month),
                                              reach,
                                              parameters.search,
                                              draws,
                                              month);
    const VacancyHiring
        hiring(vacancies, people, capital, employers, pool, reach, parameters, draws, month);
    const Probability displaced{parameters.search.runner_up_displaced_share};
    std::vector<EndedInternship> ended;
    for (const VacancyHire& made : hiring.hires(applications)) {
        const ResidentId who = made.who;
        const int incentive = incentive_months(people, parameters.target, who, month);
        hire(work, ended, events, care, made.terms, incentive, who);
        const EntityKey job = made.vacancy->key;
        if (made.over_ordinary &&
            draws.bernoulli(displaced, job, month, Decision::ordinary_displacement)) {
            displace_ordinary(pool, events, made.vacancy->municipality, who, month);
        }
    }
    end_internships(employers, ended, people, parameters.employers, draws, month);
}

void find_jobs_without_vacancies(Work& work,
                                 Employers& employers,
                                 Events& events,
                                 const People& people,
                                 const Capital& capital,
                                 const Housing& housing,
                                 const Care& care,
                                 const Standing& standing,
                                 const Contacts& contacts,
                                 const Parameters& parameters,
                                 double tightness,
                                 const Draws& draws,
                                 Month month) {
    const CaseTables tables{people, capital, work, housing, standing};
    const SearchIntensity search(tables, care, parameters, tightness, month);
    std::vector<EndedInternship> ended;
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        if (!is_at_risk_of_job(people, work, who)) continue;
        const EntityKey key = people.key[who];
        const double intensity = search.of(who);
        const double y = employability_of(people, capital, parameters.search, who);
        const double known = contacts_factor_of(contacts, work, parameters.contacts, who);
        const Hazard finding{parameters.search.base_hazard_per_month * intensity * exp(y) * known};
        if (!draws.event(finding, key, month, Decision::job_found)) continue;
        const JobTerms terms = draw_terms(parameters.search, EmployerId::none(), key, draws, month);
        const int incentive = incentive_months(people, parameters.target, who, month);
        hire(work, ended, events, care, terms, incentive, who);
    }
    end_internships(employers, ended, people, parameters.employers, draws, month);
}

void shrink_displaced(OrdinaryPool& pool,
                      const JobSearchParameters& search,
                      const JobKeepingParameters& keeping,
                      double tightness) {
    const double finding = search.ordinary_finding_hazard * tightness_factor(search, tightness);
    const double end = finding + keeping.hazard_months_4_12;
    const double remaining = exp(-end);
    for (double& displaced : pool.displaced) displaced *= remaining;
    for (double& displaced : pool.displaced_in_window) displaced *= remaining;
}

void enter_or_leave_search(Work& work,
                           const People& people,
                           const Capital& capital,
                           const JobSearchParameters& parameters,
                           const Regimes& regimes,
                           const Draws& draws,
                           Month month) {
    for (const ResidentId who : rows_other_than(work.search_boost_left, std::uint8_t{0})) {
        if (is_at_risk_of_job(people, work, who)) --work.search_boost_left[who];
    }
    const double most = greatest_change(parameters, regimes);
    const Occasion changing{month, Decision::labour_force};
    for (const ResidentId who : could_happen(most, people.key, draws, changing) &
                                    rows_with(work.state, WorkState::seeking, WorkState::inactive) &
                                    present(people)) {
        if (!stayed_jobless(work, who)) continue;
        const WorkState state = work.state[who];
        const double ratio =
            outreach_ratio(regimes.of(people.groups[who], people.sex[who]).outreach);
        const Hazard hazard = search_change_hazard(parameters, state, capital.trust[who], ratio);
        if (!draws.event(hazard, people.key[who], month, Decision::labour_force)) continue;
        work.state[who] = state == WorkState::seeking ? WorkState::inactive : WorkState::seeking;
    }
}

}  // namespace cantiere
