#pragma once

#include "model/core/draws.h"
#include "model/rules/job_keeping.h"
#include "model/rules/job_search.h"
#include "model/state/care.h"
#include "model/state/employers.h"
#include "model/state/events.h"
#include "model/state/territory.h"

namespace cantiere {

/// Phase 12: those employed since before this month keep or lose the job; workers of type-B
/// cooperatives may move to the open market; contracts age; joblessness advances. Writes work and
/// events; reads the rest. Source: model.md 5.10, section 0 (jobless duration).
/// `search` tells which way to work is long. A business of one's own ends in phase 15. Leaves out
/// moves between ordinary employers.
void keep_jobs(Work& work,
               Events& events,
               const People& people,
               const Capital& capital,
               const Housing& housing,
               const Care& care,
               const Employers& employers,
               const TravelTimes& travel,
               const JobKeepingParameters& parameters,
               const JobSearchParameters& search,
               const Draws& draws,
               Month month);

}  // namespace cantiere
