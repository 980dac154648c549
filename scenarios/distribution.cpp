#include "scenarios/distribution.h"

#include <algorithm>
#include <array>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>

#include "model/core/contracts.h"
#include "scenarios/rounding.h"

namespace cantiere {
namespace {

constexpr double tail = 0.025;
constexpr double normal_975 = 1.959963984540054;

constexpr std::array<std::string_view, 8>
    names{"fixed", "uniform", "triangular", "pert", "normal", "lognormal", "gamma", "beta"};

bool has_quantile_bounds(Family family) {
    return family == Family::normal || family == Family::lognormal || family == Family::gamma ||
           family == Family::beta;
}

double standard_normal_quantile(double u) {
    return boost::math::quantile(boost::math::normal_distribution<>(), u);
}

double log_mean(const DistributionSpec& spec, double log_sd) {
    return std::log(spec.value) - 0.5 * log_sd * log_sd;
}

boost::math::gamma_distribution<> gamma_of(const DistributionSpec& spec, double variation) {
    const double shape = 1.0 / (variation * variation);
    return {shape, spec.value / shape};
}

boost::math::beta_distribution<> beta_of(const DistributionSpec& spec, double weight) {
    return {spec.value * weight, (1.0 - spec.value) * weight};
}

boost::math::beta_distribution<> pert_of(const DistributionSpec& spec) {
    const double width = spec.high - spec.low;
    return {1.0 + 4.0 * (spec.value - spec.low) / width,
            1.0 + 4.0 * (spec.high - spec.value) / width};
}

double triangular_quantile(const DistributionSpec& spec, double u) {
    const double width = spec.high - spec.low;
    const double rise = spec.value - spec.low;
    if (u * width < rise) {
        return spec.low + std::sqrt(u * width * rise);
    }
    return spec.high - std::sqrt((1.0 - u) * width * (spec.high - spec.value));
}

double quantile_of(const DistributionSpec& spec, double spread, double u) {
    const double width = spec.high - spec.low;
    switch (spec.family) {
        case Family::fixed:
            return spec.value;
        case Family::uniform:
            return spec.low + u * width;
        case Family::triangular:
            return triangular_quantile(spec, u);
        case Family::pert:
            return spec.low + width * boost::math::quantile(pert_of(spec), u);
        case Family::normal:
            return spec.value + spread * standard_normal_quantile(u);
        case Family::lognormal:
            return std::exp(log_mean(spec, spread) + spread * standard_normal_quantile(u));
        case Family::gamma:
            return boost::math::quantile(gamma_of(spec, spread), u);
        case Family::beta:
            return boost::math::quantile(beta_of(spec, spread), u);
    }
    return spec.value;
}

double squared_misfit(const DistributionSpec& spec, double spread) {
    const double below = quantile_of(spec, spread, tail) - spec.low;
    const double above = quantile_of(spec, spread, 1.0 - tail) - spec.high;
    return below * below + above * above;
}

/// Least squares over the logarithm of the spread: a grid finds the valley, the root of the slope
/// its bottom; rounded so that the last digits of the system's functions do not show.
double fitted_spread(const DistributionSpec& spec, double least, double most) {
    constexpr int steps = 24;
    constexpr double h = 1e-3;
    const auto misfit = [&spec](double log_spread) {
        return squared_misfit(spec, std::exp(log_spread));
    };
    const auto slope = [&misfit](double x) { return misfit(x + h) - misfit(x - h); };
    const double first = std::log(least);
    const double step = (std::log(most) - first) / steps;
    int best = 0;
    double best_misfit = misfit(first);
    for (int i = 1; i <= steps; ++i) {
        const double candidate = misfit(first + i * step);
        if (candidate < best_misfit) {
            best = i;
            best_misfit = candidate;
        }
    }
    const double middle = first + best * step;
    const double below = slope(middle - step);
    const double above = slope(middle + step);
    const bool has_root = below < 0.0 && above > 0.0;
    if (!has_root) {
        return rounded_to_9_digits(std::exp(middle));
    }
    std::uintmax_t evaluations = 60;
    const auto [left, right] =
        boost::math::tools::toms748_solve(slope,
                                          middle - step,
                                          middle + step,
                                          below,
                                          above,
                                          boost::math::tools::eps_tolerance<double>(40),
                                          evaluations);
    return rounded_to_9_digits(std::exp(0.5 * (left + right)));
}

double spread_of(const DistributionSpec& spec) {
    switch (spec.family) {
        case Family::normal:
            return (spec.high - spec.low) / (2.0 * normal_975);
        case Family::lognormal:
            return fitted_spread(spec, 1e-4, 2.0);
        case Family::gamma:
            return fitted_spread(spec, 1e-4, 3.0);
        case Family::beta:
            return fitted_spread(spec, 0.3, 1e7);
        default:
            return 0.0;
    }
}

/// Says why a family cannot have these bounds, ordered as they should be; empty when it can.
std::string impossible_family(const DistributionSpec& spec) {
    const bool needs_positive = spec.family == Family::lognormal || spec.family == Family::gamma;
    const bool positive = spec.value > 0.0 && spec.low >= 0.0;
    if (needs_positive && !positive) {
        return "a lognormal or gamma is positive";
    }
    const bool a_share = positive && spec.high <= 1.0 && spec.value < 1.0;
    if (spec.family == Family::beta && !a_share) {
        return "a beta lies between 0 and 1";
    }
    const bool inside = spec.low < spec.value && spec.value < spec.high;
    return has_quantile_bounds(spec.family) && !inside ? "the mean is at a quantile" : "";
}

}  // namespace

std::string_view name(Family family) { return names[static_cast<std::size_t>(family)]; }

std::optional<Family> parse_family(std::string_view text) {
    const auto* const found = std::find(names.begin(), names.end(), text);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<Family>(found - names.begin()));
}

std::vector<std::string> family_names() { return {names.begin(), names.end()}; }

std::string impossible(const DistributionSpec& spec) {
    if (spec.family == Family::fixed) {
        return "";
    }
    if (!(spec.low < spec.high)) {
        return "low is not below high";
    }
    const bool ordered = spec.low <= spec.value && spec.value <= spec.high;
    return ordered ? impossible_family(spec) : "value is not between low and high";
}

FittedDistribution::FittedDistribution(const DistributionSpec& spec,
                                       double valid_low,
                                       double valid_high)
    : spec_(spec), spread_(spread_of(spec)), valid_low_(valid_low), valid_high_(valid_high) {
    expects(impossible(spec).empty(), "the distribution can exist");
    if (has_quantile_bounds(spec.family)) {
        u_low_ = cumulative(valid_low);
        u_high_ = cumulative(valid_high);
    }
}

double FittedDistribution::cumulative(double x) const {
    switch (spec_.family) {
        case Family::normal:
            return boost::math::cdf(boost::math::normal_distribution<>(spec_.value, spread_), x);
        case Family::lognormal:
            return x <= 0.0
                       ? 0.0
                       : boost::math::cdf(
                             boost::math::normal_distribution<>(log_mean(spec_, spread_), spread_),
                             std::log(x));
        case Family::gamma:
            return x <= 0.0 ? 0.0 : boost::math::cdf(gamma_of(spec_, spread_), x);
        case Family::beta:
            return boost::math::cdf(beta_of(spec_, spread_), std::clamp(x, 0.0, 1.0));
        default:
            return x < spec_.low ? 0.0 : 1.0;  // never asked: their bounds are in the range
    }
}

double FittedDistribution::untruncated_quantile(double u) const {
    return quantile_of(spec_, spread_, u);
}

double FittedDistribution::quantile(double u) const {
    if (spec_.family == Family::fixed) {
        return spec_.value;
    }
    const double within = u_low_ + u * (u_high_ - u_low_);
    const double value = rounded_to_12_digits(untruncated_quantile(within));
    return std::clamp(value, valid_low_, valid_high_);  // the last digit, at the very bound
}

double FittedDistribution::misfit() const {
    if (!has_quantile_bounds(spec_.family)) {
        return 0.0;
    }
    return std::sqrt(squared_misfit(spec_, spread_)) / (spec_.high - spec_.low);
}

}  // namespace cantiere
