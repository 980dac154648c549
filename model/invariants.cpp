#include "model/invariants.h"

#include "model/core/contracts.h"
#include "model/core/row_lists.h"
#include "model/month/benefits.h"

namespace cantiere {
namespace {

/// Names what does not hold of someone.
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

/// Those of whom something does not hold that `check_person` asks.
ResidentSet offenders(const Residents& residents) {
    const Work& work = residents.work;
    const Credit& credit = residents.credit;
    // NOLINTBEGIN(readability-implicit-bool-conversion): without branches, many rows at once
    const auto states_differ =
        [](Presence presence, CareState care, WorkState at, JusticeState justice) {
            const bool detained =
                (presence == Presence::present) & (justice == JusticeState::detained);
            return ((presence == Presence::gone) & (care != CareState::out)) |
                   ((at == WorkState::detained) != detained);
        };
    const auto loan_differs = [](std::int32_t balance, std::uint8_t months_left) {
        return (balance > 0) != (months_left > 0);
    };
    const auto is_idle_trader = [](std::uint8_t trades, WorkState at) {
        return (trades != 0) & (at != WorkState::self_employed);
    };
    const auto is_no_level = [](float a) { return !((a >= 0.0f) & (a <= 1.0f)); };
    // NOLINTEND(readability-implicit-bool-conversion)
    return rows_where(states_differ,
                      residents.people.presence,
                      residents.care.state,
                      work.state,
                      residents.justice.state) |
           rows_where([](std::int32_t wage) { return wage != 0; }, work.gross_wage_cents)
               .without(employed(work)) |
           rows_where(loan_differs, credit.balance_cents, credit.months_left) |
           rows_where(is_idle_trader, credit.trades, work.state) |
           (rows_where(is_no_level, residents.standing.autonomy) &
            rows_with(residents.people.presence, Presence::present));
}

/// What the people of each employer take up.
struct Taken {
    EmployerColumn<std::uint16_t> seats;   // interns
    EmployerColumn<std::uint16_t> places;  // cooperative workers
};

Taken taken_of(const Work& work, std::size_t employers) {
    Taken taken{EmployerColumn<std::uint16_t>(employers, 0),
                EmployerColumn<std::uint16_t>(employers, 0)};
    for (const ResidentId who : rows_with(work.state, WorkState::internship, WorkState::coop_b)) {
        const EmployerId employer = work.employer[who];
        if (employer.is_none()) continue;
        ++(work.state[who] == WorkState::internship ? taken.seats : taken.places)[employer];
    }
    return taken;
}

/// Interns and cooperative workers of each employer agree with its seats and places.
void check_seats(const State& state, const Parameters& parameters) {
    const Employers& employers = state.employers;
    const Taken taken = taken_of(state.residents.work, employers.size());
    const auto is_any = [](auto... people) { return (people | ...) != 0; };
    const auto with_people = rows_where(is_any,
                                        taken.seats,
                                        taken.places,
                                        employers.seats_used,
                                        employers.coop_places_used);
    for (const EmployerId e : with_people) {
        expects(taken.seats[e] == employers.seats_used[e], "seats in use are those of the interns");
        expects(taken.seats[e] <= internship_seats(parameters.employers, employers.staff[e]),
                "no host has more interns than seats");
        expects(taken.places[e] == employers.coop_places_used[e],
                "cooperative places in use are those of the workers");
        expects(taken.places[e] <= employers.coop_places[e] || taken.places[e] == 0,
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
    const auto is_served = [](std::uint8_t step_left, std::uint8_t support_left) {
        return (step_left | support_left) != 0;
    };
    const ResidentSet served = rows_where(is_served, care.step_left, care.support_left);
    for (const ResidentId who : served) {
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
    for (const ResidentId who : offenders(state.residents)) check_person(state.residents, who);
    check_seats(state, parameters);
    check_slots(state);
    check_fund(state.units.bundles);
    if (month.index() < 0) return;
    for (const Category category : members<Category>()) {
        expects(ledger.imbalance_cents(month, category) == 0, "debits equal credits");
    }
}

}  // namespace cantiere
