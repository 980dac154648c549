#include "model/turnover.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "model/core/rows.h"
#include "model/month/contact_rings.h"
#include "model/month/contacts.h"
#include "model/month/households.h"
#include "model/state/resident_columns.h"

namespace cantiere {
namespace {

constexpr int months_between_turns = 12;

using RowList = std::vector<ResidentId>;

/// Returns the listed rows of a column, in the order of the list, and no room for more.
template <class T>
ResidentColumn<T> listed(const ResidentColumn<T>& column, const RowList& list) {
    ResidentColumn<T> some;
    some.reserve(list.size());
    for (const ResidentId who : list) some.push_back(column[who]);
    return some;
}

/// Returns the listed rows as a table of their own.
Residents listed(const Residents& residents, const RowList& list) {
    Residents some;
    for_each_column(some, residents, [&](auto& to, const auto& column) {
        to = listed(column, list);
    });
    return some;
}

/// Keeps the listed rows, which are in order.
void keep_rows(Residents& residents, const RowList& kept) {
    for_each_column(residents, [&](auto& column) {
        std::size_t row = 0;
        for (const ResidentId who : kept) column[ResidentId::at(row++)] = column[who];
        column.resize(kept.size());
    });
}

/// Appends the rows of a cohort, with no more room than they need.
void append(Residents& residents, const Cohort& cohort) {
    for_each_column(residents, *cohort.rows, [&](auto& column, const auto& from) {
        const std::size_t size = column.size() + cohort.size;
        column.reserve(size);
        if (from.size() == cohort.size) {
            column.append(from.rows());
        } else {
            column.resize(size, from.rows().front());
        }
    });
}

/// Returns the listed rows, who have not arrived.
Cohort cohort_of(const Residents& residents, const RowList& list) {
    Residents held = listed(residents, list);
    Households couples;  // what a household earns is known of whoever is a row
    share_incomes(held.standing, couples, held.people, held.work);
    for_each_column(held, [](auto& column) {
        const auto& first = column.rows().front();
        const bool are_alike =
            std::ranges::all_of(column, [&](const auto& row) { return row == first; });
        if (!are_alike) return;
        column.resize(1);
        column.shrink_to_fit();
    });
    return {residents.people.arrival_month[list.front()],
            list.size(),
            std::make_shared<const Residents>(std::move(held))};
}

/// Those who have gone and of whom no household has yet to learn it.
ResidentSet departed(const State& state) {
    ResidentSet gone = rows_with(state.residents.people.presence, Presence::gone);
    for (const auto& [one, other] : state.households.couples) {
        gone.erase(one);
        gone.erase(other);
    }
    return gone;
}

/// Takes rows out of the tables; returns where each row of before is now, none for those out.
RowMoves take_out(Residents& residents, const ResidentSet& out) {
    RowMoves moves(residents.size(), ResidentId::none());
    RowList kept;
    kept.reserve(residents.size());
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        if (out.contains(who)) continue;
        moves[who] = ResidentId::at(kept.size());
        kept.push_back(who);
    }
    keep_rows(residents, kept);
    return moves;
}

/// Admits the cohorts that begin to arrive before `end`, a turn.
void admit(Residents& residents, Arrivals& arrivals, Month end) {
    while (!arrivals.empty() && arrivals.front().first_arrival < end) {
        append(residents, arrivals.front());
        arrivals.erase(arrivals.begin());
    }
}

/// First month of a turn after `month`.
Month next_turn(Month month) {
    Month next = month + 1;
    while (!turns_over(next)) next = next + 1;
    return next;
}

void renew_rows(State& state, const ResidentSet& out, Month end) {
    const RowMoves moves = take_out(state.residents, out);
    admit(state.residents, state.arrivals, end);
    follow_rows(state.households, moves, state.residents.people);
    follow_rows(state.contacts, moves, state.residents.people);
}

}  // namespace

bool turns_over(Month month) { return month.index() % months_between_turns == 0; }

Register register_of(People& people) {
    people.person.resize(people.key.size());
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        people.person[who] = PersonId::at(who.index());
    }
    const auto by_number = []<class T>(const ResidentColumn<T>& column) {
        return PersonColumn<T>(std::vector<T>(column.begin(), column.end()));
    };
    return {by_number(people.key),
            by_number(people.groups),
            by_number(people.sex),
            by_number(people.municipality),
            by_number(people.arrival_month)};
}

Residents rows_of(const Cohort& cohort) {
    Residents rows;
    append(rows, cohort);
    return rows;
}

void hold_back_arrivals(State& state, Month month) {
    Residents& residents = state.residents;
    const People& people = residents.people;
    RowList later, now;
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        const bool comes = people.presence[who] == Presence::not_arrived;
        (comes ? later : now).push_back(who);
    }
    const auto arrival = [&](ResidentId who) { return people.arrival_month[who]; };
    std::ranges::stable_sort(later, {}, arrival);
    for (auto begin = later.begin(); begin != later.end();) {
        const Month end = next_turn(arrival(*begin));
        const auto first_after = std::ranges::lower_bound(begin, later.end(), end, {}, arrival);
        state.arrivals.push_back(cohort_of(residents, RowList(begin, first_after)));
        begin = first_after;
    }
    // Column by column: a country has no room for both tables whole.
    for_each_column(residents, [&](auto& column) { column = listed(column, now); });
    admit(residents, state.arrivals, next_turn(month));
}

void turn_over(State& state, Month month) { renew_rows(state, departed(state), next_turn(month)); }

void admit_all(State& state) {
    renew_rows(state,
               ResidentSet(state.residents.size()),
               Month{std::numeric_limits<std::int16_t>::max()});
}

}  // namespace cantiere
