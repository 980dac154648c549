#include "model/month/waiting.h"

#include <algorithm>
#include <limits>

#include "model/core/rare_draws_among.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"

namespace cantiere {
namespace {

void add_month(std::uint16_t& months) {
    if (months < std::numeric_limits<std::uint16_t>::max()) ++months;
}

void lose_trust(Level& trust, const TrustParameters& p) {
    const auto level = double{trust};
    if (level <= p.floor) return;
    trust = static_cast<Level>(std::max(p.floor, level * p.waiting_factor));
}

bool waits_for_assessment(const Care& care, ResidentId who, Month month) {
    return care.state[who] == CareState::referred && care.registered_month[who] != no_month &&
           care.registered_month[who] < month;
}

/// Adds the month to the line of the project's step. Returns whether `who` stands in a line that
/// can be given up: for that step, or for the assessment.
bool stands_in_line(Care& care, const Work& work, ResidentId who, Month month) {
    if (waits_for_assessment(care, who, month)) return true;
    if (!waits_for_step(care, work, who)) return false;
    add_month(care.step_waiting[who]);
    return true;
}

}  // namespace

void wait_in_queues(Care& care,
                    Capital& capital,
                    Events& events,
                    const People& people,
                    const Work& work,
                    const ServiceParameters& services,
                    const TrustParameters& trust,
                    const Draws& draws,
                    Month month) {
    const Hazard giving_up{services.abandonment_hazard_per_month};
    const ResidentSet open = (with_open_file(care) & present(people))
                                 .without(rows_with(work.state, WorkState::detained));
    const ResidentSet may_give_up = could_happen(giving_up.per_month(),
                                                 people.key,
                                                 open,
                                                 draws,
                                                 {month, Decision::queue_abandonment});
    for (const ResidentId who : open) {
        if (waits_for_support(care, who)) add_month(care.support_waiting[who]);
        if (!stands_in_line(care, work, who, month)) continue;
        lose_trust(capital.trust[who], trust);
        if (!may_give_up.contains(who)) continue;
        if (!draws.event(giving_up, people.key[who], month, Decision::queue_abandonment)) continue;
        events.add(EventKind::abandoned_queue, who, current_step(care, who));
        leave_project(care, events, who);
    }
}

}  // namespace cantiere
