#pragma once

#include "model/core/draws.h"
#include "model/rules/capital.h"
#include "model/state/care.h"
#include "model/state/events.h"
#include "model/state/residents.h"

namespace cantiere {

/// Phase 2a: capitals grow in work and internship and decay when idle; health returns to its
/// personal mean with a small noise. What an internship of the programme makes grow is scaled by
/// the fidelity of its delivery (phi). Writes P, R, H; reads presence, work and who pays the step.
/// Source: model.md 5.1, 5.5. Leaves out the host's and the tutor's quality (1).
void drift_capitals(Capital& capital,
                    const People& people,
                    const Work& work,
                    const Care& care,
                    const CapitalParameters& parameters,
                    double fidelity,
                    const Draws& draws,
                    Month month);

/// Phase 2b: eviction, illness, debt, bereavement: the first of the month, if any. Writes housing,
/// H, R; reads presence. An evicted resident falls from stable to precarious or from precarious
/// to the street; supported places and shelters do not evict. A debt is owed for good: whoever owes
/// is granted no loan. Writes `debt_cents` too. Source: model.md 5.1, 5.17.17. Leaves out that a
/// debt is paid back.
void strike_shocks(Capital& capital,
                   Credit& credit,
                   Housing& housing,
                   const People& people,
                   const CapitalParameters& parameters,
                   const Draws& draws,
                   Month month);

}  // namespace cantiere
