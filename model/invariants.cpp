#include "model/invariants.h"

#include "model/core/contracts.h"
#include "model/core/rows.h"
#include "model/month/benefits.h"

namespace cantiere {
namespace {

void check_person(const Residents& residents, ResidentId who) {
    const Work& work = residents.work;
    const bool present = residents.people.presence[who] == Presence::present;
    expects(present || residents.care.state[who] == CareState::out ||
                residents.people.presence[who] == Presence::not_arrived,
            "who is gone is out of care");
    const bool detained = work.state[who] == WorkState::detained;
    expects(detained == (present && residents.justice.state[who] == JusticeState::detained),
            "detention is one fact in work and in justice");
    expects(is_employed(work.state[who]) || work.gross_wage_cents[who] == 0,
            "who has no job has no wage");
    const Credit& credit = residents.credit;
    expects((credit.balance_cents[who] > 0) == (credit.months_left[who] > 0),
            "a loan is owed until its last month");
    expects(credit.trades[who] == 0 || work.state[who] == WorkState::self_employed,
            "who has a business is self-employed");
    const float a = residents.standing.autonomy[who];
    expects(!present || (a >= 0.0f && a <= 1.0f), "autonomy is from 0 to 1");
}

/// Interns and cooperative workers of each employer agree with its seats and places.
void check_seats(const State& state, const Parameters& parameters) {
    const Work& work = state.residents.work;
    const Employers& employers = state.employers;
    EmployerColumn<int> interns(employers.size(), 0);
    EmployerColumn<int> workers(employers.size(), 0);
    for (const ResidentId who : rows<ResidentId>(state.residents.size())) {
        if (work.employer[who].is_none()) continue;
        if (work.state[who] == WorkState::internship) ++interns[work.employer[who]];
        if (work.state[who] == WorkState::coop_b) ++workers[work.employer[who]];
    }
    for (const EmployerId e : rows<EmployerId>(employers.size())) {
        expects(interns[e] == employers.seats_used[e], "seats in use are those of the interns");
        expects(interns[e] <= internship_seats(parameters.employers, employers.staff[e]),
                "no host has more interns than seats");
        expects(workers[e] == employers.coop_places_used[e],
                "cooperative places in use are those of the workers");
        expects(workers[e] <= employers.coop_places[e] || workers[e] == 0,
                "no cooperative has more workers than places");
    }
}

void check_slots(const State& state) {
    const Care& care = state.residents.care;
    EnumArray<Instrument, int> usual{};
    EnumArray<Instrument, int> programme{};
    const auto count = [&](Instrument instrument, Funding funding) {
        if (funding == Funding::usual) ++usual[instrument];
        if (funding == Funding::programme) ++programme[instrument];
    };
    for (const ResidentId who : rows<ResidentId>(state.residents.size())) {
        const bool in_step = care.step_left[who] > 0 && care.step[who] < care.step_count[who];
        if (in_step) count(care.steps[who][care.step[who]], care.step_funding[who]);
        if (care.support_left[who] > 0) count(care.support[who], care.support_funding[who]);
    }
    for (const Instrument instrument : members<Instrument>()) {
        expects(usual[instrument] == state.units.usual_in_use[instrument],
                "usual slots in use are those of the people served");
        expects(programme[instrument] == state.units.programme_in_use[instrument],
                "programme slots in use are those of the people served");
        expects(usual[instrument] <=
                    state.units.usual_slots[instrument] + state.units.usual_closing[instrument],
                "usual slots are never exceeded, but by who had one that closes");
    }
}

/// A null twin pays and owes no more than it received; interns who change seat for safety apart.
void check_fund(const BundleFund& fund) {
    expects(fund.paid_cents >= 0 && fund.committed_cents >= 0 && fund.returned_cents >= 0,
            "money of a null twin is in its places");
    expects(fund.received_cents > 0 || fund.paid_cents == 0,
            "a null twin pays for bundles out of what it received");
}

}  // namespace

void check_invariants(const State& state,
                      const Ledger& ledger,
                      const Parameters& parameters,
                      Month month) {
    for (const ResidentId who : rows<ResidentId>(state.residents.size())) {
        check_person(state.residents, who);
    }
    check_seats(state, parameters);
    check_slots(state);
    check_fund(state.units.bundles);
    if (month.index() < 0) return;
    for (const Category category : members<Category>()) {
        expects(ledger.imbalance_cents(month, category) == 0, "debits equal credits");
    }
}

}  // namespace cantiere
