#pragma once

#include <algorithm>

#include "model/core/lanes.h"
#include "model/core/units.h"

namespace cantiere {

/// Guaranteed loans to start a business (model.md 5.11, 6.2).
struct MicrocreditParameters {
    double capital_threshold = 0.45;  // P and R that a lender asks for
    double approval_share = 0.37;     // of applications that meet it
    double loan_eur = 12900.0;
    double interest_per_year = 0.055;  // nominal, a twelfth of it a month
    double loan_months = 60.0;
    double survival_36_months = 0.62;     // firms still alive after three years
    double called_share_tutored = 0.14;   // of loans whose guarantee is called
    double called_share_untutored = 0.2;  // ... without a tutor
    double tutored_share = 1.0;           // lever: loans that come with a tutor
    double guarantee_cover = 0.8;         // of the balance, paid by the fund when called
    double income_eur_month = 1250.0;     // mean income of the business before contributions
    double income_log_sd = 0.4;
    double additional_jobs = 0.3;  // of others, for each loan
};

/// Tells whether a lender considers an application: professional and relational capital both above
/// the threshold.
inline bool is_creditworthy(const MicrocreditParameters& p,
                            double professional,
                            double relational) {
    return professional > p.capital_threshold && relational > p.capital_threshold;
}

/// h = -ln(S_36) / 36
inline Hazard business_failure_hazard(const MicrocreditParameters& p) {
    return Hazard{-log(p.survival_36_months) / 36.0};
}

/// Chance that the guarantee of a loan is called when its business fails: what makes the share of
/// called loans the stated one, q = share / (1 - exp(-h n)), n the months of the loan.
inline Probability call_chance(const MicrocreditParameters& p, bool tutored) {
    const double share = tutored ? p.called_share_tutored : p.called_share_untutored;
    const double fails = -expm1(-business_failure_hazard(p).per_month() * p.loan_months);
    return Probability{fails > share ? share / fails : 1.0};
}

/// What a loan of `balance` costs a month for `months_left`, EUR: B r / (1 - (1 + r)^-n).
inline double instalment_eur(const MicrocreditParameters& p, double balance, int months_left) {
    const double rate = p.interest_per_year / 12.0;
    if (rate <= 0.0) return balance / months_left;
    return balance * rate / (1.0 - power(1.0 + rate, -months_left));
}

/// One month of a loan, cents: what the borrower pays and what is owed then. The last month pays
/// everything.
struct LoanMonth {
    Cents paid{0};
    Cents balance{0};
};

inline LoanMonth repay(const MicrocreditParameters& p, Cents balance, int months_left) {
    const Cents interest = scaled(balance, p.interest_per_year / 12.0);
    if (months_left <= 1) return {balance + interest, Cents{0}};
    const Cents due = Cents::from_euros(instalment_eur(p, balance.euros(), months_left));
    const Cents paid = std::min(due, balance + interest);
    return {paid, balance + interest - paid};
}

/// Income of a business, EUR a month: log-normal with the stated mean.
inline double business_income_eur(const MicrocreditParameters& p, double standard_normal) {
    const double sd = p.income_log_sd;
    return p.income_eur_month * exp(sd * standard_normal - sd * sd / 2.0);
}

/// What the guarantee of one loan is expected to cost, EUR: cover x chance x balance, summed over
/// the months in which the business may fail.
double expected_guarantee_eur(const MicrocreditParameters& p);

}  // namespace cantiere
