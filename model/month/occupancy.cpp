#include "model/month/occupancy.h"

#include "model/core/rows.h"

namespace cantiere {
void recount_seats(Employers& employers, const Work& work) {
    for (const EmployerId employer : rows<EmployerId>(employers.size())) {
        employers.seats_used[employer] = 0;
        employers.coop_places_used[employer] = 0;
    }
    for (const ResidentId who : rows<ResidentId>(work.state.size())) {
        const EmployerId employer = work.employer[who];
        if (employer.is_none()) continue;
        if (work.state[who] == WorkState::internship) ++employers.seats_used[employer];
        if (work.state[who] == WorkState::coop_b) ++employers.coop_places_used[employer];
    }
}

}  // namespace cantiere
