#pragma once

#include <vector>

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/state/care.h"
#include "model/state/employers.h"
#include "model/state/events.h"

namespace cantiere {

/// Phase 10: interns since before this month drop out, are interrupted for safety (survivors), go
/// on, or complete; completers whom the host will hire start there in one of the three months
/// after. Hosts learn from each trainee and may leave the network. Writes work, care, employers,
/// pool, events; reads people and capital. Source: model.md 5.7, 5.9, 5.13, 6.2; section 0 (host
/// hire, drop-out). Growth of capitals in internship is in the drift phase.
void progress_internships(Work& work,
                          Care& care,
                          Employers& employers,
                          OrdinaryPool& pool,
                          Events& events,
                          const People& people,
                          const Capital& capital,
                          const Parameters& parameters,
                          const Draws& draws,
                          Month month);

/// An internship that ended this month.
struct EndedInternship {
    EmployerId host = EmployerId::none();
    ResidentId who = ResidentId::none();
    bool completed = false;  // or left early for a job
};

/// Lets hosts remember the trainees whose internship ended, and leave the network: after each one a
/// host stays with `stay_after_completion` or `stay_after_interruption`. Writes employers. Also
/// called by phase 11, for early successes.
void end_internships(Employers& employers,
                     const std::vector<EndedInternship>& ended,
                     const People& people,
                     const EmployerParameters& parameters,
                     const Draws& draws,
                     Month month);

}  // namespace cantiere
