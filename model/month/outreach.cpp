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

/// How services come to know someone: how likely in a month, and what it is called.
struct Contact {
    Hazard hazard;
    Decision decision = Decision::identification;
    EventKind event = EventKind::identified;
};

Contact first_contact(const OutreachParameters& p,
                      const People& people,
                      const Capital& capital,
                      const TravelTimes& travel,
                      ResidentId who) {
    const Hazard hazard = identification_hazard(p,
                                                double{capital.language[who]},
                                                double{capital.trust[who]},
                                                desk_minutes(people, travel, who));
    return {hazard, Decision::identification, EventKind::identified};
}

Contact renewed_contact(const OutreachParameters& p) {
    return {reengagement_hazard(p), Decision::reengagement, EventKind::reengaged};
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
        const CareState state = care.state[who];
        if (state != CareState::unknown && state != CareState::excluded) continue;
        const OutreachParameters& p = regimes.of(people.groups[who], people.sex[who]).outreach;
        const Contact contact = state == CareState::unknown
                                    ? first_contact(p, people, capital, travel, who)
                                    : renewed_contact(p);
        if (!draws.event(contact.hazard, people.key[who], month, contact.decision)) continue;
        become_known(care, who, month);
        events.add(contact.event, who);
    }
}

}  // namespace cantiere
