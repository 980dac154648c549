#pragma once
/// Every column of the residents' tables, for what is done to all of them alike: resizing,
/// reordering, measuring. A column that is added to a table must be named here too: the
/// structured bindings do not compile otherwise.

#include "model/state/care.h"

namespace cantiere {

namespace detail {

template <class Visit, class... Columns>
void visit_each(Visit& visit, Columns&... columns) {
    (visit(columns), ...);
}

}  // namespace detail

/// Calls `visit(column)` for every column of who people are.
template <class Visit>
void for_each_column(People& people, Visit& visit) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q] = people;
    detail::visit_each(visit, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q);
}

/// Calls `visit(column)` for every capital.
template <class Visit>
void for_each_column(Capital& capital, Visit& visit) {
    auto& [a, b, c, d, e, f, g, h, i, j, k] = capital;
    detail::visit_each(visit, a, b, c, d, e, f, g, h, i, j, k);
}

/// Calls `visit(column)` for every column of work.
template <class Visit>
void for_each_column(Work& work, Visit& visit) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = work;
    detail::visit_each(visit, a, b, c, d, e, f, g, h, i, j, k, l, m);
}

/// Calls `visit(column)` for every column of the open files.
template <class Visit>
void for_each_column(Care& care, Visit& visit) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, z2, z3] =
        care;
    detail::visit_each(visit, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v);
    detail::visit_each(visit, w, x, y, z, z2, z3);
}

/// Calls `visit(column)` for every column of the long-run standing.
template <class Visit>
void for_each_column(Standing& standing, Visit& visit) {
    auto& [a, b, other, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u] = standing;
    detail::visit_each(visit, a, b, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u);
    for (OtherStanding& under : other) {
        auto& [level, months, exit] = under;
        detail::visit_each(visit, level, months, exit);
    }
}

/// Calls `visit(column)` for every column of loans.
template <class Visit>
void for_each_column(Credit& credit, Visit& visit) {
    auto& [a, b, c, d, e, f, g] = credit;
    detail::visit_each(visit, a, b, c, d, e, f, g);
}

/// Calls `visit(column)` for every column of every table but the tally, which the window begins.
template <class Visit>
void for_each_column(Residents& residents, Visit visit) {
    for_each_column(residents.people, visit);
    for_each_column(residents.capital, visit);
    for_each_column(residents.work, visit);
    visit(residents.housing.state);
    visit(residents.justice.state);
    visit(residents.justice.months_since_release);
    visit(residents.justice.sentence_left);
    visit(residents.justice.served_outside);
    for_each_column(residents.care, visit);
    for_each_column(residents.standing, visit);
    for_each_column(residents.credit, visit);
}

}  // namespace cantiere
