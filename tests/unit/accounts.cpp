#include "model/month/accounts.h"

#include "model/month/accounts_prices.h"
#include "model/month/benefits.h"
#include "model/month/coordination.h"
#include "model/month/project_steps.h"
#include "model/recorder.h"
#include "model/rules/equity.h"
#include "tests/support/books_of_month.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr ResidentId only = ResidentId::at(0);

}  // namespace

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
                    residents.credit,
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
    // Single precision holds .45 as .449999988: exactly the degree of the law all the same.
    CHECK(is_certified_art4(tax, bit(Group::disability), double{0.45f}));
    CHECK_FALSE(is_certified_art4(tax, bit(Group::disability), double{0.4499f}));
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
        kaplan_meier_time({{1, true}, {2, false}, {3, true}, {4, false}, {4, false}}, 0.5)));
    // One more event at 4: S(4) = .533 x (1 - 1/2) = .267.
    CHECK(kaplan_meier_time({{1, true}, {2, false}, {3, true}, {4, true}, {4, false}}, 0.5) == 4.0);
    CHECK(std::isnan(kaplan_meier_time({}, 0.5)));
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

TEST_CASE("Places of reserved contracts are planned at relief and management, for no other seats") {
    Parameters usual;
    usual.search.full_time_share = 1.0;
    usual.search.wage_full_time_eur = 1000.0;
    usual.tax.coop_b_relief = 1.0;
    usual.tax.employer_contribution = 0.30;
    usual.tax.employee_contribution = 0.10;
    Parameters levers = usual;
    levers.instruments[Instrument::coop_b_placement].slots = 50.0;
    levers.staff.programme_case_manager_eur_month = usual.staff.case_manager_eur_month + 25.0;
    CHECK(planned_outlay_per_month(usual, levers).value == 0);
    levers.employers.coop_extra_places = 20.0;
    CHECK(planned_outlay_per_month(usual, levers).value == 20 * 42500);
}

TEST_CASE("What a payer that is not public pays is not planned, its case management is") {
    Parameters usual;
    usual.housing.guarantee_call_share = 0.1;
    usual.housing.rent_eur_month = 300.0;
    Parameters levers = usual;
    levers.staff.programme_case_manager_eur_month = usual.staff.case_manager_eur_month + 25.0;
    auto& guarantee = levers.instruments[Instrument::rent_guarantee];
    guarantee.slots = 10.0;
    guarantee.cost_eur_month = 20.0;
    auto& counselling = levers.instruments[Instrument::counselling];
    counselling.slots = 4.0;
    counselling.cost_eur_month = 60.0;
    auto& internship = levers.instruments[Instrument::internship];
    internship.slots = 6.0;
    levers.staff.office_eur_year = 12000.0;
    const auto planned = [&] { return planned_outlay_per_month(usual, levers).value; };
    // Guarantees 10 x (20 + 30), counselling 4 x (60 + 25), office 1,000, internships 6 x
    // (680 + 400/6 + 25): 500 + 340 + 1,000 + 4,630.
    CHECK(planned() == 647000);
    constexpr auto outside = static_cast<double>(Payer::third_sector);
    guarantee.programme_payer = outside;
    CHECK(planned() == 597000);
    counselling.programme_payer = outside;
    CHECK(planned() == 573000);
    levers.staff.coordination_payer = outside;
    CHECK(planned() == 473000);
    internship.programme_payer = outside;
    CHECK(planned() == 25000);
    internship.programme_payer = static_cast<double>(Payer::european_union);
    CHECK(planned() == 473000);
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
