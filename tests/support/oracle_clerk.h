#pragma once

#include "tests/support/oracle_world.h"

namespace cantiere::oracle {

/// Writes entries of the month, about one person or about nobody.
class Clerk {
  public:
    explicit Clerk(World& world, const Person* who = nullptr) : books_(world.books), who_(who) {}

    void pay(Account from, Account to, Category category, EntryKind kind, double eur) {
        const std::int64_t amount = Cents::from_euros(eur).value;
        if (kind == EntryKind::average_only) {
            books_.average_only[from] += amount;
            books_.average_only[to] -= amount;
            return;
        }
        move(from, category, kind, amount);
        move(to, category, kind, -amount);
    }
    void buy(Account from, Category category, double eur) {
        pay(from, Account::providers, category, EntryKind::resource, eur);
    }
    void give(Account from, Account to, Category category, double eur) {
        pay(from, to, category, EntryKind::transfer, eur);
    }
    void tax(Account from, Account to, Category category, double eur) {
        pay(from, to, category, EntryKind::tax, eur);
    }

  private:
    void move(Account account, Category category, EntryKind kind, std::int64_t amount) {
        books_.debits[{account, category}] += amount;
        if (kind == EntryKind::resource || kind == EntryKind::in_kind) {
            books_.resources[account] += amount;
        }
        const bool is_public = account <= Account::european_union;
        if (who_ != nullptr && is_public) books_.public_cents[who_->key] += amount;
    }

    Books& books_;
    const Person* who_;
};

inline Account account_at(double payer) { return static_cast<Account>(static_cast<int>(payer)); }

inline Account payer_of(const InstrumentParameters& row, Funding funding) {
    return account_at(funding == Funding::usual ? row.payer : row.programme_payer);
}

/// What an employer gets this month for having hired this person.
void book_incentives(Clerk& clerk, const Parameters& p, const Person& person);

}  // namespace cantiere::oracle
