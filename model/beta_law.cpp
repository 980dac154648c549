#include "model/beta_law.h"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>

#include "model/core/rounding.h"

namespace cantiere {
namespace {

constexpr double steps = 1e6;

double rounded(double level) { return static_cast<double>(round_half_away(level * steps)) / steps; }

}  // namespace

BetaLaw::BetaLaw(double mean, double standard_deviation) {
    if (standard_deviation <= 0.0 || mean <= 0.0 || mean >= 1.0) {
        knots_.fill(rounded(std::clamp(mean, 0.0, 1.0)));
        return;
    }
    const double variance = standard_deviation * standard_deviation;
    const double weight = std::max(0.5, mean * (1.0 - mean) / variance - 1.0);  // a + b
    const boost::math::beta_distribution<double> law(mean * weight, (1.0 - mean) * weight);
    for (int i = 0; i <= cells; ++i) {
        const double u = std::clamp(static_cast<double>(i) / cells, tail, 1.0 - tail);
        knots_[static_cast<std::size_t>(i)] = rounded(boost::math::quantile(law, u));
    }
}

double BetaLaw::quantile(double u) const {
    const double place = std::clamp(u, 0.0, 1.0) * cells;
    const auto cell = std::min(static_cast<std::size_t>(place), std::size_t{cells - 1});
    const double part = place - static_cast<double>(cell);
    return rounded(knots_[cell] + part * (knots_[cell + 1] - knots_[cell]));
}

}  // namespace cantiere
