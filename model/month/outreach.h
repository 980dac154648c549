#pragma once

#include "model/core/draws.h"
#include "model/regimes.h"
#include "model/state/care.h"
#include "model/state/events.h"
#include "model/state/territory.h"

namespace cantiere {

/// Phase 3: services identify people they do not know and win back excluded ones. Writes care
/// (unknown or excluded -> known) and events; reads L, T and the way to the desk: the resident's
/// own municipality's, else the nearest. Detained residents are not reached.
/// Source: model.md 5.2, 5.16. Leaves out self-referral.
void reach_out(Care& care,
               Events& events,
               const People& people,
               const Capital& capital,
               const Work& work,
               const Territory& territory,
               const Regimes& regimes,
               const Draws& draws,
               Month month);

}  // namespace cantiere
