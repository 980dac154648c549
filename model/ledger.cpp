#include "model/ledger.h"

#include "model/core/contracts.h"

namespace cantiere {
namespace {

constexpr std::size_t account_count = static_cast<std::size_t>(Account::count);
constexpr std::size_t category_count = static_cast<std::size_t>(Category::count);

std::size_t account_cell(Month month, Account account) {
    return static_cast<std::size_t>(month.index()) * account_count +
           static_cast<std::size_t>(account);
}

std::size_t category_cell(Month month, Account account, Category category) {
    return account_cell(month, account) * category_count + static_cast<std::size_t>(category);
}

bool uses_resources(EntryKind kind) {
    return kind == EntryKind::resource || kind == EntryKind::in_kind;
}

}  // namespace

bool is_public(Account account) {
    return static_cast<unsigned>(account) <= static_cast<unsigned>(Account::european_union);
}

Ledger::Ledger(int months, std::size_t residents, PersonBooks books)
    : months_(months),
      debit_(static_cast<std::size_t>(months) * account_count * category_count),
      credit_(debit_.size()),
      average_(static_cast<std::size_t>(months) * account_count),
      resource_(average_.size()),
      public_cents_(residents, 0) {
    if (books == PersonBooks::by_payer) payer_cents_.resize(residents, {});
}

void Ledger::post(Month month, const Posting& posting) {
    if (month.index() < 0) return;
    expects(month.index() < months_, "a posting falls in the window");
    expects(posting.amount.value >= 0, "a posting is not negative: swap debit and credit");
    const std::int64_t cents = posting.amount.value;
    if (posting.kind == EntryKind::average_only) {
        average_[account_cell(month, posting.debit)] += cents;
        average_[account_cell(month, posting.credit)] -= cents;
        return;
    }
    debit_[category_cell(month, posting.debit, posting.category)] += cents;
    credit_[category_cell(month, posting.credit, posting.category)] += cents;
    if (uses_resources(posting.kind)) {
        resource_[account_cell(month, posting.debit)] += cents;
        resource_[account_cell(month, posting.credit)] -= cents;
    }
}

void Ledger::post(Month month, const Posting& posting, ResidentId who) {
    post(month, posting);
    if (posting.kind == EntryKind::average_only) return;
    if (is_public(posting.debit)) public_cents_[who] += posting.amount.value;
    if (is_public(posting.credit)) public_cents_[who] -= posting.amount.value;
    if (!payer_cents_.empty()) post_by_payer(posting, who);
}

void Ledger::post_by_payer(const Posting& posting, ResidentId who) {
    const auto debit = static_cast<std::size_t>(posting.debit);
    const auto credit = static_cast<std::size_t>(posting.credit);
    if (debit < count_of<Payer>) payer_cents_[who][debit] += posting.amount.value;
    if (credit < count_of<Payer>) payer_cents_[who][credit] -= posting.amount.value;
}

std::int64_t Ledger::net_cents(Month month, Payer payer, Category category) const {
    const std::size_t at = category_cell(month, account_of(payer), category);
    return debit_[at] - credit_[at];
}

std::int64_t Ledger::average_only_cents(Month month, Payer payer) const {
    return average_[account_cell(month, account_of(payer))];
}

std::int64_t Ledger::resource_cents(Month month, Payer payer) const {
    return resource_[account_cell(month, account_of(payer))];
}

std::int64_t Ledger::imbalance_cents(Month month, Category category) const {
    std::int64_t sum = 0;
    for (const Account account : members<Account>()) {
        const std::size_t at = category_cell(month, account, category);
        sum += debit_[at] - credit_[at];
    }
    return sum;
}

void Ledger::begin_month(std::size_t residents) {
    public_cents_.assign(residents, 0);
    if (!payer_cents_.empty()) payer_cents_.assign(residents, {});
}

}  // namespace cantiere
