#pragma once

#include "model/core/columns.h"
#include "model/core/rounding.h"
#include "model/core/units.h"
#include "model/state/residents.h"

namespace cantiere {

/// Housing ladder homeless - shelter - supported - precarious - stable (model.md 5.11).
struct HousingParameters {
    EnumArray<HousingState, double> initial_share{};
    double shelter_places_per_1000 = 10.0;  // territory, per 1,000 in need
    double shelter_entry_hazard = 0.15;     // homeless -> shelter when a place is free
    double precarious_find_hazard = 0.04;   // homeless or shelter -> precarious
    double stable_find_hazard = 0.03;       // precarious -> stable when the rent is affordable
    double guarantee_multiplier = 2.0;      // of stable_find_hazard with a rent guarantee
    double affordability = 0.35;            // rent below this share of income
    double rent_eur_month = 420.0;          // territory
    double precarious_loss_hazard = 0.008;  // precarious -> homeless when income is below the line
    double stable_loss_hazard = 0.003;      // stable -> precarious when rent is not affordable
    double supported_autonomy_hazard = 0.008;  // supported -> precarious/stable with own income
    double shelter_eur_month = 578.0;          // municipality, average
    double shelter_marginal_share = 1.0;
    double guarantee_call_share = 0.08;  // expected call as a share of the rent
};

/// Places in shelters for `residents_in_need` people.
inline int shelter_places(const HousingParameters& p, double residents_in_need) {
    return static_cast<int>(
        round_half_away(p.shelter_places_per_1000 * residents_in_need / 1000.0));
}

/// Tells whether the rent stays below the affordable share of a monthly income, EUR.
inline bool is_affordable(const HousingParameters& p, double income_eur) {
    return p.rent_eur_month < p.affordability * income_eur;
}

/// Tells whether a resident has no home of their own kind at all (homeless or shelter).
inline bool is_unhoused(HousingState state) {
    return state == HousingState::homeless || state == HousingState::shelter;
}

}  // namespace cantiere
