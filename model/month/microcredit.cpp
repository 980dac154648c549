#include "model/month/microcredit.h"

#include <algorithm>

#include "model/core/rounding.h"
#include "model/core/rows.h"
#include "model/month/demography.h"
#include "model/month/hiring.h"
#include "model/month/project_steps.h"

namespace cantiere {
namespace {

constexpr Instrument loan = Instrument::microcredit;

std::int32_t to_int32(Cents amount) { return static_cast<std::int32_t>(amount.value); }

/// The credit of one resident after another in one month.
class Bank {
  public:
    Bank(Credit& credit, Work& work, Care& care, Events& events, const Parameters& p)
        : credit_(credit), work_(work), care_(care), events_(events), p_(p) {}

    /// Closes the business of who has run it since before this month.
    void fail(ResidentId who) {
        leave_work(work_, who, WorkState::seeking);
        events_.add(EventKind::separated, who);
    }

    /// Settles what a business leaves behind that is no more: the tutoring ends, and the guarantee
    /// is called or the borrower goes on paying.
    void settle(bool called, ResidentId who) {
        credit_.trades[who] = 0;
        if (care_.step_left[who] > 0 && current_step(care_, who) == loan) {
            events_.add(EventKind::instrument_dropped, who, loan, care_.step_funding[who]);
            leave_project(care_, events_, who);
        }
        if (!called || credit_.months_left[who] == 0) return;
        const std::int32_t balance = credit_.balance_cents[who];
        events_.add_amount(EventKind::guarantee_called, who, credit_.funding[who], balance);
        credit_.debt_cents[who] += balance;
        end_loan(who);
    }

    void end_loan(ResidentId who) {
        credit_.balance_cents[who] = 0;
        credit_.months_left[who] = 0;
    }

    void repay_month(ResidentId who) {
        const Cents balance{credit_.balance_cents[who]};
        const LoanMonth paid = repay(p_.microcredit, balance, credit_.months_left[who]);
        credit_.balance_cents[who] = to_int32(paid.balance);
        --credit_.months_left[who];
        credit_.repaid_cents[who] = to_int32(paid.paid);
        events_.add_amount(EventKind::loan_repaid,
                           who,
                           credit_.funding[who],
                           credit_.repaid_cents[who]);
    }

    /// The lender says no: an internship takes the place of the loan.
    void refuse(ResidentId who) {
        events_.add(EventKind::instrument_dropped, who, loan, care_.step_funding[who]);
        care_.steps[who][care_.step[who]] = Instrument::internship;
        care_.step_left[who] = 0;
        care_.step_waiting[who] = 0;
        care_.step_funding[who] = Funding::none;
    }

    void grant(double income_eur, bool tutored, ResidentId who) {
        const Cents amount = Cents::from_euros(p_.microcredit.loan_eur);
        const Funding funding = care_.step_funding[who];
        JobTerms terms;
        terms.contract = WorkState::self_employed;
        terms.gross_wage_cents = to_int32(Cents::from_euros(income_eur));
        start_job(work_, events_, terms, 0, who);
        credit_.balance_cents[who] = to_int32(amount);
        credit_.months_left[who] =
            static_cast<std::uint8_t>(std::clamp(nearest_int(p_.microcredit.loan_months), 1, 255));
        credit_.tutored[who] = tutored ? 1 : 0;
        credit_.trades[who] = 1;
        credit_.funding[who] = funding;
        events_.add_amount(EventKind::loan_granted, who, funding, to_int32(amount));
        if (!tutored) {
            events_.add(EventKind::instrument_completed, who, loan, funding);
            advance_project(care_, who, p_.services.follow_up_months);
        }
    }

  private:
    Credit& credit_;
    Work& work_;
    Care& care_;
    Events& events_;
    const Parameters& p_;
};

/// Tells whether someone in the step waits for the lender's answer: without a job since before this
/// month, and nothing lent yet.
bool applies(const Credit& credit, const Work& work, const Care& care, ResidentId who) {
    if (care.step_left[who] == 0 || current_step(care, who) != loan) return false;
    const WorkState state = work.state[who];
    const bool jobless = state == WorkState::seeking || state == WorkState::inactive;
    return jobless && !employment_changed(work, who) && credit.trades[who] == 0;
}

/// Others whom a business employs: jobs that the ordinary pool gains, and keeps for as long as it
/// would have been without those that it loses to residents.
void give_work(OrdinaryPool& pool, MunicipalityId municipality, double jobs, Month month) {
    pool.displaced[municipality] -= jobs;
    if (month >= Month{0}) pool.displaced_in_window[municipality] -= jobs;
}

/// A business may fail; one that is no more settles its loan.
void close_business(Bank& bank,
                    const Credit& credit,
                    const Work& work,
                    const MicrocreditParameters& p,
                    Hazard failure,
                    const Draws& draws,
                    EntityKey key,
                    Month month,
                    ResidentId who) {
    const bool at_risk = work.state[who] == WorkState::self_employed &&
                         work.state_at_start[who] == WorkState::self_employed;
    if (at_risk && draws.event(failure, key, month, Decision::business_failure)) bank.fail(who);
    if (credit.trades[who] == 0 || work.state[who] == WorkState::self_employed) return;
    const Probability chance = call_chance(p, credit.tutored[who] != 0);
    bank.settle(draws.bernoulli(chance, key, month, Decision::guarantee_call), who);
}

/// Tells whether a lender grants a loan to somebody who asks for one.
bool is_approved(const Credit& credit,
                 const Capital& capital,
                 const MicrocreditParameters& p,
                 const Draws& draws,
                 EntityKey key,
                 Month month,
                 ResidentId who) {
    const bool sound = is_creditworthy(p, capital.professional[who], capital.relational[who]) &&
                       credit.months_left[who] == 0 && credit.debt_cents[who] == 0;
    const Probability approval{p.approval_share};
    return sound && draws.bernoulli(approval, key, month, Decision::loan_approval);
}

/// Those with a business or a loan, and those in a step, who may ask for one.
ResidentSet concerned(const Credit& credit, const Work& work, const Care& care) {
    constexpr std::uint8_t none{0};
    return rows_with(work.state, WorkState::self_employed) | rows_other_than(credit.trades, none) |
           rows_other_than(credit.months_left, none) | rows_other_than(care.step_left, none);
}

}  // namespace

void run_microcredit(Credit& credit,
                     Work& work,
                     Care& care,
                     OrdinaryPool& pool,
                     Events& events,
                     const People& people,
                     const Capital& capital,
                     const Parameters& parameters,
                     const Draws& draws,
                     Month month) {
    const MicrocreditParameters& p = parameters.microcredit;
    const Probability with_tutor{std::clamp(p.tutored_share, 0.0, 1.0)};
    const Hazard failure = business_failure_hazard(p);
    Bank bank(credit, work, care, events, parameters);
    std::fill(credit.repaid_cents.begin(), credit.repaid_cents.end(), 0);
    for (const ResidentId who : concerned(credit, work, care)) {
        const EntityKey key = people.key[who];
        const bool here = people.presence[who] == Presence::present;
        close_business(bank, credit, work, p, failure, draws, key, month, who);
        if (!here && credit.months_left[who] > 0) bank.end_loan(who);
        if (credit.months_left[who] > 0) bank.repay_month(who);
        if (!here || !applies(credit, work, care, who)) continue;
        if (!is_approved(credit, capital, p, draws, key, month, who)) {
            bank.refuse(who);
            continue;
        }
        const double luck = draws.normal(key, month, Decision::business_income);
        const bool tutored = draws.bernoulli(with_tutor, key, month, Decision::loan_tutor);
        bank.grant(business_income_eur(p, luck), tutored, who);
        give_work(pool, people.municipality[who], p.additional_jobs, month);
    }
}

}  // namespace cantiere
