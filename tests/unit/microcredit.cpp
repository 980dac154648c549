#include "model/month/microcredit.h"

#include <cmath>

#include "model/core/rows.h"
#include "model/month/accounts.h"
#include "model/month/demography.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

const Draws draws({19, 0, 0});
constexpr ResidentId only = ResidentId::at(0);
constexpr Instrument loan = Instrument::microcredit;

/// Residents in the first month of the step, sound enough for any lender, and their lender.
struct Lending {
    explicit Lending(std::size_t people) : residents(sample_residents(people)) {
        pool.displaced.resize(1, 0.0);
        pool.displaced_in_window.resize(1, 0.0);
        p.microcredit.approval_share = 1.0;
        for (const ResidentId who : rows<ResidentId>(people)) {
            residents.capital.professional[who] = residents.capital.relational[who] = 0.6f;
            apply(who);
        }
    }

    void apply(ResidentId who) {
        Care& care = residents.care;
        open_project(care, who, {loan}, Month{0});
        care.state[who] = CareState::in_project;
        care.step_left[who] = 12;
        care.step_funding[who] = Funding::programme;
    }

    void live(Month month) {
        auto& [people, capital, work, housing, justice, care, standing, tally, credit] = residents;
        events.clear();
        mark_start_of_month(work);
        run_microcredit(credit, work, care, pool, events, people, capital, p, draws, month);
    }

    int count(EventKind kind) const {
        int found = 0;
        for (const Event& event : events.all()) found += event.kind == kind ? 1 : 0;
        return found;
    }

    std::int64_t net(Payer payer, EntryKind kind, Month month) {
        Ledger ledger(100, residents.size());
        ServiceUnits units;
        auto& [people, capital, work, housing, justice, care, standing, tally, credit] = residents;
        post_accounts(ledger,
                      units,
                      people,
                      capital,
                      work,
                      housing,
                      justice,
                      care,
                      standing,
                      events,
                      p,
                      month);
        if (kind == EntryKind::resource) return ledger.resource_cents(month, payer);
        return ledger.net_cents(month, payer, Category::microcredit);
    }

    Residents residents;
    OrdinaryPool pool;
    Parameters p;
    Events events;
};

}  // namespace

TEST_CASE("A loan of 12,900 EUR at 5.5 % costs 246.40 EUR a month and is gone after sixty") {
    // 12,900 x r / (1 - (1 + r)^-60), r = .055 / 12: 246.4049...
    const MicrocreditParameters p;
    CHECK(instalment_eur(p, 12900.0, 60) == Approx(246.405).margin(0.001));
    Cents balance = Cents::from_euros(12900.0);
    std::int64_t paid = 0;
    for (int left = 60; left > 0; --left) {
        const LoanMonth month = repay(p, balance, left);
        if (left == 60) CHECK(month.balance.value == 1290000 + 5913 - 24640);
        CHECK(std::abs(month.paid.value - 24640) <= 60);
        paid += month.paid.value;
        balance = month.balance;
    }
    CHECK(balance.value == 0);
    CHECK(paid == Approx(60 * 24640.5).margin(40));
}

TEST_CASE("Without interest a loan is repaid in equal parts") {
    MicrocreditParameters p;
    p.interest_per_year = 0.0;
    CHECK(instalment_eur(p, 1200.0, 12) == 100.0);
    CHECK(repay(p, Cents{120000}, 12).balance.value == 110000);
}

TEST_CASE("So many businesses survive three years, and so many guarantees are called, as stated") {
    const MicrocreditParameters p;
    const double h = business_failure_hazard(p).per_month();
    CHECK(std::exp(-36.0 * h) == Approx(0.62));
    const double fails = 1.0 - std::exp(-60.0 * h);  // .549
    CHECK(fails == Approx(0.5492).margin(0.0001));
    CHECK(fails * call_chance(p, true).value() == Approx(0.14));
    CHECK(fails * call_chance(p, false).value() == Approx(0.20));
    MicrocreditParameters safe = p;
    safe.survival_36_months = 1.0;
    CHECK(call_chance(safe, true).value() == 1.0);
}

TEST_CASE("The expected cost of a guarantee is its cover of what is still owed when it is called") {
    MicrocreditParameters p;
    p.loan_months = 2.0;
    p.loan_eur = 1000.0;
    p.interest_per_year = 0.0;
    p.survival_36_months = std::pow(0.5, 36.0);  // half the businesses fail each month
    p.called_share_tutored = 0.75;               // ... and all of those are called
    // 0.5 x 1,000 + 0.25 x 500 = 625, of which .8.
    CHECK(expected_guarantee_eur(p) == Approx(500.0));
    p.tutored_share = 0.0;
    p.called_share_untutored = 0.375;
    CHECK(expected_guarantee_eur(p) == Approx(250.0));
}

TEST_CASE("The income of businesses has the stated mean") {
    MicrocreditParameters p;
    CHECK(business_income_eur(p, 0.0) == Approx(1250.0 * std::exp(-0.08)));
    p.income_log_sd = 0.0;
    CHECK(business_income_eur(p, 2.0) == Approx(1250.0));
}

TEST_CASE("Whoever is granted a loan is self-employed, hired, owes it, and is tutored") {
    Lending town(1);
    town.p.microcredit.income_log_sd = 0.0;
    town.live(Month{0});
    const Residents& r = town.residents;
    CHECK(r.work.state[only] == WorkState::self_employed);
    CHECK(r.work.gross_wage_cents[only] == 125000);
    CHECK(r.credit.balance_cents[only] == 1290000);
    CHECK(r.credit.months_left[only] == 60);
    CHECK(r.credit.repaid_cents[only] == 0);
    CHECK(r.care.step_left[only] == 12);
    CHECK(town.count(EventKind::hired) == 1);
    CHECK(town.count(EventKind::loan_granted) == 1);
    CHECK(town.net(Payer::resident, EntryKind::transfer, Month{0}) == -1290000);
    town.p.microcredit.survival_36_months = 1.0;
    town.live(Month{1});
    CHECK(r.credit.repaid_cents[only] == 24640);
    CHECK(r.credit.balance_cents[only] == 1271273);
    CHECK(town.net(Payer::resident, EntryKind::transfer, Month{1}) == 24640);
}

TEST_CASE("A loan without a tutor ends the project at once") {
    Lending town(1);
    town.p.microcredit.tutored_share = 0.0;
    town.live(Month{0});
    CHECK(town.residents.work.state[only] == WorkState::self_employed);
    CHECK(town.residents.care.state[only] == CareState::follow_up);
    CHECK(town.count(EventKind::instrument_completed) == 1);
}

TEST_CASE("Whoever is refused goes on to an internship") {
    Lending town(3);
    const ResidentId unskilled = ResidentId::at(1);
    const ResidentId indebted = ResidentId::at(2);
    town.residents.capital.professional[unskilled] = 0.45f;  // not above the threshold
    town.residents.credit.debt_cents[indebted] = 100;
    town.live(Month{0});
    CHECK(town.residents.work.state[only] == WorkState::self_employed);
    for (const ResidentId who : {unskilled, indebted}) {
        CHECK(town.residents.work.state[who] == WorkState::seeking);
        CHECK(town.residents.care.state[who] == CareState::in_project);
        CHECK(town.residents.care.steps[who][0] == Instrument::internship);
        CHECK(town.residents.care.step_left[who] == 0);
    }
    CHECK(town.count(EventKind::instrument_dropped) == 2);
    town.p.microcredit.approval_share = 0.0;
    town.apply(only);
    town.residents.work.state[only] = WorkState::seeking;
    town.residents.credit.trades[only] = 0;
    town.residents.credit.balance_cents[only] = town.residents.credit.months_left[only] = 0;
    town.live(Month{1});
    CHECK(town.residents.care.steps[only][0] == Instrument::internship);
}

TEST_CASE("A failed business whose guarantee is called costs the fund its cover") {
    Lending town(1);
    town.p.instruments[loan].programme_payer = static_cast<double>(Payer::third_sector);
    town.live(Month{0});
    town.p.microcredit.survival_36_months = 1e-300;  // fails at once
    town.p.microcredit.called_share_tutored = 1.0;
    town.live(Month{1});
    const Residents& r = town.residents;
    CHECK(r.work.state[only] == WorkState::seeking);
    CHECK(r.credit.balance_cents[only] == 0);
    CHECK(r.credit.months_left[only] == 0);
    CHECK(r.credit.debt_cents[only] == 1290000);
    CHECK(town.count(EventKind::separated) == 1);
    CHECK(town.count(EventKind::guarantee_called) == 1);
    CHECK(town.count(EventKind::instrument_dropped) == 1);
    CHECK(town.net(Payer::third_sector, EntryKind::resource, Month{1}) == 1032000);  // .8
}

TEST_CASE("A failed business whose guarantee is not called goes on being repaid") {
    Lending town(1);
    town.live(Month{0});
    town.p.microcredit.survival_36_months = 1e-300;
    town.p.microcredit.called_share_tutored = 0.0;
    town.live(Month{1});
    CHECK(town.residents.work.state[only] == WorkState::seeking);
    CHECK(town.residents.credit.months_left[only] == 59);
    CHECK(town.residents.credit.repaid_cents[only] == 24640);
    CHECK(town.count(EventKind::guarantee_called) == 0);
}

TEST_CASE("Detention and leaving the territory end a business, and no loan outlives the latter") {
    Lending town(2);
    const ResidentId leaver = ResidentId::at(1);
    town.live(Month{0});
    town.p.microcredit.survival_36_months = 1.0;
    town.p.microcredit.called_share_tutored = 0.0;
    leave_work(town.residents.work, only, WorkState::detained);
    leave_work(town.residents.work, leaver, WorkState::inactive);
    town.residents.people.presence[leaver] = Presence::gone;
    town.p.microcredit.survival_36_months = 0.5;
    town.live(Month{1});
    CHECK(town.residents.credit.trades[only] == 0);
    CHECK(town.residents.credit.months_left[only] == 59);
    CHECK(town.residents.credit.trades[leaver] == 0);
    CHECK(town.residents.credit.balance_cents[leaver] == 0);
    CHECK(town.residents.credit.months_left[leaver] == 0);
}

TEST_CASE("No business opens in the month in which another job ended") {
    Lending town(1);
    Residents& r = town.residents;
    auto& [people, capital, work, housing, justice, care, standing, tally, credit] = r;
    work.state[only] = WorkState::fixed_term;
    mark_start_of_month(work);
    leave_work(work, only, WorkState::seeking);
    town.events.clear();
    run_microcredit(credit,
                    work,
                    care,
                    town.pool,
                    town.events,
                    people,
                    capital,
                    town.p,
                    draws,
                    Month{0});
    CHECK(work.state[only] == WorkState::seeking);
    town.live(Month{1});
    CHECK(work.state[only] == WorkState::self_employed);
}

TEST_CASE("A business gives work to others, which the ordinary pool gains") {
    Lending town(2);
    town.p.microcredit.additional_jobs = 0.25;
    town.live(Month{-1});
    CHECK(town.pool.displaced[MunicipalityId::at(0)] == -0.5);
    CHECK(town.pool.displaced_in_window[MunicipalityId::at(0)] == 0.0);
    Lending later(1);
    later.p.microcredit.additional_jobs = 0.25;
    later.live(Month{0});
    CHECK(later.pool.displaced_in_window[MunicipalityId::at(0)] == -0.25);
}

TEST_CASE("The self-employed pay their own contributions and a flat tax") {
    // 1,000 less 24 % is 760, less 5 % of that: 722.
    TaxParameters tax;
    tax.self_employed_contribution = 0.24;
    tax.self_employed_tax = 0.05;
    const WageSplit split = split_wage(tax, 1000.0, Contributions::own);
    CHECK(split.net_eur() == Approx(722.0));
    CHECK(split.employer_contribution_eur == 0.0);
    CHECK(split.labour_cost_eur() == 1000.0);
}

}  // namespace cantiere
