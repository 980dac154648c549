#include "model/month/accounts_prices.h"
#include "model/month/benefits.h"
#include "model/month/coordination.h"
#include "model/recorder.h"
#include "tests/support/catch.h"

namespace cantiere {

TEST_CASE("A part-time wage splits as the evidence computes it") {
    // fis.gross_pt60_B1: 10,989 EUR a year; contributions 9.19 %, taxable 9,979; 23 % above 8,500.
    TaxParameters tax;
    const WageSplit split = split_wage(tax, 10989.0 / 12.0);
    CHECK(split.employee_contribution_eur == Approx(10989.0 * 0.0919 / 12.0));
    const double taxable = 10989.0 * (1.0 - 0.0919);
    CHECK(12.0 * split.income_tax_eur == Approx(0.23 * (taxable - 8500.0) - 1200.0));
    CHECK(split.net_eur() ==
          Approx(split.gross_eur - split.employee_contribution_eur - split.income_tax_eur));
}

TEST_CASE("Wages keep their cents: what is withheld and what is paid add up to the gross") {
    TaxParameters tax;
    const WageCents wage = wage_cents(tax, 152600, true);
    const WageSplit split = split_wage(tax, 1526.0);
    CHECK(wage.gross.value == 152600);
    CHECK(wage.employee_tax.value - wage.employee_transfer.value ==
          Cents::from_euros(split.employee_contribution_eur + split.income_tax_eur).value);
    CHECK(wage.relief.value == Cents::from_euros(1526.0 * (0.0919 + 0.28)).value);
    CHECK(wage_cents(tax, 152600, false).relief.value == 0);
}

TEST_CASE("A selective regime pays only the households it names") {
    BenefitParameters law;
    law.base_eur = 500.0;
    law.categorical = 1.0;
    BenefitCase c;
    CHECK(benefit_due_eur(law, c) == 0.0);
    c.categorical = true;
    CHECK(benefit_due_eur(law, c) == 500.0);
}

TEST_CASE("The partial invalidity cheque is lost whole above its limit") {
    BenefitParameters law;
    law.invalidity_eur = 364.0;
    CHECK(invalidity_eur(law, 0.5, 0.0) == 364.0);
    CHECK(invalidity_eur(law, 0.5, 5771.35 / 12.0) == 364.0);
    CHECK(invalidity_eur(law, 0.5, 482.0) == 0.0);
    CHECK(invalidity_eur(law, 0.0, 0.0) == 0.0);
}

TEST_CASE("The Kaplan-Meier median counts people never served") {
    // Five people: events at 1 and 3, censored at 2, 4, 4. S(1) = .8, S(3) = .8 x 2/3 = .533.
    CHECK(std::isnan(
        kaplan_meier_median({{1, true}, {2, false}, {3, true}, {4, false}, {4, false}})));
    // One more event at 4: S(4) = .533 x (1 - 1/2) = .267.
    CHECK(kaplan_meier_median({{1, true}, {2, false}, {3, true}, {4, true}, {4, false}}) == 4.0);
    CHECK(std::isnan(kaplan_meier_median({})));
}

TEST_CASE("A null twin buys whole bundles and carries the rest") {
    ServiceUnits units;
    NullTwinPlan plan;
    plan.outlay_per_month = Cents{250000};
    plan.bundle_price = Cents{100000};
    plan.start_month = 2;
    plan.months = 2;
    for (int m = 0; m < 4; ++m) {
        buy_bundles(units, plan, Month{m});
        CHECK(units.bundle_tokens == (m < 2 ? 0 : m == 2 ? 2 : 5));
        CHECK(units.bundle_fund_cents == (m == 2 ? 50000 : 0));
    }
    buy_bundles(units, plan, Month{4});  // the programme is over: nothing more can be begun
    CHECK(units.bundle_tokens == 0);
    CHECK(units.bundle_fund_cents == 0);
    plan.outlay_per_month = Cents{99999};
    ServiceUnits poor;
    buy_bundles(poor, plan, Month{2});
    CHECK(poor.bundle_tokens == 0);
    CHECK(poor.bundle_fund_cents == 99999);
}

TEST_CASE("The planned outlay is levers times unit prices") {
    Parameters usual;
    Parameters levers = usual;
    CHECK(planned_outlay_per_month(usual, levers).value == 0);
    levers.instruments[Instrument::internship].slots = 30.0;
    // 500 indemnity + 18 insurance + 162 tutor + 400/6 promotion, a seat and month.
    CHECK(planned_outlay_per_month(usual, levers).value ==
          Cents::from_euros(30.0 * (680.0 + 400.0 / 6.0)).value);
    levers.staff.office_eur_year = 85000.0;
    CHECK(planned_outlay_per_month(usual, levers).value ==
          Cents::from_euros(30.0 * (680.0 + 400.0 / 6.0) + 85000.0 / 12.0).value);
    // Thirty starts in all over 24 months: 30 paths of six months, spread.
    levers.staff.office_eur_year = 0.0;
    levers.internship.total_starts = 30.0;
    levers.target.months = 24.0;
    CHECK(planned_outlay_per_month(usual, levers).value ==
          Cents::from_euros(30.0 * 6.0 * (680.0 + 400.0 / 6.0) / 24.0).value);
}

}  // namespace cantiere
