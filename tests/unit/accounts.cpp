#include "model/month/accounts.h"
#include "model/inputs.h"

#include <algorithm>

#include "model/month/accounts_prices.h"
#include "model/month/benefits.h"
#include "model/month/coordination.h"
#include "model/month/project_steps.h"
#include "model/month/service_slots.h"
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

TEST_CASE("What a programme has begun goes on by its terms when it is over") {
    Parameters outside;
    Parameters programme;
    programme.target.taper_step_months = 4.0;
    programme.services.fidelity = 0.7;
    programme.staff.programme_case_manager_eur_month = 107.0;
    programme.instruments[Instrument::language].programme_payer = 3.0;
    programme.outreach.hazard_per_month = 0.5;
    const Parameters after = with_terms_of(outside, programme);
    CHECK(after.target.taper_step_months == 4.0);
    CHECK(after.services.fidelity == 0.7);
    CHECK(after.staff.programme_case_manager_eur_month == 107.0);
    CHECK(after.instruments[Instrument::language].programme_payer == 3.0);
    CHECK(after.outreach.hazard_per_month == outside.outreach.hazard_per_month);
}

TEST_CASE(
    "A taper pays two thirds and a third of the municipal support, and nothing beside a national "
    "benefit") {
    Parameters p;
    p.benefit.local_eur = 300.0;
    p.target.taper_step_months = 2.0;
    Residents residents = sample_residents(1);
    residents.care.state[only] = CareState::tapering;
    residents.work.state[only] = WorkState::fixed_term;
    const auto paid = [&](int months_left, std::int32_t national_cents) {
        residents.care.taper_left[only] = static_cast<std::uint8_t>(months_left);
        residents.standing.benefit_cents[only] = national_cents;
        return month_of(residents, Events{}, p)
            .net_cents(Month{0}, Payer::municipality, Category::benefit);
    };
    CHECK(paid(6, 0) == 20000);
    CHECK(paid(4, 0) == 10000);
    CHECK(paid(2, 0) == 0);
    CHECK(paid(6, 50000) == 0);
    residents.work.state[only] = WorkState::seeking;  // the job is lost
    CHECK(paid(6, 0) == 0);
}

TEST_CASE("Where the bonus is above what is withheld the State pays the rest to the worker") {
    // 800 EUR gross: 73.52 of contributions; tax of the year .23 x 8,717.76 - 1,955 = 50.08, less
    // the bonus of 1,200 is 95.83 a month below zero, so 22.31 are paid out. Of 822.31 net 9 % are
    // spent on tax; the employer pays 28 %.
    Residents residents = sample_residents(1);
    residents.work.state[only] = WorkState::open_ended;
    residents.work.gross_wage_cents[only] = 80000;
    const Ledger ledger = month_of(residents, Events{}, Parameters{});
    const auto net = [&](Payer payer) {
        return ledger.net_cents(Month{0}, payer, Category::tax_and_contributions);
    };
    CHECK(net(Payer::employer) == 22400);
    CHECK(net(Payer::resident) == 7401 - 2231);
    CHECK(net(Payer::state) == 2231 - 7401 - 22400);
    CHECK(net(Payer::municipality) == 0);
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
