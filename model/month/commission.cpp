#include "model/month/commission.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "model/core/rounding.h"
#include "model/month/assessment.h"
#include "model/month/demography.h"
#include "model/rules/target.h"

namespace cantiere {
namespace {

/// A registered case: what orders it, lower first, and what was seen.
struct Case {
    ResidentId who;
    EntityKey key;
    double rank = 0.0;
    double score = 0.0;
    double score_without_wait = 0.0;
    double observed_need = 0.0;
};

/// Those whose referral has arrived and who wait to be assessed, at liberty.
ResidentSet registered(const People& people, const Work& work, const Care& care) {
    ResidentSet cases = (rows_with(care.state, CareState::referred) & present(people))
                            .without(rows_with(work.state, WorkState::detained));
    for (const ResidentId who : cases) {
        if (care.registered_month[who] == no_month) cases.erase(who);
    }
    return cases;
}

Case look_at(const CaseTables& tables,
             const Care& care,
             const Institutions& institutions,
             const Parameters& p,
             const Draws& draws,
             ResidentId who,
             Month looked_at,
             Month month) {
    const DomainLevels x = observed_domains(tables, care, institutions, p, draws, who, looked_at);
    double need = 0.0;
    for (const Domain domain : members<Domain>()) {
        need += p.autonomy.weights[domain] * (1.0 - x[domain]);
    }
    const double trust = observed_trust(tables, care, institutions, p, draws, who, looked_at);
    const double risk = exclusion_risk(trust,
                                       tables.work.jobless_months[who],
                                       p.autonomy.exclusion_trust,
                                       p.autonomy.exclusion_jobless_months);
    Case seen{who, tables.people.key[who]};
    seen.observed_need = 1.0 - autonomy_index(p.autonomy, x, p.autonomy.weights);
    seen.score_without_wait = score_without_wait(p.commission,
                                                 need,
                                                 risk,
                                                 tables.people.children[who],
                                                 care.refusals[who]);
    seen.score =
        seen.score_without_wait + waiting_points(p.commission, month - care.registered_month[who]);
    return seen;
}

/// The case as the commission has it: after a review, by the look that gave the higher score.
Case hear(const CaseTables& tables,
          const Care& care,
          const Institutions& institutions,
          const Parameters& p,
          const Draws& draws,
          ResidentId who,
          Month month) {
    const Month registered = care.registered_month[who];
    const Month review = care.review_month[who];
    const Case first = look_at(tables, care, institutions, p, draws, who, registered, month);
    if (review == no_month) return first;
    // Looked at after the meeting it was asked at: never with the error of the first look.
    const Case second = look_at(tables, care, institutions, p, draws, who, review + 1, month);
    return second.score > first.score ? second : first;
}

/// A case in the line of the front line, not looked at yet: it goes by the month of registration,
/// moved by the caseworker's taste (months).
Case in_line(const People& people,
             const Care& care,
             const CommissionParameters& p,
             const Draws& draws,
             ResidentId who) {
    const Month registered = care.registered_month[who];
    Case waiting{who, people.key[who]};
    waiting.rank =
        registered.index() +
        p.taste_noise_months * draws.normal(waiting.key, registered, Decision::front_line_taste);
    return waiting;
}

bool goes_before(const Case& a, const Case& b) {
    return std::tie(a.rank, a.key) < std::tie(b.rank, b.key);
}

/// Orders cases by (rank, key) and cuts off those beyond `capacity`, which it returns.
std::vector<Case> cut_off(std::vector<Case>& cases, int capacity) {
    const std::size_t taken =
        std::min(cases.size(), static_cast<std::size_t>(std::max(0, capacity)));
    const auto first_left = cases.begin() + static_cast<std::ptrdiff_t>(taken);
    std::partial_sort(cases.begin(), first_left, cases.end(), goes_before);
    std::vector<Case> left(first_left, cases.end());
    cases.resize(taken);
    return left;
}

/// Opens the projects of those taken in.
void take_in(Care& care, Events& events, const std::vector<Case>& cases, bool commission) {
    for (const Case& seen : cases) {
        care.state[seen.who] = CareState::assessed_waiting;
        care.score[seen.who] = static_cast<float>(seen.score_without_wait);
        care.observed_need[seen.who] = static_cast<float>(seen.observed_need);
        if (care.assessments[seen.who] < 255) ++care.assessments[seen.who];
        events.add(EventKind::assessed, seen.who);
        if (commission) events.add(EventKind::commission_case, seen.who);
    }
}

/// Those left out may ask once for a review: the case is heard again, with another look, from the
/// next meeting on.
void let_appeal(Care& care,
                Events& events,
                const std::vector<Case>& left_out,
                double share,
                const Draws& draws,
                Month month) {
    const Probability asks{std::clamp(share, 0.0, 1.0)};
    for (const Case& seen : left_out) {
        if (care.review_month[seen.who] != no_month) continue;
        if (!draws.bernoulli(asks, seen.key, month, Decision::commission_appeal)) continue;
        care.review_month[seen.who] = month;
        events.add(EventKind::commission_case, seen.who);
    }
}

bool commission_meets(const CommissionParameters& p, Month month) {
    const int interval = std::max(1, nearest_int(p.interval_months));
    return month.index() % interval == 0;
}

int front_line_capacity(const Parameters& p) {
    const double cases =
        p.commission.frontline_cases_per_1000 * p.population.residents_in_need / 1000.0;
    return nearest_int(cases);
}

}  // namespace

void assess_cases(Care& care,
                  Events& events,
                  const People& people,
                  const Capital& capital,
                  const Work& work,
                  const Housing& housing,
                  const Standing& standing,
                  const Institutions& institutions,
                  const Parameters& parameters,
                  const Draws& draws,
                  Month month) {
    const CommissionParameters& p = parameters.commission;
    const bool commission = p.active > 0.5 && programme_runs(parameters.target, month);
    const bool meets = commission && commission_meets(p, month);
    const CaseTables tables{people, capital, work, housing, standing};
    std::vector<Case> at_commission;
    std::vector<Case> at_front_line;
    for (const ResidentId who : registered(people, work, care)) {
        const bool to_commission =
            commission && is_target(parameters.target, people.groups[who], people.sex[who]);
        if (!to_commission) {
            at_front_line.push_back(in_line(people, care, p, draws, who));
        } else if (meets) {
            at_commission.push_back(
                hear(tables, care, institutions, parameters, draws, who, month));
            at_commission.back().rank = -at_commission.back().score;
        }
    }
    std::vector<Case> left_out = cut_off(at_commission, nearest_int(p.cases_per_meeting));
    std::sort(left_out.begin(), left_out.end(), goes_before);
    cut_off(at_front_line, front_line_capacity(parameters));
    for (Case& seen : at_front_line) {  // looked at by who takes them in
        seen = hear(tables, care, institutions, parameters, draws, seen.who, month);
    }
    take_in(care, events, at_commission, true);
    take_in(care, events, at_front_line, false);
    let_appeal(care, events, left_out, p.appeal_share, draws, month);
}

}  // namespace cantiere
