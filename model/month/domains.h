#pragma once

#include <array>
#include <span>

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

/// Levels of at most a block of residents, [domain][place in their list].
using BlockLevels = EnumArray<Domain, std::array<double, rows_per_block>>;

/// Writes the levels of `domain_levels` for the residents of a list, domain by domain.
void read_domain_levels(BlockLevels& x,
                        const People& people,
                        const Capital& capital,
                        const Work& work,
                        const Housing& housing,
                        const Standing& standing,
                        const AutonomyParameters& parameters,
                        const JusticeParameters& justice,
                        const Draws& draws,
                        std::span<const ResidentId> list);

}  // namespace cantiere
