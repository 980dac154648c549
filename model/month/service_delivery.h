#pragma once

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/state/care.h"
#include "model/state/events.h"

namespace cantiere {

/// First half of phase 7: one month of what each resident receives. A step or support ends by
/// drop-out, else by its planned last month (open-ended ones with chance 1/months); a completed
/// main step applies its effects and the next one waits; follow-up and taper count down.
void progress_services(Care& care,
                       Capital& capital,
                       Events& events,
                       const People& people,
                       const Work& work,
                       const Parameters& parameters,
                       const Draws& draws,
                       Month month);

}  // namespace cantiere
