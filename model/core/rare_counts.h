#pragma once
/// Who could count anything, where most count nothing: the draws of a whole table side by side,
/// the exact formula for the few to whom it matters. See rare_draws.h.

#include <array>
#include <cstddef>
#include <span>

#include "model/core/draws_of_many.h"
#include "model/core/draws_of_rows.h"
#include "model/core/quantiles.h"
#include "model/core/rare_draws.h"
#include "model/core/row_set.h"
#include "model/core/rows.h"

namespace cantiere {

namespace detail {

/// Tells whether a Poisson count of mean at most `ceiling` could be above zero at this uniform: it
/// needs u > exp(-m), and exp(-m) >= 1-m.
inline bool could_be_above_zero(double uniform, double ceiling) {
    return uniform > 1.0 - ceiling - margin_of_rounding;
}

}  // namespace detail

/// Returns at least the rows of `among` for whom `draws.poisson` of a mean of at most
/// `ceiling_of(row)` is not zero; no ceiling is above `greatest`.
template <class RowId, class CeilingOf>
RowSet<RowId> could_count(const RowSet<RowId>& among,
                          const Column<RowId, EntityKey>& key,
                          const Draws& draws,
                          Occasion on,
                          double greatest,
                          CeilingOf ceiling_of) {
    RowSet<RowId> found(key.size());
    for_each_uniform(among, key, draws, on, [&](RowId row, double u) {
        if (!detail::could_be_above_zero(u, greatest)) return;
        if (detail::could_be_above_zero(u, ceiling_of(row))) found.insert(row);
    });
    return found;
}

/// Calls `visit(row, count)` for each row, in order, whose `draws.poisson` of mean `mean_of(row)`
/// is not zero.
template <class RowId, class MeanOf, class Visit>
void for_each_count(const Column<RowId, EntityKey>& key,
                    const Draws& draws,
                    Occasion on,
                    MeanOf mean_of,
                    Visit visit) {
    std::array<double, rows_per_block> uniform{};
    std::array<RowId, rows_per_block> could{};
    for_each_block(key.size(), [&](std::size_t begin, std::size_t end) {
        fill_uniforms(uniform, draws, {key.data() + begin, end - begin}, on);
        std::size_t found = 0;  // without a branch, which no processor could foresee
        for (const RowId row : rows<RowId>(begin, end)) {
            could[found] = row;
            const double u = uniform[row.index() - begin];
            found += detail::could_be_above_zero(u, mean_of(row)) ? 1u : 0u;
        }
        for (const RowId row : std::span(could).first(found)) {
            const auto count = poisson_quantile(mean_of(row), uniform[row.index() - begin]);
            if (count > 0) visit(row, count);
        }
    });
}

}  // namespace cantiere
