#include "model/month/accounts.h"

#include "model/month/accounts_prices.h"
#include "model/month/benefits.h"
#include "model/month/coordination.h"
#include "model/month/project_steps.h"
#include "model/recorder.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr ResidentId only = ResidentId::at(0);

/// Books of one month about `residents`.
Ledger month_of(const Residents& residents, const Events& events, const Parameters& p) {
    Ledger ledger(1, residents.size());
    BundleFund bundles;
    post_accounts(ledger,
                  bundles,
                  residents.people,
                  residents.capital,
                  residents.work,
                  residents.housing,
                  residents.justice,
                  residents.care,
                  residents.standing,
                  events,
                  p,
                  Month{0});
    return ledger;
}

}  // namespace

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

TEST_CASE("Full-time income tax is that of the evidence, with the deduction that falls") {
    // fis.irpef_net_ft_B1: 18,316 EUR without contributions; 23 % is 4,212.68; the deduction is
    // 1,910 + 1,190 x 9,684/13,000 = 2,796.46; 1,416 EUR are left.
    const TaxParameters adi;
    CHECK(income_tax_eur_year(adi, 18316.0) == Approx(1416.0).margin(1.0));
    // An ordinary full-timer of 1,526 EUR a month: 16,629.13 after contributions, deduction
    // 2,950.87, tax 873.83; without the fall it would be 1,869.70.
    CHECK(12.0 * split_wage(adi, 1526.0).income_tax_eur == Approx(873.83).margin(0.01));
    CHECK(income_tax_eur_year(adi, 8500.0) == Approx(0.0).margin(1e-9));
    CHECK(income_tax_eur_year(adi, 15000.0) == Approx(3450.0 - 1955.0 - 1200.0));
    CHECK(income_tax_eur_year(adi, 28000.0) == Approx(6440.0 - 1910.0));
}

TEST_CASE("Each law has its own deduction") {
    TaxParameters law;
    law.no_tax_area_eur_year = 8174.0;
    law.deduction_falls_from_eur_year = 8000.0;
    law.deduction_falls_to_eur_year = 28000.0;
    law.deduction_first_eur_year = 1880.0;
    law.deduction_last_eur_year = 978.0;
    law.integrative_eur_year = 960.0;
    law.integrative_limit_eur_year = 24000.0;
    // 2014-2021: nothing is due up to 8,145 EUR; at 18,000 EUR 4,140 - (978 + 451) - 960.
    CHECK(income_tax_eur_year(law, 8145.0) == 0.0);
    CHECK(income_tax_eur_year(law, 8146.0) == Approx(-960.0).margin(0.5));
    CHECK(income_tax_eur_year(law, 18000.0) == Approx(1751.0));
    // 2004: 7,500 EUR off the income at first; at 20,500 EUR half of it: 23 % of 16,750.
    law.no_tax_area_eur_year = law.deduction_falls_from_eur_year = 7500.0;
    law.deduction_falls_to_eur_year = 33500.0;
    law.deduction_first_eur_year = 1725.0;
    law.deduction_last_eur_year = law.integrative_eur_year = 0.0;
    CHECK(income_tax_eur_year(law, 7500.0) == 0.0);
    CHECK(income_tax_eur_year(law, 20500.0) == Approx(3852.5));
}

TEST_CASE("Wages keep their cents: what is withheld and what is paid add up to the gross") {
    TaxParameters tax;
    const WageCents wage = wage_cents(tax, 152600, Contributions::due);
    const WageSplit split = split_wage(tax, 1526.0);
    CHECK(wage.gross.value == 152600);
    CHECK(wage.employee_tax.value - wage.employee_transfer.value ==
          Cents::from_euros(split.employee_contribution_eur + split.income_tax_eur).value);
    CHECK(wage.employee_relief.value + wage.employer_relief.value == 0);
}

TEST_CASE("Relief leaves both quotas of contributions where they are") {
    // fis.exemption381.year_pt60_2024: (28 % + 9.19 %) of 10,989 EUR is 4,087 EUR a year forgone;
    // fis.irpef_net_pt60_B1: income tax 572 less the bonus of 1,200 is 628 paid to the worker, on
    // the whole gross: 10,989 + 628 = 11,617 EUR a year net, 968 a month.
    const TaxParameters tax;
    const WageCents wage = wage_cents(tax, 91575, Contributions::relieved);
    CHECK(wage.employee_relief.value == 8416);   // 9.19 % of 915.75
    CHECK(wage.employer_relief.value == 25641);  // 28 %
    CHECK(std::abs(12 * (wage.employee_relief.value + wage.employer_relief.value) - 408700) < 50);
    const WageSplit split = split_wage(tax, 915.75, Contributions::relieved);
    CHECK(12.0 * split.income_tax_eur == Approx(-627.53).margin(0.01));
    CHECK(split.net_eur() == Approx(968.04).margin(0.01));
    // 84.157 of contributions less the 52.294 that the tax pays back.
    CHECK(wage.employee_tax.value == 3186);
    CHECK(split_wage(tax, 915.75).net_eur() == Approx(903.24).margin(0.01));
}

TEST_CASE("A certified worker of a cooperative keeps the own contributions, at the State's cost") {
    Parameters p;
    Residents residents = sample_residents(1);
    residents.people.groups[only] = bit(Group::addiction);
    residents.work.state[only] = WorkState::coop_b;
    residents.work.gross_wage_cents[only] = 91575;
    const Ledger ledger = month_of(residents, Events{}, p);
    const auto net = [&](Payer payer, Category category) {
        return ledger.net_cents(Month{0}, payer, category);
    };
    CHECK(net(Payer::employer, Category::cooperative) == -25641);
    CHECK(net(Payer::resident, Category::cooperative) == -8416);
    CHECK(net(Payer::state, Category::cooperative) == 34057);
    assess_benefits(residents.standing,
                    residents.people,
                    residents.capital,
                    residents.work,
                    residents.housing,
                    residents.care,
                    p,
                    p.benefit,
                    Month{0});
    CHECK(residents.standing.net_income_cents[only] == 96804);
    residents.people.groups[only] = bit(Group::migrant);
    CHECK(
        month_of(residents, Events{}, p).net_cents(Month{0}, Payer::state, Category::cooperative) ==
        0);
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
    CHECK(invalidity_eur(law, 0.8, 0.0) == 364.0);
    CHECK(invalidity_eur(law, 0.8, 5771.35 / 12.0) == 364.0);
    CHECK(invalidity_eur(law, 0.8, 482.0) == 0.0);
}

TEST_CASE(
    "The partial invalidity cheque starts at 74 %, the certification for cooperatives at 45") {
    BenefitParameters law;
    law.invalidity_eur = 364.0;
    CHECK(invalidity_eur(law, 0.73, 0.0) == 0.0);
    CHECK(invalidity_eur(law, 0.74, 0.0) == 364.0);
    law.invalidity_from = 0.0;
    CHECK(invalidity_eur(law, 0.0, 0.0) == 0.0);
    const TaxParameters tax;
    constexpr GroupMask disabled = bit(Group::disability);
    CHECK_FALSE(is_certified_art4(tax, disabled, 0.44));
    CHECK(is_certified_art4(tax, disabled, 0.45));
    CHECK(is_certified_art4(tax, disabled | bit(Group::addiction), 0.44));
    CHECK(is_certified_art4(tax, bit(Group::mental_health), 0.0));
    CHECK(is_certified_art4(tax, bit(Group::detained_or_ex), 0.0));
    CHECK_FALSE(is_certified_art4(tax, bit(Group::migrant), 0.0));
}

TEST_CASE("The case manager is paid by who pays the step or the support under way") {
    Parameters p;
    p.staff.case_manager_eur_month = 80.0;
    p.staff.programme_case_manager_eur_month = 54.0;
    p.instruments[Instrument::language].programme_payer =
        static_cast<double>(Payer::european_union);
    p.instruments[Instrument::transport_voucher].programme_payer =
        static_cast<double>(Payer::third_sector);
    Residents residents = sample_residents(1);
    Care& care = residents.care;
    open_project(care, only, {Instrument::language}, Month{0});
    const auto paid = [&](Payer payer) {
        return month_of(residents, Events{}, p).net_cents(Month{0}, payer, Category::assessment);
    };
    CHECK(paid(Payer::municipality) == 8000);
    care.step_left[only] = 4;
    care.step_funding[only] = Funding::usual;
    CHECK(paid(Payer::municipality) == 8000);
    care.support[only] = Instrument::transport_voucher;
    care.support_left[only] = 2;
    care.support_funding[only] = Funding::programme;
    CHECK(paid(Payer::third_sector) == 5400);
    CHECK(paid(Payer::municipality) == 0);
    care.step_funding[only] = Funding::programme;
    CHECK(paid(Payer::european_union) == 5400);
    CHECK(paid(Payer::third_sector) == 0);
}

TEST_CASE("What residents spend of benefits and indemnities is taxed as what they spend of wages") {
    Parameters p;  // 9 %, fis.vat_year_pt60
    p.internship.indemnity_eur_month = 500.0;
    Residents residents = sample_residents(1);
    residents.work.state[only] = WorkState::internship;
    residents.standing.benefit_cents[only] = 50000;
    residents.standing.regional_cents[only] = 10000;
    residents.standing.local_aid_cents[only] = 12000;
    const Ledger ledger = month_of(residents, Events{}, p);
    const auto net = [&](Payer payer, Category category) {
        return ledger.net_cents(Month{0}, payer, category);
    };
    CHECK(net(Payer::resident, Category::benefit) == -62000);
    // 9 % of 400, 100, 120 and 500 EUR.
    CHECK(net(Payer::resident, Category::tax_and_contributions) == 3600 + 900 + 1080 + 4500);
    CHECK(net(Payer::state, Category::tax_and_contributions) == -10080);
}

TEST_CASE("The Kaplan-Meier median counts people never served") {
    // Five people: events at 1 and 3, censored at 2, 4, 4. S(1) = .8, S(3) = .8 x 2/3 = .533.
    CHECK(std::isnan(
        kaplan_meier_median({{1, true}, {2, false}, {3, true}, {4, false}, {4, false}})));
    // One more event at 4: S(4) = .533 x (1 - 1/2) = .267.
    CHECK(kaplan_meier_median({{1, true}, {2, false}, {3, true}, {4, true}, {4, false}}) == 4.0);
    CHECK(std::isnan(kaplan_meier_median({})));
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

TEST_CASE("A bonus to hosts is planned for a programme's internships") {
    Parameters usual;
    Parameters levers = usual;
    levers.instruments[Instrument::internship].slots = 6.0;
    const auto without = planned_outlay_per_month(usual, levers).value;
    levers.employers.host_bonus_eur = 300.0;
    // Six seats of six months: one start, and one bonus, a month.
    CHECK(planned_outlay_per_month(usual, levers).value == without + 30000);
}

TEST_CASE("A subsidised seat is planned at the mean wage of new jobs") {
    Parameters usual;
    usual.tax.hire_subsidy_share = 0.5;
    usual.search.full_time_share = 0.4;
    usual.search.wage_full_time_eur = 1500.0;
    usual.search.wage_part_time_eur = 900.0;
    Parameters levers = usual;
    levers.instruments[Instrument::subsidised_hire].slots = 10.0;
    CHECK(planned_outlay_per_month(usual, levers).value == 10 * 57000);  // half of 1,140
}

TEST_CASE("A subsidised hire is paid by who pays the seat, the hire incentive by the programme") {
    Parameters p;
    p.tax.hire_subsidy_share = 0.4;
    p.target.hire_incentive_eur_month = 100.0;
    auto& row = p.instruments[Instrument::subsidised_hire];
    row.payer = static_cast<double>(Payer::state);
    row.programme_payer = static_cast<double>(Payer::european_union);
    Residents residents = sample_residents(1);
    open_project(residents.care, only, {Instrument::subsidised_hire}, Month{0});
    residents.care.state[only] = CareState::in_project;
    residents.care.step_left[only] = 12;
    residents.work.state[only] = WorkState::subsidised;
    residents.work.gross_wage_cents[only] = 100000;
    residents.work.subsidy_left[only] = 12;
    const auto paid = [&](Payer payer) {
        const Ledger ledger = month_of(residents, Events{}, p);
        return ledger.net_cents(Month{0}, payer, Category::hiring_incentive);
    };
    residents.care.step_funding[only] = Funding::usual;
    CHECK(paid(Payer::state) == 40000);
    CHECK(paid(Payer::european_union) == 0);
    residents.care.step_funding[only] = Funding::programme;
    CHECK(paid(Payer::state) == 0);
    CHECK(paid(Payer::european_union) == 40000);
    residents.work.incentive_left[only] = 3;
    CHECK(paid(Payer::european_union) == 50000);
    residents.work.subsidy_left[only] = 0;
    residents.work.state[only] = WorkState::open_ended;
    CHECK(paid(Payer::european_union) == 10000);
    p.target.everybody = 0.0;
    CHECK(paid(Payer::european_union) == 0);
}

}  // namespace cantiere
