#include "model/month/displaced_wages.h"

#include "model/rules/taxes.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

struct Town {
    Parameters p;
    OrdinaryPool pool;

    Town() {
        p.search.full_time_share = 0.0;
        p.search.wage_part_time_eur = 1000.0;
        pool.jobseekers_usual.resize(2, 100.0);
        pool.displaced.resize(2, 50.0);
        pool.displaced_in_window.resize(2, 0.0);
    }
    Ledger books(Month month = Month{0}) const {
        Ledger ledger(1, 1);
        post_displaced(ledger, pool, p, month);
        return ledger;
    }
};

}  // namespace

TEST_CASE("A displaced job takes back its wage, taxes and contributions") {
    Town town;
    town.pool.displaced_in_window[MunicipalityId::at(1)] = 2.0;
    const Ledger ledger = town.books();
    const WageSplit wage = split_wage(town.p.tax, 1000.0);
    const auto cents = [&](Payer payer, Category category) {
        return ledger.net_cents(Month{0}, payer, category);
    };
    constexpr Category tax = Category::tax_and_contributions;
    CHECK(cents(Payer::employer, Category::wage) == -200000);  // debits a wage, so this is less
    CHECK(cents(Payer::resident, Category::wage) == 200000);
    const double lost = wage.employee_contribution_eur + wage.income_tax_eur +
                        wage.employer_contribution_eur +
                        town.p.tax.consumption_tax_share * wage.net_eur();
    CHECK(std::abs(cents(Payer::state, tax) - Cents::from_euros(2.0 * lost).value) <= 2);
    CHECK(ledger.imbalance_cents(Month{0}, tax) == 0);
    CHECK(ledger.imbalance_cents(Month{0}, Category::wage) == 0);
    CHECK(ledger.resource_cents(Month{0}, Payer::employer) == 0);
}

TEST_CASE("Those displaced before the window, and those of the burn-in, move no money") {
    Town town;  // a hundred displaced, none in the window
    CHECK(town.books().net_cents(Month{0}, Payer::state, Category::tax_and_contributions) == 0);
    town.pool.displaced_in_window[MunicipalityId::at(0)] = 3.0;
    CHECK(town.books(Month{-1}).net_cents(Month{0}, Payer::state, Category::wage) == 0);
}

TEST_CASE("A wage so low that the State adds to it is taken back as such") {
    Town town;
    town.p.search.wage_part_time_eur = 800.0;  // 8,718 EUR a year taxable, just above the limit
    town.pool.displaced_in_window[MunicipalityId::at(0)] = 1.0;
    const WageSplit wage = split_wage(town.p.tax, 800.0);
    REQUIRE(wage.employee_contribution_eur + wage.income_tax_eur < 0.0);
    const Ledger ledger = town.books();
    const double residents = -(wage.employee_contribution_eur + wage.income_tax_eur) -
                             town.p.tax.consumption_tax_share * wage.net_eur();
    const auto booked =
        ledger.net_cents(Month{0}, Payer::resident, Category::tax_and_contributions);
    CHECK(std::abs(booked - Cents::from_euros(residents).value) <= 2);
}

}  // namespace cantiere
