#include "analysis/cost_per_unit.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <boost/math/distributions/students_t.hpp>

namespace cantiere {
namespace {

/// Means of pairs, and variances and covariance of these means.
struct PairMoments {
    std::size_t count = 0;
    double above = 0.0, below = 0.0;
    double var_above = 0.0, var_below = 0.0, covariance = 0.0;
};

PairMoments moments_of(const Sample& above_sample, const Sample& below_sample) {
    const std::vector<double> above = independent_values(above_sample);
    const std::vector<double> below = independent_values(below_sample);
    const auto known = [&](std::size_t i) {
        return !std::isnan(above[i]) && !std::isnan(below[i]);
    };
    PairMoments of;
    for (std::size_t i = 0; i < above.size(); ++i) {
        if (!known(i)) continue;
        ++of.count;
        of.above += above[i];
        of.below += below[i];
    }
    if (of.count < 2) return of;
    const auto n = static_cast<double>(of.count);
    of.above /= n;
    of.below /= n;
    for (std::size_t i = 0; i < above.size(); ++i) {
        if (!known(i)) continue;
        const double a = above[i] - of.above;
        const double b = below[i] - of.below;
        of.var_above += a * a / (n * (n - 1.0));
        of.var_below += b * b / (n * (n - 1.0));
        of.covariance += a * b / (n * (n - 1.0));
    }
    return of;
}

}  // namespace

Stat fieller_ratio(const Sample& above, const Sample& below) {
    const PairMoments of = moments_of(above, below);
    if (of.count < 2) return {};
    const boost::math::students_t law(static_cast<double>(of.count - 1));
    const double t = boost::math::quantile(law, 0.975);
    const double lead = of.below * of.below - t * t * of.var_below;
    if (!(lead > 0.0)) return {};  // the interval of the denominator holds zero
    const double middle = of.above * of.below - t * t * of.covariance;
    const double rest = of.above * of.above - t * t * of.var_above;
    const double root = std::sqrt(std::max(0.0, middle * middle - lead * rest));
    Stat stat;
    stat.mean = of.above / of.below;
    stat.low = (middle - root) / lead;
    stat.high = (middle + root) / lead;
    const double residual =
        of.var_above - 2.0 * stat.mean * of.covariance + stat.mean * stat.mean * of.var_below;
    stat.se = std::sqrt(std::max(0.0, residual)) / std::abs(of.below);
    return stat;
}

}  // namespace cantiere
