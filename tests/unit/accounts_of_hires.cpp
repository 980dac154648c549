#include "model/month/accounts.h"
#include "tests/support/books_of_month.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr ResidentId only = ResidentId::at(0);

}  // namespace

TEST_CASE("Any employer of somebody released has the credit, and nobody for the self-employed") {
    Parameters p;
    const auto credit = [&](WorkState job, double wage_eur = 1526.0) {
        Residents residents = sample_residents(1);
        residents.justice.state[only] = JusticeState::released;
        residents.justice.months_since_release[only] = 7;
        residents.work.state[only] = job;
        residents.work.gross_wage_cents[only] = static_cast<std::int32_t>(100.0 * wage_eur);
        return month_of(residents, Events{}, p)
            .net_cents(Month{0}, Payer::state, Category::hiring_incentive);
    };
    for (const WorkState job :
         {WorkState::coop_b, WorkState::fixed_term, WorkState::open_ended, WorkState::subsidised}) {
        CHECK(credit(job) == 52000);
    }
    CHECK(credit(WorkState::fixed_term, 763.0) == 26000);   // half the hours
    CHECK(credit(WorkState::fixed_term, 2000.0) == 52000);  // never more than full time
    CHECK(credit(WorkState::self_employed) == 0);
    CHECK(credit(WorkState::seeking) == 0);
}

TEST_CASE("Serving outside costs its supervision and no day of prison") {
    Parameters p;
    p.justice.alternative_day_eur = 16.0;
    Residents residents = sample_residents(1);
    residents.justice.state[only] = JusticeState::alternative;
    residents.work.state[only] = WorkState::seeking;
    const Ledger ledger = month_of(residents, Events{}, p);
    CHECK(ledger.net_cents(Month{0}, Payer::state, Category::detention) == 48700);
    CHECK(ledger.average_only_cents(Month{0}, Payer::state) == 0);
}

TEST_CASE("The State pays its share of the wage of a hire under the quota, and no longer") {
    Parameters p;
    Residents residents = sample_residents(1);
    residents.people.groups[only] = bit(Group::disability);
    residents.capital.disability[only] = 0.7f;
    residents.work.state[only] = WorkState::open_ended;
    residents.work.gross_wage_cents[only] = 100000;
    residents.work.quota_subsidy_left[only] = 1;
    const auto paid = [&] {
        return month_of(residents, Events{}, p)
            .net_cents(Month{0}, Payer::state, Category::hiring_incentive);
    };
    CHECK(paid() == 35000);
    residents.people.groups[only] |= bit(Group::mental_health);
    CHECK(paid() == 70000);
    residents.work.quota_subsidy_left[only] = 0;
    CHECK(paid() == 0);
}

}  // namespace cantiere
