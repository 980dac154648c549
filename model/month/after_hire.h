#pragma once

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/state/care.h"
#include "model/state/events.h"

namespace cantiere {

/// Closes phases 9-11: for everyone in care hired this month (events `hired`), ends the main steps
/// (a subsidised job is itself the step under way), starts a job tutor for the share that gets one
/// while tutors are free, and the graded taper, where the municipality supported them in the month
/// before, or the follow-up. Writes care; reads people, work, units, standing. Source:
/// model.md 5.10, 5.17.8-9; levers job_tutor.hires_with_tutor_share, taper.step_months.
void start_after_hire(Care& care,
                      Events& events,
                      const ServiceUnits& units,
                      const People& people,
                      const Work& work,
                      const Standing& standing,
                      const Parameters& parameters,
                      const Draws& draws,
                      Month month);

}  // namespace cantiere
