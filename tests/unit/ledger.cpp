#include "model/ledger.h"

#include "tests/support/catch.h"

namespace cantiere {
namespace {

constexpr Month first{0};
const ResidentId anna = ResidentId::at(0);
const ResidentId bruno = ResidentId::at(1);

Posting indemnity(std::int64_t cents) {
    return {Account::european_union,
            Account::resident,
            Category::internship,
            EntryKind::transfer,
            Cents{cents}};
}

}  // namespace

TEST_CASE("A posting debits one account and credits the other") {
    Ledger ledger(2, 2);
    ledger.post(first, indemnity(50000), anna);
    CHECK(ledger.net_cents(first, Payer::european_union, Category::internship) == 50000);
    CHECK(ledger.net_cents(first, Payer::resident, Category::internship) == -50000);
    CHECK(ledger.net_cents(Month{1}, Payer::european_union, Category::internship) == 0);
    CHECK(ledger.imbalance_cents(first, Category::internship) == 0);
}

TEST_CASE("Money between public payers nets out in the public cost of a person") {
    Ledger ledger(1, 2);
    ledger.post(first, indemnity(50000), anna);
    ledger.post(first,
                {Account::municipality,
                 Account::european_union,
                 Category::coordination,
                 EntryKind::transfer,
                 Cents{700}},
                anna);
    CHECK(ledger.public_cents(anna) == 50000);
    CHECK(ledger.public_cents(bruno) == 0);
    constexpr std::size_t with_a_newcomer = 3;
    ledger.begin_month(with_a_newcomer);
    CHECK(ledger.public_cents(anna) == 0);
    CHECK(ledger.public_cents(ResidentId::at(2)) == 0);
}

TEST_CASE("What only the average cost holds stays out of marginal cost") {
    Ledger ledger(1, 1);
    ledger.post(first,
                {Account::state,
                 Account::providers,
                 Category::detention,
                 EntryKind::resource,
                 Cents{46265}},
                anna);
    ledger.post(first,
                {Account::state,
                 Account::providers,
                 Category::detention,
                 EntryKind::average_only,
                 Cents{408954}},
                anna);
    CHECK(ledger.net_cents(first, Payer::state, Category::detention) == 46265);
    CHECK(ledger.average_only_cents(first, Payer::state) == 408954);
    CHECK(ledger.resource_cents(first, Payer::state) == 46265);
    CHECK(ledger.public_cents(anna) == 46265);
}

TEST_CASE("Transfers use no resources, work in kind does") {
    Ledger ledger(1, 1);
    ledger.post(first, indemnity(50000), anna);
    ledger.post(first,
                {Account::employer,
                 Account::providers,
                 Category::in_kind,
                 EntryKind::in_kind,
                 Cents{15100}},
                anna);
    CHECK(ledger.resource_cents(first, Payer::european_union) == 0);
    CHECK(ledger.resource_cents(first, Payer::employer) == 15100);
}

TEST_CASE("Burn-in is posted nowhere and a negative amount is refused") {
    Ledger ledger(1, 1);
    ledger.post(Month{-1}, indemnity(100));
    CHECK(ledger.net_cents(first, Payer::european_union, Category::internship) == 0);
    CHECK_THROWS_AS(ledger.post(first, indemnity(-1)), ContractViolation);
    CHECK_THROWS_AS(ledger.post(Month{1}, indemnity(1)), ContractViolation);
}

}  // namespace cantiere
