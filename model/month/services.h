#pragma once

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/state/care.h"
#include "model/state/events.h"

namespace cantiere {

/// Phase 7: the month of every service: completions with their effects, drop-outs, follow-up and
/// taper, files that close; then starts by discipline (first come, or by score while a programme's
/// commission for everybody is in force) on usual, programme and bundle capacity. Internships and
/// placed jobs start and end in phases 9-10; a subsidised hire under way is counted down here.
/// Writes care, capital, units; reads people, work. `months_of_network` is that at the start of
/// the month.
/// Source: model.md 5.5, 5.6, 5.17.11-12, 6.2 (reorganisation dip).
void deliver_services(Care& care,
                      Capital& capital,
                      ServiceUnits& units,
                      Events& events,
                      const People& people,
                      const Work& work,
                      const Parameters& parameters,
                      int months_of_network,
                      const Draws& draws,
                      Month month);

}  // namespace cantiere
