#pragma once

#include "model/state/employers.h"
#include "model/state/residents.h"

namespace cantiere {

/// Counts the interns and the cooperative workers of each employer from the residents' state:
/// whoever left for whatever reason has freed the seat. Writes `seats_used`, `coop_places_used`.
void recount_seats(Employers& employers, const Work& work);

}  // namespace cantiere
