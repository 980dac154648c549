#include "model/rules/travel.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/core/contracts.h"
#include "model/core/rounding.h"

namespace cantiere {
namespace {

double radians(double degrees) { return degrees * std::numbers::pi / 180.0; }

}  // namespace

double great_circle_km(double latitude_a,
                       double longitude_a,
                       double latitude_b,
                       double longitude_b) {
    expects(std::abs(latitude_a) <= 90.0 && std::abs(latitude_b) <= 90.0,
            "a latitude is from -90 to 90 degrees");
    constexpr double earth_radius_km = 6371.0088;  // IUGG mean radius
    constexpr double steps_per_km = 1e6;           // rounded, so that libm cannot reach a run
    const double half_latitude = std::sin(radians(latitude_b - latitude_a) / 2.0);
    const double half_longitude = std::sin(radians(longitude_b - longitude_a) / 2.0);
    const double haversine = half_latitude * half_latitude + std::cos(radians(latitude_a)) *
                                                                 std::cos(radians(latitude_b)) *
                                                                 half_longitude * half_longitude;
    const double km = 2.0 * earth_radius_km * std::asin(std::sqrt(std::min(1.0, haversine)));
    return static_cast<double>(round_half_away(km * steps_per_km)) / steps_per_km;
}

}  // namespace cantiere
