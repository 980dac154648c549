#include <string>

#include "model/core/rows.h"
#include "model/modules.h"
#include "model/month/coordination.h"
#include "model/month/displaced_wages.h"
#include "tests/support/monthly_run.h"
#include "tests/support/property.h"
#include "tests/support/random_study.h"

namespace cantiere {
namespace {

constexpr SmallStudy size{60.0, 6, 12};

/// People by what became of them up to a month.
struct Census {
    int arrived = 0;
    int left = 0;

    void take_in(const Events& events) {
        for (const Event& event : events.all()) {
            const bool leaves = event.kind == EventKind::died ||
                                event.kind == EventKind::emigrated ||
                                event.kind == EventKind::aged_out;
            arrived += event.kind == EventKind::arrived ? 1 : 0;
            left += leaves ? 1 : 0;
        }
    }
};

int count_present(const People& people) {
    int present = 0;
    for (const Presence presence : people.presence) present += presence == Presence::present;
    return present;
}

/// Money moves and never arises: debits equal credits in every category, what providers and
/// landlords receive is not negative, and wages, benefits and taxes stay among the payers. Lenders
/// alone may give more in a month than they get.
bool books_balance(const Ledger& ledger, Month month) {
    for (const Category category : members<Category>()) {
        if (ledger.imbalance_cents(month, category) != 0) return false;
        std::int64_t paid = 0;
        for (const Payer payer : members<Payer>()) {
            paid += ledger.net_cents(month, payer, category);
        }
        const bool moves_only = category == Category::wage || category == Category::benefit ||
                                category == Category::tax_and_contributions;
        const bool lends = category == Category::microcredit;
        if ((paid < 0 && !lends) || (moves_only && paid != 0)) return false;
    }
    return true;
}

/// What public payers spend is the sum over people, but for what concerns nobody in particular:
/// `of_nobody`: of the displaced and of seats that stand still; and coordination.
bool people_bear_public_costs(const Ledger& ledger,
                              const Ledger& of_nobody,
                              std::size_t residents,
                              Month month) {
    std::int64_t of_people = 0;
    for (const ResidentId who : rows<ResidentId>(residents)) of_people += ledger.public_cents(who);
    std::int64_t all = 0;
    for (const Payer payer : members<Payer>()) {
        for (const Category category : members<Category>()) {
            const bool collective =
                category == Category::coordination || category == Category::desk;
            if (payer > Payer::european_union || collective) continue;
            all += ledger.net_cents(month, payer, category);
            all -= of_nobody.net_cents(month, payer, category);
        }
    }
    return all == of_people;
}

}  // namespace

TEST_CASE("People are conserved and every invariant holds under random parameters") {
    for_all("who arrived and has not left is present, each in one state", [] {
        const RunInputs inputs = with_modules(random_programme(size));
        const Draws draws(random_luck());
        const State start = synthesise(inputs, draws);
        const int stock = count_present(start.residents.people);
        Census census;
        each_month(start,
                   inputs,
                   draws,
                   [&](const State& state, const Events& events, const Ledger&, Month) {
                       census.take_in(events);
                       const int present = count_present(state.residents.people);
                       RC_ASSERT(present == stock + census.arrived - census.left);
                   });
    });
}

TEST_CASE("The ledger balances under random prices, payers and laws") {
    for_all("debits equal credits, and people bear what public payers spend on them", [] {
        const RunInputs inputs = with_modules(random_programme(size));
        const Draws draws(random_luck());
        each_month(
            synthesise(inputs, draws),
            inputs,
            draws,
            [&](const State& state, const Events&, const Ledger& ledger, Month month) {
                if (month < Month{0}) return;
                RC_ASSERT(books_balance(ledger, month));
                Ledger of_nobody(size.months, 1);
                const Parameters& p = in_force(inputs, month);
                post_displaced(of_nobody, state.pool, p, month);
                post_coordination(of_nobody, state.units, p, month);
                RC_ASSERT(
                    people_bear_public_costs(ledger, of_nobody, state.residents.size(), month));
            });
    });
}

TEST_CASE("The outcome of any run is complete: shares add up and nothing is infinite") {
    for_all("shares of states sum to one and the ledger sums to the budget", [] {
        const RunResult result = run(random_programme(size), random_luck());
        const RunOutcome& outcome = result.outcome;
        RC_ASSERT(!first_invalid(outcome));
        for (int m = 0; m < size.months; ++m) {
            double care = 0.0;
            double work = 0.0;
            for (const CareState s : members<CareState>()) {
                care += outcome.at(Variable::care_share, m, s);
            }
            for (const WorkState s : members<WorkState>()) {
                work += outcome.at(Variable::work_share, m, s);
            }
            RC_ASSERT(care > 1.0 - 1e-9);
            RC_ASSERT(care < 1.0 + 1e-9);
            RC_ASSERT(work > 1.0 - 1e-9);
            RC_ASSERT(work < 1.0 + 1e-9);
        }
        RC_ASSERT(outcome[Variable::stable_exits] <= outcome[Variable::exits]);
        RC_ASSERT(outcome[Variable::host_hires] <= outcome[Variable::hires]);
        RC_ASSERT(outcome[Variable::served] <= outcome[Variable::residents]);
    });
}

}  // namespace cantiere
