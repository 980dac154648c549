#include "model/month/accounts_hiring.h"

#include <algorithm>

#include "model/month/accounts_prices.h"
#include "model/month/benefits.h"
#include "model/rules/target.h"

namespace cantiere {
namespace {

/// Hours of a job as a share of full time, read off its wage.
double hours_share(const JobSearchParameters& p, double gross_eur_month) {
    return std::min(1.0, gross_eur_month / p.wage_full_time_eur);
}

}  // namespace

void post_hire_incentives(AccountBooks& books,
                          const People& people,
                          const Capital& capital,
                          const Work& work,
                          const Justice& justice,
                          const Care& care,
                          const Parameters& p,
                          ResidentId who) {
    constexpr Category category = Category::hiring_incentive;
    const InstrumentParameters& row = p.instruments[Instrument::subsidised_hire];
    const auto give = [&](Account payer, double amount) {
        books.pay(who, payer, Account::employer, category, EntryKind::transfer, eur(amount));
    };
    if (work.state[who] == WorkState::subsidised && work.subsidy_left[who] > 0) {
        give(payer_of(row, care.step_funding[who]),
             p.tax.hire_subsidy_share * work.gross_wage_cents[who] / 100.0);
    }
    if (work.incentive_left[who] > 0 && is_target(p.target, people.groups[who], people.sex[who])) {
        give(account_at(row.programme_payer), p.target.hire_incentive_eur_month);
    }
    if (work.quota_subsidy_left[who] > 0) {
        const bool mental = holds(people.groups[who], Group::mental_health);
        const QuotaIncentive quota =
            quota_incentive(p.quota, mental, double{capital.disability[who]});
        give(Account::state, quota.wage_share * work.gross_wage_cents[who] / 100.0);
    }
    const double hours = hours_share(p.search, work.gross_wage_cents[who] / 100.0);
    const double credit = hours * employment_credit_eur(p.justice,
                                                        justice.state[who],
                                                        justice.served_outside[who] != 0,
                                                        justice.months_since_release[who]);
    if (credit > 0.0 && work.state[who] != WorkState::self_employed) give(Account::state, credit);
}

}  // namespace cantiere
