#include "model/month/displaced_wages.h"

#include "model/month/accounts_prices.h"
#include "model/rules/taxes.h"

namespace cantiere {
namespace {

/// Books of one month that take back what wages never paid would have moved.
class LostWages {
  public:
    LostWages(Ledger& ledger, Month month) : ledger_(ledger), month_(month) {}

    /// Takes back `jobs` months of work at `gross_eur` a month.
    void take_back(double jobs, double gross_eur, const TaxParameters& p) {
        const WageSplit wage = split_wage(p, gross_eur);
        const double withheld = wage.employee_contribution_eur + wage.income_tax_eur;
        const double consumption = p.consumption_tax_share * wage.net_eur();
        constexpr Category tax = Category::tax_and_contributions;
        unpay(Account::employer, Account::resident, Category::wage, jobs * wage.gross_eur);
        unpay(Account::resident, Account::state, tax, jobs * withheld);
        unpay(Account::employer, Account::state, tax, jobs * wage.employer_contribution_eur);
        unpay(Account::resident, Account::state, tax, jobs * consumption);
    }

  private:
    /// Books that `from` does not pay `to`: the reverse of the payment.
    void unpay(Account from, Account to, Category category, double eur) {
        const EntryKind kind = category == Category::wage ? EntryKind::transfer : EntryKind::tax;
        if (eur >= 0.0) {
            ledger_.post(month_, {to, from, category, kind, Cents::from_euros(eur)});
        } else {
            ledger_.post(month_, {from, to, category, kind, Cents::from_euros(-eur)});
        }
    }

    Ledger& ledger_;
    Month month_;
};

}  // namespace

void post_displaced(Ledger& ledger,
                    const OrdinaryPool& pool,
                    const Parameters& parameters,
                    Month month) {
    if (month.index() < 0) return;
    double jobs = 0.0;
    for (const double people : pool.displaced_in_window) jobs += people;
    const JobSearchParameters& p = parameters.search;
    LostWages books(ledger, month);
    books.take_back(jobs * p.full_time_share, p.wage_full_time_eur, parameters.tax);
    books.take_back(jobs * (1.0 - p.full_time_share), p.wage_part_time_eur, parameters.tax);
}

}  // namespace cantiere
