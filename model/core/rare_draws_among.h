#pragma once
/// Who could be struck at all (rare_draws.h) among those at risk: nothing is drawn for the others.

#include <cstdint>
#include <span>

#include "model/core/draws_of_many.h"
#include "model/core/row_set.h"
#include "model/core/units.h"

namespace cantiere {

namespace detail {

/// Sets the bits of the entities in `among` for whom the uniform of one cause at least, in the
/// order of their indices, is above exp(-its hazard), or at least those.
void mark_first_to_come(std::span<std::uint64_t> marks,
                        std::span<const std::uint64_t> among,
                        std::span<const Hazard> ceilings,
                        std::span<const EntityKey> who,
                        const Draws& draws,
                        Month month,
                        Decision what);

/// Sets the bits of the entities in `among` whose uniform is below `ceiling`, or at least those.
void mark_below(std::span<std::uint64_t> marks,
                std::span<const std::uint64_t> among,
                double ceiling,
                std::span<const EntityKey> who,
                const Draws& draws,
                Occasion on);

}  // namespace detail

/// Returns at least the rows of `among` for whom `draws.event` or `bernoulli` could hold on this
/// occasion under a chance, or a hazard, of at most `ceiling`.
template <class RowId>
RowSet<RowId> could_happen(double ceiling,
                           const Column<RowId, EntityKey>& key,
                           const RowSet<RowId>& among,
                           const Draws& draws,
                           Occasion on) {
    RowSet<RowId> found(key.size());
    if (ceiling > 0.0) {
        const std::span<const EntityKey> who{key.data(), key.size()};
        detail::mark_below(found.words(), among.words(), ceiling, who, draws, on);
    }
    return found;
}

/// Returns at least the rows of `among` for whom `draws.competing` could name a cause, each cause
/// of a hazard of at most its ceiling.
template <class RowId>
RowSet<RowId> could_come_first(std::span<const Hazard> ceilings,
                               const Column<RowId, EntityKey>& key,
                               const RowSet<RowId>& among,
                               const Draws& draws,
                               Month month,
                               Decision what) {
    RowSet<RowId> found(key.size());
    const std::span<const EntityKey> who{key.data(), key.size()};
    detail::mark_first_to_come(found.words(), among.words(), ceilings, who, draws, month, what);
    return found;
}

}  // namespace cantiere
