#pragma once
/// Who could be struck at all. Most hazards are small: drawn side by side, the uniforms of a
/// whole table name the few rows whom the greatest hazard that the parameters allow could strike,
/// and the exact formula is computed for them alone. Same events, same bits: what is left out
/// could not have happened.

#include <cstddef>
#include <cstdint>
#include <span>

#include "model/core/draws_of_many.h"
#include "model/core/row_set.h"
#include "model/core/rows.h"
#include "model/core/units.h"

namespace cantiere {

namespace detail {

/// Wider than any rounding of a chance or of exp: who is just beyond is looked at too.
inline constexpr double margin_of_rounding = 1e-9;

/// Sets the bits of the entities whose uniform is below `ceiling`, or at least those.
void mark_below(std::span<std::uint64_t> marks,
                double ceiling,
                std::span<const EntityKey> who,
                const Draws& draws,
                Occasion on);

/// Sets the bits of the entities whose uniform is above `floor`, or at least those.
void mark_above(std::span<std::uint64_t> marks,
                double floor,
                std::span<const EntityKey> who,
                const Draws& draws,
                Occasion on);

}  // namespace detail

/// Returns at least the rows for whom `draws.event` or `bernoulli` could hold on this occasion
/// under a chance, or a hazard, of at most `ceiling`.
template <class RowId>
RowSet<RowId> could_happen(double ceiling,
                           const Column<RowId, EntityKey>& key,
                           const Draws& draws,
                           Occasion on) {
    RowSet<RowId> rows(key.size());
    if (ceiling > 0.0) {
        detail::mark_below(rows.words(), ceiling, {key.data(), key.size()}, draws, on);
    }
    return rows;
}

/// Returns at least the rows for whom `draws.competing` could name a cause, each cause of a hazard
/// of at most its ceiling.
template <class RowId>
RowSet<RowId> could_come_first(std::span<const Hazard> ceilings,
                               const Column<RowId, EntityKey>& key,
                               const Draws& draws,
                               Month month,
                               Decision what) {
    RowSet<RowId> rows(key.size());
    for (std::size_t cause = 0; cause < ceilings.size(); ++cause) {
        const double hazard = ceilings[cause].per_month();
        if (hazard <= 0.0) continue;
        detail::mark_above(rows.words(),
                           exp(-hazard),
                           {key.data(), key.size()},
                           draws,
                           {month, what, static_cast<Draws::Index>(cause)});
    }
    return rows;
}

}  // namespace cantiere
