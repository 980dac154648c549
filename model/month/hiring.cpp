#include "model/month/hiring.h"

#include <algorithm>

#include "model/core/rounding.h"
#include "model/month/demography.h"
#include "model/rules/target.h"

namespace cantiere {

JobTerms draw_terms(const JobSearchParameters& parameters,
                    EmployerId employer,
                    EntityKey offer,
                    const Draws& draws,
                    Month month) {
    const Probability fixed{parameters.fixed_term_share};
    const Probability full{parameters.full_time_share};
    const bool fixed_term = draws.bernoulli(fixed, offer, month, Decision::contract_kind);
    const bool full_time = draws.bernoulli(full, offer, month, Decision::working_hours);
    const double wage_eur =
        full_time ? parameters.wage_full_time_eur : parameters.wage_part_time_eur;
    return {employer,
            fixed_term ? WorkState::fixed_term : WorkState::open_ended,
            static_cast<std::int32_t>(Cents::from_euros(wage_eur).value),
            0};
}

void start_job(Work& work,
               Events& events,
               const JobTerms& terms,
               int incentive_months,
               ResidentId who) {
    leave_work(work, who, terms.contract);
    work.employer[who] = terms.employer;
    work.gross_wage_cents[who] = terms.gross_wage_cents;
    work.subsidy_left[who] = static_cast<std::uint8_t>(std::clamp(terms.subsidy_months, 0, 255));
    work.incentive_left[who] = static_cast<std::uint8_t>(std::clamp(incentive_months, 0, 255));
    events.add(EventKind::hired, who);
}

int incentive_months(const People& people,
                     const TargetParameters& target,
                     ResidentId who,
                     Month month) {
    if (target.hire_incentive_eur_month <= 0.0 || !programme_runs(target, month)) return 0;
    if (!is_target(target, people.groups[who], people.sex[who])) return 0;
    return nearest_int(target.hire_incentive_months);
}

void displace_ordinary(OrdinaryPool& pool,
                       Events& events,
                       MunicipalityId municipality,
                       ResidentId who,
                       Month month) {
    pool.displaced[municipality] += 1.0;
    if (month >= Month{0}) pool.displaced_in_window[municipality] += 1.0;
    events.add(EventKind::ordinary_displaced, who);
}

}  // namespace cantiere
