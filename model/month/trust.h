#pragma once

#include "model/core/month.h"
#include "model/regimes.h"
#include "model/state/care.h"

namespace cantiere {

/// Phase 18a: trust falls in a month of failed search out of care, and a named case manager pulls
/// it back towards where it began. Writes T; reads presence, work, care. Losing a referral and
/// waiting act on T in their own phases. Source: model.md 5.3, 6.2 (motivation_decay_month).
void drift_trust(Capital& capital,
                 const People& people,
                 const Work& work,
                 const Care& care,
                 const Regimes& regimes);

}  // namespace cantiere
