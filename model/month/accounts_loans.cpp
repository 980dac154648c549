#include "model/month/accounts_loans.h"

#include "model/month/accounts_prices.h"

namespace cantiere {

void post_loan(AccountBooks& books, const Event& event, const Parameters& p) {
    constexpr Category category = Category::microcredit;
    constexpr Account lenders = Account::lenders;
    const Cents amount{event.amount_cents};
    if (event.kind == EventKind::loan_granted) {
        books.pay(event.who, lenders, Account::resident, category, EntryKind::transfer, amount);
    } else if (event.kind == EventKind::loan_repaid) {
        books.pay(event.who, Account::resident, lenders, category, EntryKind::transfer, amount);
    } else if (event.kind == EventKind::guarantee_called) {
        const InstrumentParameters& row = p.instruments[Instrument::microcredit];
        const Cents covered = scaled(amount, p.microcredit.guarantee_cover);
        const Account fund = payer_of(row, event.funding);
        books.pay(event.who, fund, lenders, category, EntryKind::resource, covered);
    }
}

}  // namespace cantiere
