#pragma once

#include "model/core/draws.h"
#include "model/regimes.h"
#include "model/state/care.h"
#include "model/state/events.h"

namespace cantiere {

/// Phase 14a: sentences run out: who was inside is released into job search, who was outside stays
/// in the same work; the rest of a sentence may be served outside; people at liberty may be
/// detained again. Writes justice, work, housing, care and events; reads who they are. Who changed
/// work state this month is not at risk. A detained resident leaves work, closes the file and gives
/// up a shelter or supported place. Outside, at home, all is as at liberty but for the hazards of
/// return: an offence adds a sentence to the rest, a revocation leads back to the rest alone. A
/// programme may open alternative measures to its target. The level over the released stays on
/// target whatever the share of women and the spread of frailty in the population.
/// Source: model.md 3.1, 5.12, 5.17.5.
void run_justice(Justice& justice,
                 Work& work,
                 Housing& housing,
                 Care& care,
                 Events& events,
                 const People& people,
                 const Regimes& regimes,
                 const Draws& draws,
                 Month month);

}  // namespace cantiere
