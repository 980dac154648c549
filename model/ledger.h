#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/core/columns.h"
#include "model/core/ids.h"
#include "model/core/month.h"
#include "model/core/units.h"
#include "model/names.h"

namespace cantiere {

/// Accounts of the ledger: the eight payers in the order of Payer, then accounts outside them.
enum class Account : std::uint8_t {
    municipality,
    health_authority,
    province_region,
    state,
    european_union,
    employer,
    third_sector,
    resident,
    providers,  // who delivers services: staff, cooperatives, prisons, shelters
    landlords,
    lenders,
    count
};

/// Returns the account of `payer`.
constexpr Account account_of(Payer payer) { return static_cast<Account>(payer); }

/// Tells whether `account` is one of the five public payers.
bool is_public(Account account);

enum class EntryKind : std::uint8_t {
    resource,      // uses something up: counts for society
    transfer,      // money that changes hands
    tax,           // tax, contribution or relief
    in_kind,       // unpaid contribution, shadow-priced; a resource for society, listed apart
    average_only,  // the part of detention and refuge that is not marginal: average cost only
    count
};

/// One double entry: `debit` pays, `credit` receives.
struct Posting {
    Account debit = Account::count;
    Account credit = Account::count;
    Category category = Category::count;
    EntryKind kind = EntryKind::transfer;
    Cents amount{0};
};

/// Says which books are kept of each person: the public cost alone, or the net debit of each payer.
enum class PersonBooks : std::uint8_t { public_cost, by_payer };

/// Double-entry ledger of one run, integer cents. Burn-in months are posted nowhere.
/// Invariant: per month and category, debits equal credits.
class Ledger {
  public:
    /// Makes an empty ledger for `months` months and `residents` rows.
    Ledger(int months, std::size_t residents, PersonBooks books = PersonBooks::public_cost);

    /// Posts an entry of `month` that concerns no single person.
    void post(Month month, const Posting& posting);
    /// Posts an entry of `month` about `who`.
    void post(Month month, const Posting& posting, ResidentId who);

    /// Net debit of `payer` in `month` and `category` at marginal cost (all kinds but
    /// average_only), cents.
    std::int64_t net_cents(Month month, Payer payer, Category category) const;
    /// Net debit of `payer` in `month` in average_only entries, cents.
    std::int64_t average_only_cents(Month month, Payer payer) const;
    /// Net debit of `payer` in `month` in resource and in-kind entries, cents.
    std::int64_t resource_cents(Month month, Payer payer) const;
    /// Sum over accounts of debits minus credits of `month` and `category`: 0 when the books
    /// balance.
    std::int64_t imbalance_cents(Month month, Category category) const;
    /// Net public cost (five public payers, marginal) of `who` in the month last posted to, cents.
    std::int64_t public_cents(ResidentId who) const { return public_cents_[who]; }
    /// Net debit of `payer` about `who` in the month last posted to (marginal), cents. Only where
    /// books are kept by payer.
    std::int64_t payer_cents(ResidentId who, Payer payer) const {
        return payer_cents_[who][static_cast<std::size_t>(payer)];
    }
    /// Opens a month's books of so many rows, all at zero; called when a month starts.
    void begin_month(std::size_t residents);

  private:
    void post_by_payer(const Posting& posting, ResidentId who);

    int months_ = 0;
    std::vector<std::int64_t> debit_;  // [month][account][category], marginal
    std::vector<std::int64_t> credit_;
    std::vector<std::int64_t> average_;   // [month][account], net debit
    std::vector<std::int64_t> resource_;  // [month][account], net debit
    Column<ResidentId, std::int64_t> public_cents_;
    Column<ResidentId, std::array<std::int64_t, count_of<Payer>>> payer_cents_;  // or none
};

}  // namespace cantiere
