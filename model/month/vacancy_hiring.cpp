#include "model/month/vacancy_hiring.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "model/month/search_effort.h"
#include "model/rules/hiring.h"
#include "model/rules/limitation.h"
#include "model/rules/prediction.h"

namespace cantiere {

std::vector<VacancyHire> VacancyHiring::hires(const std::vector<Application>& applications) const {
    const std::vector<ResidentId> applicants = people_of(applications);
    const auto before = [&](ResidentId a, ResidentId b) { return people_.key[a] < people_.key[b]; };
    std::vector<Contest> contests;
    std::vector<std::vector<Applicant>> lists;
    std::size_t last = vacancies_.size();
    for (const Application& application : applications) {
        if (application.vacancy != last) {
            last = application.vacancy;
            contests.push_back(contest(vacancies_[last]));
            lists.emplace_back();
        }
        const Contest& open = contests.back();
        const double s = score(*open.vacancy, application.who);
        if (s <= std::max(parameters_.search.reservation, open.ordinary)) continue;
        const auto place =
            std::lower_bound(applicants.begin(), applicants.end(), application.who, before);
        const auto person = static_cast<std::size_t>(place - applicants.begin());
        lists.back().push_back({person, s, utility(open, application.who)});
    }
    for (auto& list : lists) {
        std::sort(list.begin(), list.end(), [](const Applicant& a, const Applicant& b) {
            return a.score != b.score ? a.score > b.score : a.person < b.person;
        });
    }
    std::vector<VacancyHire> hires;
    const auto taken = settle_offers(lists, applicants.size());
    for (std::size_t person = 0; person < taken.size(); ++person) {
        const std::optional<std::size_t> list = taken[person];
        if (!list) continue;
        const Contest& won = contests[*list];
        const bool over = won.ordinary > parameters_.search.reservation;
        hires.push_back({applicants[person], won.vacancy, won.terms, over});
    }
    return hires;
}

std::vector<ResidentId> VacancyHiring::people_of(
    const std::vector<Application>& applications) const {
    std::vector<ResidentId> people;
    for (const Application& application : applications) people.push_back(application.who);
    std::sort(people.begin(), people.end(), [&](ResidentId a, ResidentId b) {
        return people_.key[a] < people_.key[b];
    });
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

VacancyHiring::Contest VacancyHiring::contest(const Vacancy& vacancy) const {
    const JobTerms terms =
        draw_terms(parameters_.search, vacancy.employer, vacancy.key, draws_, month_);
    return {&vacancy, terms, ordinary_best(vacancy)};
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
double VacancyHiring::score(const Vacancy& vacancy, ResidentId who) const {
    const GroupMask groups = people_.groups[who];
    const EntityKey pair = hash_key({people_.key[who].value, vacancy.key.value});
    const auto& seen = employers_.trainees_seen[vacancy.employer];
    const double limited = effective_disability(capital_, who);
    const PriorBelief belief = prior_belief(parameters_.employers, groups, limited, seen);
    const double noise = belief.signal_sd * draws_.normal(pair, month_, Decision::applicant_signal);
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
