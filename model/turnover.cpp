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

/// Moves the listed rows into a table of their own; `kept` are the others. Column by column: of a
/// country, both tables whole beside the old one would not find room.
Residents split_off(Residents& residents, const RowList& list, const RowList& kept) {
    Residents others;
    for_each_column(others, residents, [&](auto& to, auto& column) {
        to = listed(column, list);
        column = listed(column, kept);
    });
    return others;
}

/// Keeps the listed rows, which are in order.
void keep_rows(Residents& residents, const RowList& kept) {
    for_each_column(residents, [&](auto& column) {
        std::size_t row = 0;
        for (const ResidentId who : kept) column[ResidentId::at(row++)] = column[who];
        column.resize(kept.size());
    });
}

/// Appends `count` rows of another table from `first` on.
void append_rows(Residents& residents,
                 const Residents& others,
                 std::size_t first,
                 std::size_t count) {
    for_each_column(residents, others, [&](auto& column, const auto& from) {
        const auto rows = from.rows().subspan(first, count);
        column.append(rows);
    });
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

/// Admits those who arrive before `end`.
void admit(Residents& residents, Arrivals& arrivals, Month end) {
    if (!arrivals.rows) return;
    const auto months = arrivals.rows->people.arrival_month.rows().subspan(arrivals.admitted);
    const auto last = std::ranges::lower_bound(months, end);
    const auto count = static_cast<std::size_t>(last - months.begin());
    append_rows(residents, *arrivals.rows, arrivals.admitted, count);
    arrivals.admitted += count;
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

void hold_back_arrivals(State& state, Month month) {
    Residents& residents = state.residents;
    const People& people = residents.people;
    RowList later, now;
    for (const ResidentId who : rows<ResidentId>(residents.size())) {
        const bool comes = people.presence[who] == Presence::not_arrived;
        (comes ? later : now).push_back(who);
    }
    std::ranges::stable_sort(later, {}, [&](ResidentId who) { return people.arrival_month[who]; });
    Residents held = split_off(residents, later, now);
    Households couples;  // what a household earns is known of whoever is a row
    share_incomes(held.standing, couples, held.people, held.work);
    state.arrivals = {std::make_shared<const Residents>(std::move(held)), 0};
    admit(residents, state.arrivals, next_turn(month));
}

void turn_over(State& state, Month month) { renew_rows(state, departed(state), next_turn(month)); }

void admit_all(State& state) {
    renew_rows(state,
               ResidentSet(state.residents.size()),
               Month{std::numeric_limits<std::int16_t>::max()});
}

}  // namespace cantiere
