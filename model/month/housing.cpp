#include "model/month/housing.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "model/core/rare_draws.h"
#include "model/core/rows.h"
#include "model/month/demography.h"

namespace cantiere {
namespace {

/// What a resident's moves depend on.
struct Means {
    double income_eur = 0.0;  // own income and assistance of last month
    double own_income_eur = 0.0;
    double poverty_line_eur = 0.0;
    bool guaranteed = false;  // a rent guarantee stands
    bool renter = false;
};

/// A way out of the present state of housing.
struct Move {
    Hazard hazard;
    HousingState to;
};

bool gets(const Care& care, Instrument support, ResidentId who) {
    return care.support[who] == support && care.support_left[who] > 0;
}

Means means_of(const People& people,
               const Care& care,
               const Standing& standing,
               double poverty_line_eur_month,
               ResidentId who) {
    const double assistance = (standing.benefit_cents[who] + standing.local_aid_cents[who]) / 100.0;
    Means means;
    means.own_income_eur = standing.net_income_cents[who] / 100.0;
    means.income_eur = means.own_income_eur + assistance;
    means.poverty_line_eur = poverty_line_eur_month * double{people.poverty_scale[who]};
    means.guaranteed = gets(care, Instrument::rent_guarantee, who);
    means.renter = people.renter[who] != 0;
    return means;
}

HousingState own_home(const HousingParameters& p, const Means& means) {
    return is_affordable(p, means.income_eur) ? HousingState::stable : HousingState::precarious;
}

/// Up to two ways out, in a fixed order; a hazard of zero closes one.
std::array<Move, 2> ways_out(HousingState state, const HousingParameters& p, const Means& means) {
    const Hazard none{};
    const Move stays{none, state};
    const bool affordable = is_affordable(p, means.income_eur);
    switch (state) {
        case HousingState::homeless:
            return {Move{Hazard{p.shelter_entry_hazard}, HousingState::shelter},
                    Move{Hazard{p.precarious_find_hazard}, HousingState::precarious}};
        case HousingState::shelter:
            return {Move{Hazard{p.precarious_find_hazard}, HousingState::precarious}, stays};
        case HousingState::supported:
            return {Move{means.own_income_eur > 0.0 ? Hazard{p.supported_autonomy_hazard} : none,
                         own_home(p, means)},
                    stays};
        case HousingState::precarious: {
            const double ratio = means.guaranteed ? p.guarantee_multiplier : 1.0;
            const bool finds = affordable || means.guaranteed;
            const bool poor = means.income_eur < means.poverty_line_eur;
            return {Move{finds ? ratio * Hazard{p.stable_find_hazard} : none, HousingState::stable},
                    Move{poor ? Hazard{p.precarious_loss_hazard} : none, HousingState::homeless}};
        }
        case HousingState::stable: {
            const bool loses = means.renter && !affordable && !means.guaranteed;
            return {Move{loses ? Hazard{p.stable_loss_hazard} : none, HousingState::precarious},
                    stays};
        }
        case HousingState::count:
            break;
    }
    return {stays, stays};
}

/// The greatest hazards of the two ways out, whatever the state and the means.
std::array<Hazard, 2> greatest_hazards(const HousingParameters& p) {
    const double finds_stable = p.stable_find_hazard * std::max(1.0, p.guarantee_multiplier);
    return {Hazard{std::max({p.shelter_entry_hazard,
                             p.precarious_find_hazard,
                             p.supported_autonomy_hazard,
                             finds_stable,
                             p.stable_loss_hazard})},
            Hazard{std::max(p.precarious_find_hazard, p.precarious_loss_hazard)}};
}

/// Residents who dropped out of supported housing this month, in order of row.
std::vector<ResidentId> dropped_out(const Events& events) {
    std::vector<ResidentId> dropped;
    for (const Event& event : events.all()) {
        if (event.kind == EventKind::instrument_dropped &&
            event.instrument == Instrument::supported_housing) {
            dropped.push_back(event.who);
        }
    }
    std::sort(dropped.begin(), dropped.end());
    return dropped;
}

/// Where supported housing begins or ends: in it while it is delivered, then in a home of one's
/// own or, for who dropped out, nowhere.
HousingState home_by_support(const Care& care,
                             const HousingParameters& p,
                             const Means& means,
                             const std::vector<ResidentId>& dropped,
                             ResidentId who) {
    if (gets(care, Instrument::supported_housing, who)) return HousingState::supported;
    const bool drops = std::binary_search(dropped.begin(), dropped.end(), who);
    return drops ? HousingState::homeless : own_home(p, means);
}

void leave_supported_housing(Care& care, Events& events, ResidentId who) {
    events.add(EventKind::instrument_completed,
               who,
               Instrument::supported_housing,
               care.support_funding[who]);
    care.support_left[who] = 0;
    care.support_done[who] = 1;
}

/// Residents who knock at the shelter's door, with their lots.
class ShelterDoor {
  public:
    void knock(std::uint64_t lot, EntityKey key, ResidentId who) {
        waiting_.push_back({{lot, key}, who});
    }
    void admit(Housing& housing, int free_places) {
        std::sort(waiting_.begin(), waiting_.end(), [](const auto& a, const auto& b) {
            return a.first < b.first;
        });
        const auto free = static_cast<std::size_t>(std::max(0, free_places));
        for (std::size_t i = 0; i < std::min(free, waiting_.size()); ++i) {
            housing.state[waiting_[i].second] = HousingState::shelter;
        }
    }

  private:
    std::vector<std::pair<std::pair<std::uint64_t, EntityKey>, ResidentId>> waiting_;
};

bool takes_part(const People& people, const Work& work, ResidentId who) {
    return people.presence[who] == Presence::present && work.state[who] != WorkState::detained;
}

int in_shelters(const Housing& housing, const People& people, const Work& work) {
    int count = 0;
    for (const ResidentId who : rows_with(housing.state, HousingState::shelter)) {
        count += takes_part(people, work, who) ? 1 : 0;
    }
    return count;
}

}  // namespace

void move_housing(Housing& housing,
                  Care& care,
                  Events& events,
                  const People& people,
                  const Work& work,
                  const Standing& standing,
                  const HousingParameters& parameters,
                  double poverty_line_eur_month,
                  int places,
                  const Draws& draws,
                  Month month) {
    const int free_places = places - in_shelters(housing, people, work);
    const std::vector<ResidentId> dropped = dropped_out(events);
    ShelterDoor door;
    const std::array greatest = greatest_hazards(parameters);
    const ResidentSet may_move =
        could_come_first(greatest, people.key, draws, month, Decision::housing_move) |
        rows_with(housing.state, HousingState::supported) |
        rows_with(care.support, Instrument::supported_housing);
    for (const ResidentId who : present(people) & may_move) {
        if (!takes_part(people, work, who)) continue;
        const Means means = means_of(people, care, standing, poverty_line_eur_month, who);
        const HousingState state = housing.state[who];
        const bool delivered = gets(care, Instrument::supported_housing, who);
        if (delivered != (state == HousingState::supported)) {
            housing.state[who] = home_by_support(care, parameters, means, dropped, who);
            continue;
        }
        const std::array<Move, 2> ways = ways_out(state, parameters, means);
        const std::array hazards{ways[0].hazard, ways[1].hazard};
        const EntityKey key = people.key[who];
        const auto way = draws.competing(hazards, key, month, Decision::housing_move);
        if (!way) continue;
        if (ways[*way].to == HousingState::shelter) {
            door.knock(draws.ticket(key, month, Decision::shelter_place), key, who);
            continue;
        }
        if (state == HousingState::supported) leave_supported_housing(care, events, who);
        housing.state[who] = ways[*way].to;
    }
    door.admit(housing, free_places);
}

}  // namespace cantiere
