#pragma once

#include <array>
#include <cstddef>

#include "model/core/draws.h"
#include "model/core/rows.h"
#include "model/rules/autonomy.h"
#include "model/rules/justice.h"
#include "model/state/care.h"

namespace cantiere {

/// Returns the eight domains of `who` at the end of the month, each from 0 to 1: income and work
/// from last assessed own income and work state, the others from capitals, housing and safety.
/// Detained: income and work by prison work, housing .1, safety 0 (model.md 9, 5.17.16).
DomainLevels domain_levels(const People& people,
                           const Capital& capital,
                           const Work& work,
                           const Housing& housing,
                           const Standing& standing,
                           const AutonomyParameters& parameters,
                           const JusticeParameters& justice,
                           const Draws& draws,
                           ResidentId who);

/// Levels of the residents of one block of rows, [domain][row from the block's first]; what stands
/// in the rows of those who are not present means nothing.
using BlockLevels = EnumArray<Domain, std::array<double, rows_per_block>>;

/// Levels of one row of a block.
inline DomainLevels levels_of_row(const BlockLevels& x, std::size_t row) {
    DomainLevels levels;
    for (const Domain domain : members<Domain>()) levels[domain] = x[domain][row];
    return levels;
}

/// Writes the levels of `domain_levels` for the rows from `begin` to before `end`, column by
/// column.
void read_domain_levels(BlockLevels& x,
                        const People& people,
                        const Capital& capital,
                        const Work& work,
                        const Housing& housing,
                        const Standing& standing,
                        const AutonomyParameters& parameters,
                        const JusticeParameters& justice,
                        const Draws& draws,
                        std::size_t begin,
                        std::size_t end);

}  // namespace cantiere
