#include "model/month/outreach.h"

#include <algorithm>
#include <limits>

#include "model/core/rare_draws_among.h"
#include "model/core/rows.h"
#include "model/month/demography.h"

namespace cantiere {
namespace {

/// The ways to the desks of one regime. They stand in the municipalities of the stated size, and in
/// the largest whatever its size; who has none at home goes to the nearest by own means.
class Desks {
  public:
    Desks(const Territory& territory, double from_residents) : territory_(territory) {
        for (const Municipality& place : territory.municipalities) {
            size_ = std::max(size_, double(place.population));
        }
        size_ = std::min(size_, from_residents);
    }

    double minutes(const People& people, ResidentId who) const {
        const auto& places = territory_.municipalities;
        const MunicipalityId home = people.municipality[who];
        const bool car = people.has_car[who] != 0;
        if (places[home].population >= size_) return way(home, home, car);
        double nearest = std::numeric_limits<double>::infinity();
        for (const MunicipalityId desk : rows<MunicipalityId>(places.size())) {
            if (places[desk].population < size_) continue;
            nearest = std::min(nearest, way(home, desk, car));
        }
        return nearest;
    }

  private:
    double way(MunicipalityId home, MunicipalityId desk, bool car) const {
        return car ? territory_.travel.car(home, desk) : territory_.travel.transit(home, desk);
    }

    const Territory& territory_;
    double size_ = 0.0;  // of a municipality with a desk, at least
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

/// Those outside the services and at liberty, at least as many as could be found this month.
ResidentSet could_be_reached(const People& people,
                             const Care& care,
                             const Work& work,
                             const Regimes& regimes,
                             const Draws& draws,
                             Month month) {
    const ResidentSet at_liberty =
        present(people).without(rows_with(work.state, WorkState::detained));
    const auto found = [&](CareState state, auto hazard_of, Decision decision) {
        const Hazard greatest =
            std::max(hazard_of(regimes.programme.outreach), hazard_of(regimes.others.outreach));
        return could_happen(greatest.per_month(),
                            people.key,
                            at_liberty & rows_with(care.state, state),
                            draws,
                            {month, decision});
    };
    return found(CareState::unknown, greatest_identification_hazard, Decision::identification) |
           found(CareState::excluded, reengagement_hazard, Decision::reengagement);
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
    for (const ResidentId who : could_be_reached(people, care, work, regimes, draws, month)) {
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
