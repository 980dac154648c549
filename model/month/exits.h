#pragma once

#include "model/core/draws.h"
#include "model/rules/autonomy.h"
#include "model/state/care.h"
#include "model/state/events.h"

namespace cantiere {

/// Phase 17b: exits, stable exits, relapses and exclusion, from the month's autonomy and money.
/// Writes standing, care (exited, back to known, excluded) and events. An exit is dated at the
/// sixth qualifying month and no earlier than the end of a taper. The reference exit differs only
/// in the assistance due, exits under other weights only in the level of the index; both are
/// counted, close no file, and take no file open since before them for a relapse. Source: model.md
/// section 0, 5.16, 5.17.9, 5.17.15, 9.
void judge_standing(Standing& standing,
                    Care& care,
                    Events& events,
                    const People& people,
                    const Capital& capital,
                    const Work& work,
                    const Housing& housing,
                    const ResidentSet& core_holding,
                    const AutonomyParameters& parameters,
                    const Draws& draws,
                    Month month);

}  // namespace cantiere
