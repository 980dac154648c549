#include <array>
#include <optional>

#include "model/rules/network.h"
#include "model/rules/target.h"
#include "tests/support/oracle_clerk.h"
#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

Category category_of(Instrument instrument) {
    const std::map<Instrument, Category> categories{
        {Instrument::orientation, Category::orientation},
        {Instrument::counselling, Category::orientation},
        {Instrument::skills_assessment, Category::assessment},
        {Instrument::relational_training, Category::training},
        {Instrument::vocational_training, Category::training},
        {Instrument::language, Category::training},
        {Instrument::internship, Category::internship},
        {Instrument::subsidised_hire, Category::hiring_incentive},
        {Instrument::coop_b_placement, Category::cooperative},
        {Instrument::job_tutor, Category::tutoring},
        {Instrument::supported_housing, Category::housing},
        {Instrument::rent_guarantee, Category::housing},
        {Instrument::transport_voucher, Category::transport},
        {Instrument::microcredit, Category::microcredit},
        {Instrument::aids, Category::aids},
        {Instrument::safety_refuge, Category::refuge},
        {Instrument::health_path, Category::health},
        {Instrument::childcare, Category::childcare}};
    return categories.at(instrument);
}

/// Gives a person money, a part of which comes back to the State when it is spent.
void give_to_spend(Clerk& clerk, const Parameters& p, Account from, Category category, double eur) {
    clerk.give(from, Account::resident, category, eur);
    const double given = static_cast<double>(Cents::from_euros(eur).value) / 100.0;
    clerk.tax(Account::resident,
              Account::state,
              Category::tax_and_contributions,
              p.tax.consumption_tax_share * given);
}

void book_wage(Clerk& clerk, const World& world, const Person& person) {
    const Pay pay = pay_of(world, person);
    constexpr Category tax = Category::tax_and_contributions;
    clerk.give(Account::employer, Account::resident, Category::wage, pay.gross);
    const double withheld = pay.own_quota + pay.tax;
    if (withheld > 0.0) clerk.tax(Account::resident, Account::state, tax, withheld);
    if (withheld < 0.0) clerk.tax(Account::state, Account::resident, tax, -withheld);
    clerk.tax(Account::employer, Account::state, tax, pay.employers_quota);
    const double spent = world.p().tax.consumption_tax_share * pay.net;
    clerk.tax(Account::resident, Account::state, tax, spent);
    constexpr Category relief = Category::cooperative;
    clerk.tax(Account::state, Account::resident, relief, pay.given_up * pay.own_quota);
    clerk.tax(Account::state, Account::employer, relief, pay.given_up * pay.employers_quota);
}

void book_delivery(Clerk& clerk, const Parameters& p, Instrument instrument, Funding funding) {
    const InstrumentParameters& row = p.instruments[instrument];
    const Account payer = payer_of(row, funding);
    clerk.buy(payer, category_of(instrument), row.cost_eur_month);
    if (instrument == Instrument::rent_guarantee) {
        clerk.pay(payer,
                  Account::landlords,
                  Category::housing,
                  EntryKind::resource,
                  p.housing.guarantee_call_share * p.housing.rent_eur_month);
    }
    if (instrument == Instrument::safety_refuge) {
        const double average = p.violence.refuge_day_eur * days_per_month;
        const double marginal = average * p.violence.refuge_marginal_share;
        clerk.buy(payer, Category::refuge, marginal);
        clerk.pay(payer,
                  Account::providers,
                  Category::refuge,
                  EntryKind::average_only,
                  average - marginal);
    }
}

void book_internship(Clerk& clerk, const Parameters& p, const Person& person) {
    const Account payer = payer_of(p.instruments[Instrument::internship], person.step_funding);
    give_to_spend(clerk, p, payer, Category::internship, p.internship.indemnity_eur_month);
    clerk.buy(payer, Category::internship, p.internship.insurance_eur_month);
    clerk.buy(payer, Category::tutoring, p.internship.tutor_eur_month);
    clerk.pay(Account::employer,
              Account::providers,
              Category::in_kind,
              EntryKind::in_kind,
              p.internship.host_tutor_in_kind_eur_month);
}

void book_services(Clerk& clerk, const Parameters& p, const Person& person) {
    if (person.work == WorkState::internship) book_internship(clerk, p, person);
    const Instrument step = step_of(person);
    if (step != Instrument::count && person.step_left > 0 && !is_placed(step)) {
        book_delivery(clerk, p, step, person.step_funding);
    }
    if (person.support_left > 0) {
        book_delivery(clerk, p, person.support, person.support_funding);
    }
    if (person.tutor_left > 0) {
        const InstrumentParameters& row = p.instruments[Instrument::job_tutor];
        clerk.buy(payer_of(row, person.tutor_funding), Category::tutoring, row.cost_eur_month);
    }
    if (!has_project(person)) return;
    std::optional<Instrument> programmes;
    if (person.support_left > 0 && person.support_funding == Funding::programme) {
        programmes = person.support;
    }
    if (person.step_left > 0 && person.step_funding == Funding::programme) programmes = step;
    const Account payer =
        programmes ? account_at(p.instruments[*programmes].programme_payer) : Account::municipality;
    clerk.buy(
        payer,
        Category::assessment,
        programmes ? p.staff.programme_case_manager_eur_month : p.staff.case_manager_eur_month);
}

void book_assistance(Clerk& clerk, const Parameters& p, const Person& person) {
    constexpr Category benefit = Category::benefit;
    const int national = person.benefit_cents - person.regional_cents;
    const double cheque = invalidity_eur(p.benefit, person, person.wage_cents / 100.0);
    give_to_spend(clerk, p, Account::state, benefit, national / 100.0);
    give_to_spend(clerk, p, Account::province_region, benefit, person.regional_cents / 100.0);
    give_to_spend(clerk, p, Account::municipality, benefit, person.local_aid_cents / 100.0);
    give_to_spend(clerk, p, Account::state, benefit, cheque);
    if (person.care != CareState::tapering || !has_job(person) || person.benefit_cents > 0) return;
    const double step = p.target.taper_step_months;
    double share = 0.0;
    if (person.taper_left > step) share = 1.0 / 3.0;
    if (person.taper_left > 2.0 * step) share = 2.0 / 3.0;
    give_to_spend(clerk, p, Account::municipality, benefit, share * p.benefit.local_eur);
}

/// Prison or shelter, at marginal cost and the rest of the average.
void book_custody(Clerk& clerk, const Parameters& p, const Person& person) {
    double average = 0.0, marginal = 0.0;
    Account payer = Account::municipality;
    Category category = Category::refuge;
    if (person.work == WorkState::detained) {
        payer = Account::state;
        category = Category::detention;
        average = p.justice.prison_day_average_eur * days_per_month;
        marginal = p.justice.prison_day_marginal_eur * days_per_month;
    } else if (person.housing == HousingState::shelter) {
        average = p.housing.shelter_eur_month;
        marginal = p.housing.shelter_eur_month * p.housing.shelter_marginal_share;
    }
    clerk.buy(payer, category, marginal);
    clerk.pay(payer, Account::providers, category, EntryKind::average_only, average - marginal);
    if (person.justice == JusticeState::alternative) {
        const double supervision = p.justice.alternative_day_eur * days_per_month;
        clerk.buy(Account::state, Category::detention, supervision);
    }
}

/// A loan given, a month of it paid back, or the fund's part of what is not.
void book_loan(Clerk& clerk, const Parameters& p, const Happening& happening) {
    constexpr Category category = Category::microcredit;
    const double eur = happening.cents / 100.0;
    if (happening.kind == EventKind::loan_granted) {
        clerk.give(Account::lenders, Account::resident, category, eur);
    } else if (happening.kind == EventKind::loan_repaid) {
        clerk.give(Account::resident, Account::lenders, category, eur);
    } else {
        const Account fund = payer_of(p.instruments[Instrument::microcredit], happening.funding);
        const double covered = eur * p.microcredit.guarantee_cover;
        clerk.pay(fund, Account::lenders, category, EntryKind::resource, covered);
    }
}

void book_happening(World& world, const Happening& happening) {
    const Parameters& p = world.p();
    Clerk clerk(world, &world.people[happening.who]);
    if (happening.kind == EventKind::assessed ||
        happening.kind == EventKind::assessment_duplicated) {
        clerk.buy(account_at(p.staff.assessment_payer),
                  Category::assessment,
                  p.staff.assessment_eur);
    }
    if (happening.kind == EventKind::commission_case) {
        clerk.buy(account_at(p.staff.coordination_payer),
                  Category::assessment,
                  p.staff.commission_case_eur);
    }
    if (happening.cents != 0) book_loan(clerk, p, happening);
    if (happening.kind != EventKind::instrument_started) return;
    const InstrumentParameters& row = p.instruments[happening.instrument];
    const Account payer = payer_of(row, happening.funding);
    clerk.buy(payer, category_of(happening.instrument), row.cost_eur_once);
    if (happening.instrument != Instrument::internship) return;
    clerk.buy(payer, Category::internship, p.internship.promotion_eur_once);
    if (happening.funding == Funding::programme) {
        clerk.give(payer,
                   Account::employer,
                   Category::hiring_incentive,
                   p.employers.host_bonus_eur);
    }
}

void book_coordination(World& world) {
    const Parameters& p = world.p();
    Clerk clerk(world);
    const Account payer = account_at(p.staff.coordination_payer);
    const double ties = tie_count(p.network.members, p.network.hub > 0.5) * p.staff.tie_eur_month;
    const double meetings = p.network.members * p.staff.meeting_eur_month_per_member;
    const double office = (p.staff.office_eur_year + p.staff.operation_eur_year) / 12.0;
    clerk.buy(payer, Category::coordination, office + meetings + ties);
    clerk.buy(payer, Category::desk, p.staff.desk_eur_year / 12.0);
    clerk.pay(Account::third_sector,
              Account::providers,
              Category::in_kind,
              EntryKind::in_kind,
              p.staff.in_kind_eur_month);
    // Seats that a new network keeps from people who wait are paid like the others.
    for (const Instrument instrument : members<Instrument>()) {
        const InstrumentParameters& row = p.instruments[instrument];
        const double seat =
            row.cost_eur_month + row.cost_eur_once / std::max(1, whole_months(row.months));
        clerk.buy(payer_of(row, Funding::usual),
                  category_of(instrument),
                  world.services[instrument].still * seat);
    }
}

/// Wages and taxes of the jobs that the displaced have lost, taken back.
void book_displaced(World& world) {
    const Parameters& p = world.p();
    double jobs = 0.0;
    for (const Town& town : world.towns) jobs += town.displaced_in_window;
    Clerk clerk(world);
    const double full = p.search.full_time_share;
    const std::array<std::pair<double, double>, 2> kinds{
        {{full, p.search.wage_full_time_eur}, {1.0 - full, p.search.wage_part_time_eur}}};
    for (const auto& kind : kinds) {
        const double share = kind.first;
        const Pay pay = pay_for(p.tax, kind.second, 0.0);
        const auto back = [&](Account from, Account to, Category category, double eur) {
            const double all = jobs * share * eur;
            const bool wages = category == Category::wage;
            clerk.pay(from, to, category, wages ? EntryKind::transfer : EntryKind::tax, all);
        };
        constexpr Category tax = Category::tax_and_contributions;
        back(Account::resident, Account::employer, Category::wage, pay.gross);
        back(Account::state, Account::resident, tax, pay.own_quota + pay.tax);
        back(Account::state, Account::employer, tax, pay.employers_quota);
        back(Account::state, Account::resident, tax, p.tax.consumption_tax_share * pay.net);
    }
}

}  // namespace

void keep_books(World& world) {
    world.books = {};
    if (world.month.index() < 0) return;
    const Parameters& p = world.p();
    for (const Person& person : world.people) {
        if (!is_here(person)) continue;
        Clerk clerk(world, &person);
        book_custody(clerk, p, person);
        if (person.work == WorkState::detained) continue;
        if (has_job(person)) {
            book_wage(clerk, world, person);
            book_incentives(clerk, p, person);
        }
        book_services(clerk, p, person);
        book_assistance(clerk, p, person);
    }
    for (const Happening& happening : world.happenings) book_happening(world, happening);
    book_coordination(world);
    book_displaced(world);
    if (world.inputs->null_twin) settle_bundles(world);
}

}  // namespace cantiere::oracle
