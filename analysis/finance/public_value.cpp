#include <algorithm>
#include <cmath>
#include <numbers>

#include "analysis/finance/public_finance.h"

namespace cantiere {
namespace {

constexpr double quarter = std::numbers::pi / 2.0;

/// Angle of (net cost, gain) from above -90 degrees, harm at a cost, up: 90 is a gain that costs
/// nothing, 180 money saved at no harm, 270 harm again.
double angle_of(double gain, double net_cost) {
    const double angle = std::atan2(gain, net_cost);
    return angle <= -quarter ? angle + 4.0 * quarter : angle;
}

PublicValue value_at(double angle) {
    if (angle < quarter) return {ValueKind::ratio, std::tan(angle)};
    return {angle <= 2.0 * quarter ? ValueKind::infinite : ValueKind::harm, no_value};
}

}  // namespace

PublicValue public_value(double gain, double net_cost) {
    if (std::isnan(gain) || std::isnan(net_cost) || (gain == 0.0 && net_cost == 0.0)) return {};
    if (net_cost > 0.0) return {ValueKind::ratio, gain / net_cost};
    return {gain >= 0.0 ? ValueKind::infinite : ValueKind::harm, no_value};
}

PublicValue quantile_of_values(const std::vector<double>& gains,
                               const std::vector<double>& net_costs,
                               double probability) {
    std::vector<double> angles;
    for (std::size_t i = 0; i < gains.size(); ++i) {
        if (public_value(gains[i], net_costs[i]).kind == ValueKind::undefined) continue;
        angles.push_back(angle_of(gains[i], net_costs[i]));
    }
    if (angles.size() < 2) return {};
    return value_at(quantile_of(angles, probability));
}

}  // namespace cantiere
