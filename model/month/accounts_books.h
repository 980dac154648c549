#pragma once

#include "model/ledger.h"

namespace cantiere {

/// Books entries of one month about one resident after another.
class AccountBooks {
  public:
    AccountBooks(Ledger& ledger, Month month) : ledger_(ledger), month_(month) {}

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

    /// Posts what a payer gives a provider of services: a resource.
    void pay_provider(ResidentId who, Account debit, Category category, Cents amount) {
        pay(who, debit, Account::providers, category, EntryKind::resource, amount);
    }

    /// Posts what a payer gives the resident: a transfer.
    void pay_resident(ResidentId who, Account debit, Category category, Cents amount) {
        pay(who, debit, Account::resident, category, EntryKind::transfer, amount);
    }

  private:
    Ledger& ledger_;
    Month month_;
};

/// Rounds an amount to the cent.
inline Cents eur(double amount) { return Cents::from_euros(amount); }

}  // namespace cantiere
