#pragma once
/// Every column of the residents' tables, for what is done to all of them alike: resizing,
/// reordering, appending, measuring. A column that is added to a table must be named here too: the
/// structured bindings do not compile otherwise.

#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "model/state/care.h"

namespace cantiere {

/// A table, to be changed or read only.
template <class T, class Table>
concept IsTable = std::same_as<std::remove_const_t<T>, Table>;

/// Returns references to every column of who people are.
auto columns_of(IsTable<People> auto& people) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r] = people;
    return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r);
}

/// ... to every capital.
auto columns_of(IsTable<Capital> auto& capital) {
    auto& [a, b, c, d, e, f, g, h, i, j, k] = capital;
    return std::tie(a, b, c, d, e, f, g, h, i, j, k);
}

/// ... to every column of work.
auto columns_of(IsTable<Work> auto& work) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = work;
    return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m);
}

/// ... to every column of housing and of justice.
auto columns_of(IsTable<Housing> auto& housing) {
    auto& [a] = housing;
    return std::tie(a);
}
auto columns_of(IsTable<Justice> auto& justice) {
    auto& [a, b, c, d] = justice;
    return std::tie(a, b, c, d);
}

/// ... to every column of the open files.
auto columns_of(IsTable<Care> auto& care) {
    auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, z2, z3] =
        care;
    return std::
        tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, z2, z3);
}

/// ... to every column of the long-run standing.
auto columns_of(IsTable<OtherStanding> auto& under) {
    auto& [level, months, exit] = under;
    return std::tie(level, months, exit);
}
auto columns_of(IsTable<Standing> auto& standing) {
    auto& [a, b, other, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u] = standing;
    const auto base = std::tie(a, b, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u);
    return std::tuple_cat(base,
                          columns_of(other[OtherWeights::work_light]),
                          columns_of(other[OtherWeights::equal]));
}
static_assert(members<OtherWeights>().size() == 2, "each set of weights is named above");

/// ... to every column of loans.
auto columns_of(IsTable<Credit> auto& credit) {
    auto& [a, b, c, d, e, f, g] = credit;
    return std::tie(a, b, c, d, e, f, g);
}

/// ... to every column of every table but the tally, which is of persons.
auto columns_of(IsTable<Residents> auto& residents) {
    auto& [people, capital, work, housing, justice, care, standing, tally, credit] = residents;
    return std::tuple_cat(columns_of(people),
                          columns_of(capital),
                          columns_of(work),
                          columns_of(housing),
                          columns_of(justice),
                          columns_of(care),
                          columns_of(standing),
                          columns_of(credit));
}

/// Calls `visit(column)` for every column but those of the tally.
void for_each_column(IsTable<Residents> auto& residents, auto visit) {
    std::apply([&](auto&... columns) { (visit(columns), ...); }, columns_of(residents));
}

/// Calls `visit(column, same column of other)` for every column but those of the tally.
void for_each_column(Residents& residents, IsTable<Residents> auto& other, auto visit) {
    auto to = columns_of(residents);
    auto from = columns_of(other);
    [&]<std::size_t... K>(std::index_sequence<K...>) {
        (visit(std::get<K>(to), std::get<K>(from)), ...);
    }
    (std::make_index_sequence<std::tuple_size_v<decltype(to)>>{});
}

}  // namespace cantiere
