#include <algorithm>

#include "tests/support/oracle_phases.h"

namespace cantiere::oracle {
namespace {

constexpr Instrument loan = Instrument::microcredit;

/// Tells whether the person is in the step of the project that asks for a loan.
bool in_step(const Person& person) { return person.step_left > 0 && step_of(person) == loan; }

/// Hazard at which so many businesses are left after three years.
double failure_hazard(const MicrocreditParameters& p) { return -log(p.survival_36_months) / 36.0; }

/// Chance that the guarantee of a failed business is called.
double chance_of_call(const MicrocreditParameters& p, bool tutored) {
    const double called = tutored ? p.called_share_tutored : p.called_share_untutored;
    const double fail = -expm1(-failure_hazard(p) * p.loan_months);
    return fail > called ? called / fail : 1.0;
}

void end_business(World& world, Person& person) {
    person.trades = false;
    if (in_step(person)) {
        world.tell(EventKind::instrument_dropped, person, loan, person.step_funding);
        leave_project(world, person);
    }
    const double u = world.draws->uniform(person.key, world.month, Decision::guarantee_call);
    if (person.loan_left == 0) return;
    if (u >= chance_of_call(world.p().microcredit, person.loan_tutored)) return;
    world.tell(EventKind::guarantee_called, person, loan, person.loan_funding, person.loan_cents);
    person.debt_cents += person.loan_cents;
    person.loan_cents = person.loan_left = 0;
}

void pay_back(World& world, Person& person) {
    const double monthly = world.p().microcredit.interest_per_year / 12.0;
    const Cents owed{person.loan_cents};
    const Cents with_interest = owed + scaled(owed, monthly);
    Cents paid = with_interest;
    if (person.loan_left > 1) {
        double annuity = owed.euros() / person.loan_left;
        if (monthly > 0.0) {
            annuity = owed.euros() * monthly / (1.0 - power(1.0 + monthly, -person.loan_left));
        }
        paid = std::min(with_interest, Cents::from_euros(annuity));
    }
    person.repaid_cents = static_cast<int>(paid.value);
    person.loan_cents = static_cast<int>((with_interest - paid).value);
    --person.loan_left;
    world.tell(EventKind::loan_repaid, person, loan, person.loan_funding, person.repaid_cents);
}

void ask_for_loan(World& world, Person& person) {
    const MicrocreditParameters& p = world.p().microcredit;
    const auto luck = [&](Decision decision) {
        return world.draws->uniform(person.key, world.month, decision);
    };
    const bool able = double{person.professional} > p.capital_threshold &&
                      double{person.relational} > p.capital_threshold;
    const bool clean = person.debt_cents == 0 && person.loan_left == 0;
    if (!able || !clean || luck(Decision::loan_approval) >= p.approval_share) {
        world.tell(EventKind::instrument_dropped, person, loan, person.step_funding);
        person.steps[person.step] = Instrument::internship;
        person.step_left = person.step_waiting = 0;
        person.step_funding = Funding::none;
        return;
    }
    const double z = world.draws->normal(person.key, world.month, Decision::business_income);
    const double sd = p.income_log_sd;
    Terms own;
    own.contract = WorkState::self_employed;
    own.wage_cents =
        static_cast<int>(Cents::from_euros(p.income_eur_month * exp(sd * z - sd * sd / 2.0)).value);
    const Funding funding = person.step_funding;
    start_job(world, person, std::nullopt, own, 0);
    person.loan_cents = static_cast<int>(Cents::from_euros(p.loan_eur).value);
    person.loan_left = whole_months(p.loan_months);
    person.loan_funding = funding;
    person.trades = true;
    person.loan_tutored = luck(Decision::loan_tutor) < p.tutored_share;
    world.tell(EventKind::loan_granted, person, loan, funding, person.loan_cents);
    if (!person.loan_tutored) {
        world.tell(EventKind::instrument_completed, person, loan, funding);
        next_step(world, person);
    }
    Town& town = world.towns[person.home_town.index()];
    town.displaced -= p.additional_jobs;
    if (world.month.index() >= 0) town.displaced_in_window -= p.additional_jobs;
}

}  // namespace

void run_businesses(World& world) {
    const MicrocreditParameters& p = world.p().microcredit;
    const Hazard fails{failure_hazard(p)};
    for (Person& person : world.people) {
        person.repaid_cents = 0;
        const bool open =
            person.work == WorkState::self_employed && person.work == person.work_before;
        if (open &&
            world.draws->event(fails, person.key, world.month, Decision::business_failure)) {
            stop_work(person, WorkState::seeking);
            world.tell(EventKind::separated, person);
        }
        if (person.trades && person.work != WorkState::self_employed) end_business(world, person);
        if (!is_here(person)) person.loan_cents = person.loan_left = 0;
        if (person.loan_left > 0) pay_back(world, person);
        const bool waits = in_step(person) && is_jobless(person) && !person.trades;
        if (is_here(person) && waits && !employment_changed(person)) ask_for_loan(world, person);
    }
}

}  // namespace cantiere::oracle
