#pragma once

#include "model/core/units.h"

namespace cantiere {

/// Travel times from great-circle distance where no matrix is given, and what counts as far.
struct TravelParameters {
    double detour_factor = 1.3;  // road length over great-circle length
    double car_speed_kmh = 40.0;
    double car_fixed_minutes = 5.0;  // parking, start
    double transit_speed_kmh = 22.0;
    double transit_fixed_minutes = 15.0;  // walk and wait
    double within_minutes_car = 8.0;      // inside one municipality
    double within_minutes_transit = 18.0;
    double inner_minutes = 27.7;  // by car to the largest municipality: a place beyond is inner
};

/// Great-circle distance on a sphere of radius 6,371.0088 km, kilometres; degrees in.
double great_circle_km(double latitude_a,
                       double longitude_a,
                       double latitude_b,
                       double longitude_b);

/// Minutes for `distance_km` of great-circle distance at a speed with the stated detour and fixed
/// time.
inline double travel_minutes(double distance_km,
                             double detour_factor,
                             double speed_kmh,
                             double fixed_minutes) {
    return fixed_minutes + 60.0 * distance_km * detour_factor / speed_kmh;
}

}  // namespace cantiere
