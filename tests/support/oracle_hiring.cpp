#include <algorithm>

#include "model/rules/target.h"
#include "tests/support/oracle_clerk.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {

void book_incentives(Clerk& clerk, const Parameters& p, const Person& person) {
    const InstrumentParameters& row = p.instruments[Instrument::subsidised_hire];
    constexpr Category category = Category::hiring_incentive;
    if (person.subsidy_left > 0 && person.work == WorkState::subsidised) {
        const double share = p.tax.hire_subsidy_share * person.wage_cents / 100.0;
        clerk.give(payer_of(row, person.step_funding), Account::employer, category, share);
    }
    if (person.incentive_left > 0 && is_target(p.target, person.groups, person.sex)) {
        clerk.give(account_at(row.programme_payer),
                   Account::employer,
                   category,
                   p.target.hire_incentive_eur_month);
    }
    if (person.quota_left > 0) {
        const bool mental = holds(person.groups, Group::mental_health);
        const auto law = quota_incentive(p.quota, mental, double{person.disability});
        clerk.give(Account::state,
                   Account::employer,
                   category,
                   law.wage_share * person.wage_cents / 100.0);
    }
    const bool outside = person.justice == JusticeState::alternative;
    const bool free = person.justice == JusticeState::released;
    const double months =
        person.served_outside ? p.justice.credit_alternative_months : p.justice.credit_months;
    if (person.work == WorkState::self_employed) return;
    const double full = p.search.wage_full_time_eur;
    const double hours = std::min(1.0, person.wage_cents / 100.0 / full);
    if (outside || (free && person.since_release <= months)) {
        clerk.give(Account::state,
                   Account::employer,
                   category,
                   hours * (person.served_outside ? p.justice.credit_alternative_eur_month
                                                  : p.justice.credit_eur_month));
    }
}

}  // namespace cantiere::oracle
