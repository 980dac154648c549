#pragma once
/// Draws of the rows of a set, side by side.

#include <array>
#include <cstddef>
#include <span>

#include "model/core/draws_of_many.h"
#include "model/core/row_set.h"
#include "model/core/rows.h"

namespace cantiere {

/// Calls `visit(row, u)` for each row of `among`, in order, with `draws.uniform` of its key on this
/// occasion.
template <class RowId, class Visit>
void for_each_uniform(const RowSet<RowId>& among,
                      const Column<RowId, EntityKey>& key,
                      const Draws& draws,
                      Occasion on,
                      Visit visit) {
    std::array<RowId, rows_per_block> row{};
    std::array<EntityKey, rows_per_block> who{};
    std::array<double, rows_per_block> uniform{};
    std::size_t gathered = 0;
    const auto draw = [&] {
        fill_uniforms(uniform, draws, std::span(who).first(gathered), on);
        for (std::size_t i = 0; i < gathered; ++i) visit(row[i], uniform[i]);
        gathered = 0;
    };
    for (const RowId id : among) {
        row[gathered] = id;
        who[gathered] = key[id];
        if (++gathered == rows_per_block) draw();
    }
    if (gathered > 0) draw();
}

}  // namespace cantiere
