#include "model/beta_law.h"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>

#include "model/core/rounding.h"

namespace cantiere {
namespace {

double rounded(double value, double steps) {
    return static_cast<double>(round_half_away(value * steps)) / steps;
}

constexpr double level_steps = 1e6;
constexpr double share_steps = 1e9;

/// Double precision is ample for shares rounded to 1e-9, and several times as fast.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

}  // namespace

BetaLaw::BetaLaw(double mean, double standard_deviation) {
    if (standard_deviation <= 0.0 || mean <= 0.0 || mean >= 1.0) {
        constant_ = rounded(std::clamp(mean, 0.0, 1.0), level_steps);
        return;
    }
    const double variance = standard_deviation * standard_deviation;
    const double weight = std::max(0.5, mean * (1.0 - mean) / variance - 1.0);  // a + b
    const boost::math::beta_distribution<double, InDouble> law(mean * weight,
                                                               (1.0 - mean) * weight);
    for (int i = 1; i < cells; ++i) {
        const double share = boost::math::cdf(law, static_cast<double>(i) / cells);
        below_[static_cast<std::size_t>(i)] = rounded(share, share_steps);
    }
    below_.back() = 1.0;
}

double BetaLaw::quantile(double u) const {
    if (constant_ >= 0.0) return constant_;
    const auto* const above = std::upper_bound(below_.begin() + 1, below_.end() - 1, u);
    const double low = *(above - 1);
    const double share = *above - low;
    const double part = share > 0.0 ? (u - low) / share : 0.0;
    const auto cell = static_cast<double>(above - below_.begin() - 1);
    return rounded(std::clamp((cell + part) / cells, 0.0, 1.0), level_steps);
}

}  // namespace cantiere
