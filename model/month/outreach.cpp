#include "model/month/outreach.h"

#include <algorithm>
#include <limits>

#include "model/core/rare_draws.h"
#include "model/core/rows.h"
#include "model/month/demography.h"

namespace cantiere {
namespace {

/// The ways to the desks of one regime. They stand in the municipalities of the stated size, and in
/// the largest whatever its size; who has none at home goes to the nearest by own means.
class Desks {
  public:
    Desks(const Territory& territory, double from_residents) {
        const auto& places = territory.municipalities;
        const auto homes = rows<MunicipalityId>(places.size());
        double size = 0.0;
        for (const MunicipalityId place : homes) {
            size = std::max(size, double(places[place].population));
        }
        size = std::min(size, from_residents);
        for (const MunicipalityId home : homes) {
            double car = std::numeric_limits<double>::infinity();
            double transit = car;
            for (const MunicipalityId desk : homes) {
                const bool at_home = places[home].population >= size;
                if (places[desk].population < size || (at_home && desk != home)) continue;
                car = std::min(car, territory.travel.car(home, desk));
                transit = std::min(transit, territory.travel.transit(home, desk));
            }
            car_.push_back(car);
            transit_.push_back(transit);
        }
    }

    double minutes(const People& people, ResidentId who) const {
        const MunicipalityId home = people.municipality[who];
        return people.has_car[who] != 0 ? car_[home] : transit_[home];
    }

  private:
    Column<MunicipalityId, double> car_;
    Column<MunicipalityId, double> transit_;
};

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
                      const Desks& desks,
                      ResidentId who) {
    const Hazard hazard = identification_hazard(p,
                                                double{capital.language[who]},
                                                double{capital.trust[who]},
                                                desks.minutes(people, who));
    return {hazard, Decision::identification, EventKind::identified};
}

Contact renewed_contact(const OutreachParameters& p) {
    return {reengagement_hazard(p), Decision::reengagement, EventKind::reengaged};
}

/// Those outside the services, at least as many as could be found this month.
ResidentSet could_be_reached(const People& people,
                             const Care& care,
                             const Regimes& regimes,
                             const Draws& draws,
                             Month month) {
    const auto greatest = [&](auto hazard_of) {
        return std::max(hazard_of(regimes.programme.outreach), hazard_of(regimes.others.outreach))
            .per_month();
    };
    return (rows_with(care.state, CareState::unknown) &
            could_happen(greatest(greatest_identification_hazard),
                         people.key,
                         draws,
                         {month, Decision::identification})) |
           (rows_with(care.state, CareState::excluded) &
            could_happen(greatest(reengagement_hazard),
                         people.key,
                         draws,
                         {month, Decision::reengagement}));
}

}  // namespace

void reach_out(Care& care,
               Events& events,
               const People& people,
               const Capital& capital,
               const Work& work,
               const Territory& territory,
               const Regimes& regimes,
               const Draws& draws,
               Month month) {
    const Desks served(territory, regimes.programme.outreach.desk_from_residents);
    const Desks as_usual(territory, regimes.others.outreach.desk_from_residents);
    for (const ResidentId who :
         could_be_reached(people, care, regimes, draws, month) & present(people)) {
        if (work.state[who] == WorkState::detained) continue;
        const CareState state = care.state[who];
        const Parameters& regime = regimes.of(people.groups[who], people.sex[who]);
        const OutreachParameters& p = regime.outreach;
        const Desks& desks = &regime == &regimes.programme ? served : as_usual;
        const Contact contact = state == CareState::unknown
                                    ? first_contact(p, people, capital, desks, who)
                                    : renewed_contact(p);
        if (!draws.event(contact.hazard, people.key[who], month, contact.decision)) continue;
        become_known(care, who, month);
        events.add(contact.event, who);
    }
}

}  // namespace cantiere
