#include "model/month/occupancy.h"

#include "model/core/row_set.h"

namespace cantiere {
void recount_seats(Employers& employers, const Work& work) {
    employers.seats_used.assign(employers.size(), 0);
    employers.coop_places_used.assign(employers.size(), 0);
    for (const ResidentId who : rows_with(work.state, WorkState::internship, WorkState::coop_b)) {
        const EmployerId employer = work.employer[who];
        if (employer.is_none()) continue;
        if (work.state[who] == WorkState::internship) ++employers.seats_used[employer];
        if (work.state[who] == WorkState::coop_b) ++employers.coop_places_used[employer];
    }
}

}  // namespace cantiere
