#pragma once

#include "model/core/draws.h"
#include "model/rules/autonomy.h"
#include "model/rules/justice.h"
#include "model/state/care.h"

namespace cantiere {

/// Phase 17a: the autonomy index of the month, A, A_nw and A under other weights. Writes
/// `autonomy`, `autonomy_nonwork`, the levels of `other` and, for the recorder, the sums of the
/// domains over those present; reads the rest. In lanes of single
/// precision: within 1e-6 of the rule. Returns those present whose core domains are all at the
/// floor or above. Source: model.md 9, 5.17.15, 5.17.16.
ResidentSet measure_autonomy(Standing& standing,
                             DomainSums& sums,
                             const People& people,
                             const Capital& capital,
                             const Work& work,
                             const Housing& housing,
                             const AutonomyParameters& parameters,
                             const JusticeParameters& justice,
                             const Draws& draws);

}  // namespace cantiere
