#include "model/month/outreach.h"

#include "model/core/rows.h"

namespace cantiere {
namespace {

double desk_minutes(const People& people, const TravelTimes& travel, ResidentId who) {
    const MunicipalityId home = people.municipality[who];
    return people.has_car[who] != 0 ? travel.car(home, home) : travel.transit(home, home);
}

void become_known(Care& care, ResidentId who, Month month) {
    care.state[who] = CareState::known;
    care.identified_month[who] = month;
    care.first_service_month[who] = no_month;
}

}  // namespace

void reach_out(Care& care,
               Events& events,
               const People& people,
               const Capital& capital,
               const Work& work,
               const TravelTimes& travel,
               const Regimes& regimes,
               const Draws& draws,
               Month month) {
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        if (people.presence[who] != Presence::present) continue;
        if (work.state[who] == WorkState::detained) continue;
        const EntityKey key = people.key[who];
        const OutreachParameters& parameters =
            regimes.of(people.groups[who], people.sex[who]).outreach;
        if (care.state[who] == CareState::unknown) {
            const Hazard found = identification_hazard(parameters,
                                                       double{capital.language[who]},
                                                       double{capital.trust[who]},
                                                       desk_minutes(people, travel, who));
            if (!draws.event(found, key, month, Decision::identification)) continue;
            become_known(care, who, month);
            events.add(EventKind::identified, who);
        } else if (care.state[who] == CareState::excluded) {
            if (!draws.event(reengagement_hazard(parameters), key, month, Decision::reengagement))
                continue;
            become_known(care, who, month);
            events.add(EventKind::reengaged, who);
        }
    }
}

}  // namespace cantiere
