#pragma once

#include "model/core/draws.h"
#include "model/month/reach.h"
#include "model/state/employers.h"
#include "model/state/events.h"

namespace cantiere {

/// Tells whether somebody may hold a place of the quota for disabled people.
bool is_on_quota_list(const People& people,
                      const Capital& capital,
                      const QuotaParameters& parameters,
                      ResidentId who);

/// Phase 10a: targeted placement under L. 68/1999. Of the places that employers owe, those that
/// nobody outside the model holds and no resident has taken open at a hazard; each goes to the one
/// on the list who has been without a job longest and gets there, on an open-ended contract. Some
/// would have gone to an ordinary applicant, as with host hires. A place is open again when the job
/// ends. Writes work, pool and events; reads the rest. Type-B cooperatives owe nothing here: their
/// disadvantaged workers are their purpose. Source: model.md 3.2, 5.7. Leaves out sanctions,
/// suspensions and the duty that firms of 15 to 35 had with a new hire only, before 2018.
void place_by_quota(Work& work,
                    OrdinaryPool& pool,
                    Events& events,
                    const People& people,
                    const Capital& capital,
                    const Care& care,
                    const Employers& employers,
                    const TravelTimes& travel,
                    const Parameters& parameters,
                    const Draws& draws,
                    Month month);

}  // namespace cantiere
