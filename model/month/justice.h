#pragma once

#include "model/core/draws.h"
#include "model/rules/demography.h"
#include "model/rules/justice.h"
#include "model/state/care.h"
#include "model/state/events.h"

namespace cantiere {

/// Phase 14a: sentences run out and people are released into job search; released people may be
/// detained again. Writes justice, work, housing, care and events; reads who they are. Who changed
/// work state this month is not at risk. A detained resident leaves work, closes the file and
/// gives up a shelter or supported place. The level over the released stays on
/// target whatever the share of women and the spread of frailty in `population`.
/// Source: model.md 5.12, 5.17.5. Leaves out alternative measures.
void run_justice(Justice& justice,
                 Work& work,
                 Housing& housing,
                 Care& care,
                 Events& events,
                 const People& people,
                 const JusticeParameters& parameters,
                 const PopulationParameters& population,
                 const Draws& draws,
                 Month month);

}  // namespace cantiere
