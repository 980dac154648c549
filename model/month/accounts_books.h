#pragma once

#include "model/ledger.h"
#include "model/state/care.h"

namespace cantiere {

/// Who pays for something delivered, and out of which budget.
struct Purse {
    Account payer = Account::count;
    Funding funding = Funding::none;
};

/// Books entries of one month about one resident after another, and adds up what bundles pay.
class AccountBooks {
  public:
    AccountBooks(Ledger& ledger, double consumption_tax_share, Month month)
        : ledger_(ledger), consumption_tax_share_(consumption_tax_share), month_(month) {}

    /// Returns what was paid out of bundles so far, cents.
    std::int64_t bundle_cents() const { return bundle_cents_; }

    /// Posts `amount` from `debit` to `credit`; nothing where it is 0 or both are one account.
    void pay(ResidentId who,
             Account debit,
             Account credit,
             Category category,
             EntryKind kind,
             Cents amount) {
        if (amount.value == 0 || debit == credit) return;
        ledger_.post(month_, {debit, credit, category, kind, amount}, who);
    }

    /// Posts what is paid out of a purse.
    void pay(ResidentId who,
             Purse from,
             Account credit,
             Category category,
             EntryKind kind,
             Cents amount) {
        pay(who, from.payer, credit, category, kind, amount);
        if (from.funding == Funding::bundle) bundle_cents_ += amount.value;
    }

    /// Posts what a payer gives a provider of services: a resource.
    void pay_provider(ResidentId who, Account debit, Category category, Cents amount) {
        pay(who, debit, Account::providers, category, EntryKind::resource, amount);
    }

    void pay_provider(ResidentId who, Purse from, Category category, Cents amount) {
        pay(who, from, Account::providers, category, EntryKind::resource, amount);
    }

    /// Posts what providers cost on average beyond the margin.
    void pay_average(ResidentId who, Purse from, Category category, Cents amount) {
        pay(who, from, Account::providers, category, EntryKind::average_only, amount);
    }

    /// Posts what a payer gives the resident, a transfer, and the consumption tax on spending it.
    void pay_resident(ResidentId who, Account debit, Category category, Cents amount) {
        if (amount.value == 0) return;
        pay(who, debit, Account::resident, category, EntryKind::transfer, amount);
        tax_spending(who, amount);
    }
    void pay_resident(ResidentId who, Purse from, Category category, Cents amount) {
        if (amount.value == 0) return;
        pay(who, from, Account::resident, category, EntryKind::transfer, amount);
        tax_spending(who, amount);
    }

  private:
    void tax_spending(ResidentId who, Cents income) {
        const double euros = consumption_tax_share_ * (static_cast<double>(income.value) / 100.0);
        constexpr Category tax = Category::tax_and_contributions;
        const Cents amount = Cents::from_euros(euros);
        pay(who, Account::resident, Account::state, tax, EntryKind::tax, amount);
    }

    Ledger& ledger_;
    double consumption_tax_share_;
    Month month_;
    std::int64_t bundle_cents_ = 0;
};

/// Rounds an amount to the cent.
inline Cents eur(double amount) { return Cents::from_euros(amount); }

}  // namespace cantiere
