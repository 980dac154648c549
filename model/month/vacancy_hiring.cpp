#include "model/month/vacancy_hiring.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "model/core/draws_of_many.h"
#include "model/month/search_effort.h"
#include "model/rules/hiring.h"
#include "model/rules/limitation.h"
#include "model/rules/prediction.h"

namespace cantiere {

std::vector<VacancyHire> VacancyHiring::hires(const std::vector<Application>& applications) const {
    std::vector<Contest> contests;
    const std::vector<Candidate> candidates =
        above_ordinary(above_reservation(applications), contests);
    const std::vector<ResidentId> people = people_of(candidates);
    const auto before = [&](ResidentId a, ResidentId b) { return people_.key[a] < people_.key[b]; };
    std::vector<std::vector<Applicant>> lists(contests.size());
    for (const Candidate& candidate : candidates) {
        const auto place = std::lower_bound(people.begin(), people.end(), candidate.who, before);
        const auto person = static_cast<std::size_t>(place - people.begin());
        const double own = utility(contests[candidate.contest], candidate.who);
        lists[candidate.contest].push_back({person, candidate.score, own});
    }
    for (auto& list : lists) {
        std::sort(list.begin(), list.end(), [](const Applicant& a, const Applicant& b) {
            return a.score != b.score ? a.score > b.score : a.person < b.person;
        });
    }
    std::vector<VacancyHire> hires;
    const auto taken = settle_offers(lists, people.size());
    for (std::size_t person = 0; person < taken.size(); ++person) {
        const std::optional<std::size_t> list = taken[person];
        if (!list) continue;
        const Contest& won = contests[*list];
        const bool over = won.ordinary > parameters_.search.reservation;
        hires.push_back({people[person], won.vacancy, won.terms, over});
    }
    return hires;
}

std::vector<VacancyHiring::Candidate> VacancyHiring::above_reservation(
    const std::vector<Application>& applications) const {
    std::vector<EntityKey> pairs;
    pairs.reserve(applications.size());
    for (const Application& application : applications) {
        const EntityKey vacancy = vacancies_[application.vacancy].key;
        pairs.push_back(hash_key({people_.key[application.who].value, vacancy.value}));
    }
    std::vector<double> normals(applications.size());
    fill_normals(normals, draws_, pairs, {month_, Decision::applicant_signal});
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < applications.size(); ++i) {
        const Application& application = applications[i];
        const double s = score(vacancies_[application.vacancy], application.who, normals[i]);
        if (s <= parameters_.search.reservation) continue;
        candidates.push_back({application.vacancy, application.who, s});
    }
    return candidates;
}

/// Returns whom a vacancy would hire of `candidates`, and adds its contest.
std::vector<VacancyHiring::Candidate> VacancyHiring::above_ordinary(
    const std::vector<Candidate>& candidates,
    std::vector<Contest>& contests) const {
    std::vector<Candidate> above;
    std::size_t last = vacancies_.size();
    double ordinary = 0.0;
    for (const Candidate& candidate : candidates) {
        const Vacancy& vacancy = vacancies_[candidate.contest];
        if (candidate.contest != last) {
            last = candidate.contest;
            ordinary = ordinary_best(vacancy);
        }
        if (candidate.score <= ordinary) continue;
        if (contests.empty() || contests.back().vacancy != &vacancy) {
            const JobTerms terms =
                draw_terms(parameters_.search, vacancy.employer, vacancy.key, draws_, month_);
            contests.push_back({&vacancy, terms, ordinary});
        }
        above.push_back({contests.size() - 1, candidate.who, candidate.score});
    }
    return above;
}

std::vector<ResidentId> VacancyHiring::people_of(const std::vector<Candidate>& candidates) const {
    std::vector<ResidentId> people;
    for (const Candidate& candidate : candidates) people.push_back(candidate.who);
    std::sort(people.begin(), people.end(), [&](ResidentId a, ResidentId b) {
        return people_.key[a] < people_.key[b];
    });
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

/// The best of N, N ~ Poisson(applicants x pool / usual pool): the N-th root of one
/// uniform, so that a more crowded pool never has a worse best.
double VacancyHiring::ordinary_best(const Vacancy& vacancy) const {
    const JobSearchParameters& p = parameters_.search;
    const double usual = pool_.jobseekers_usual[vacancy.municipality];
    const double displaced = pool_.displaced[vacancy.municipality];
    const double crowding = usual > 0.0 ? std::max(0.0, (usual + displaced) / usual) : 1.0;
    const double mean = p.applicants_per_vacancy * crowding;
    const auto n = draws_.poisson(mean, vacancy.key, month_, Decision::ordinary_applicants);
    if (n == 0) return -std::numeric_limits<double>::infinity();
    const double u = draws_.uniform(vacancy.key, month_, Decision::ordinary_best);
    return p.ordinary_mean +
           p.ordinary_sd * normal_quantile(power(u, 1.0 / static_cast<double>(n)));
}

/// y_hat, with what the employer adds out of responsibility or for a hire incentive.
/// The employer's signal is off by `normal` standard deviations.
double VacancyHiring::score(const Vacancy& vacancy, ResidentId who, double normal) const {
    const GroupMask groups = people_.groups[who];
    const auto& seen = employers_.trainees_seen[vacancy.employer];
    const double limited = effective_disability(capital_, who);
    const PriorBelief belief = prior_belief(parameters_.employers, groups, limited, seen);
    const double noise = belief.signal_sd * normal;
    const double y = employability_of(people_, capital_, parameters_.search, who);
    double sum = assessed_employability(belief, y, noise);
    const EmployerKind kind = employers_.kind[vacancy.employer];
    const bool responsible = kind == EmployerKind::responsible || kind == EmployerKind::coop_b;
    if (responsible && groups != 0) sum += parameters_.employers.responsible_bonus;
    if (incentive_months(people_, parameters_.target, who, month_) > 0) {
        sum += parameters_.search.incentive_value_per_100_eur *
               parameters_.target.hire_incentive_eur_month / 100.0;
    }
    return sum;
}

double VacancyHiring::utility(const Contest& contest, ResidentId who) const {
    const EntityKey pair = hash_key({people_.key[who].value, contest.vacancy->key.value});
    const double minutes = reach_.minutes(who, contest.vacancy->municipality);
    const double pay_eur = contest.terms.gross_wage_cents / 100.0;
    return seat_utility(parameters_.placement, pay_eur, minutes, 0.0, 0.0) +
           parameters_.placement.taste_scale * draws_.gumbel(pair, month_, Decision::offer_taste);
}

}  // namespace cantiere
