#include "scenarios/quantiles.h"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <optional>

namespace cantiere::detail {
namespace {

/// Boost computes functions of doubles in long double unless told otherwise.
using InExtended = boost::math::policies::policy<>;
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

/// The two parameters of the beta of a beta or a pert.
struct Shapes {
    double a, b;
};

double gamma_shape(double variation) { return 1.0 / (variation * variation); }

Shapes shapes_of(const DistributionSpec& spec, double weight) {
    if (spec.family == Family::beta) {
        return {spec.value * weight, (1.0 - spec.value) * weight};
    }
    const double width = spec.high - spec.low;
    return {1.0 + 4.0 * (spec.value - spec.low) / width,
            1.0 + 4.0 * (spec.high - spec.value) / width};
}

template <class Policy = InExtended>
boost::math::gamma_distribution<double, Policy> gamma_of(const DistributionSpec& spec,
                                                         double variation) {
    const double shape = gamma_shape(variation);
    return {shape, spec.value / shape};
}

template <class Policy = InExtended>
boost::math::beta_distribution<double, Policy> beta_of(Shapes shapes) {
    return {shapes.a, shapes.b};
}

double log_mean(const DistributionSpec& spec, double log_sd) {
    return std::log(spec.value) - 0.5 * log_sd * log_sd;
}

double standard_normal_quantile(double u) {
    return boost::math::quantile(boost::math::normal_distribution<>(), u);
}

double triangular_quantile(const DistributionSpec& spec, double u) {
    const double width = spec.high - spec.low;
    const double rise = spec.value - spec.low;
    if (u * width < rise) {
        return spec.low + std::sqrt(u * width * rise);
    }
    return spec.high - std::sqrt((1.0 - u) * width * (spec.high - spec.value));
}

double in_extended(const DistributionSpec& spec, double spread, double u) {
    const double width = spec.high - spec.low;
    switch (spec.family) {
        case Family::fixed:
            return spec.value;
        case Family::uniform:
            return spec.low + u * width;
        case Family::triangular:
            return triangular_quantile(spec, u);
        case Family::pert:
            return spec.low + width * boost::math::quantile(beta_of(shapes_of(spec, spread)), u);
        case Family::normal:
            return spec.value + spread * standard_normal_quantile(u);
        case Family::lognormal:
            return std::exp(log_mean(spec, spread) + spread * standard_normal_quantile(u));
        case Family::gamma:
            return boost::math::quantile(gamma_of(spec, spread), u);
        case Family::beta:
            return boost::math::quantile(beta_of(shapes_of(spec, spread)), u);
    }
    return spec.value;
}

/// Share of a gamma's quantile by which double and extended precision differ at most; nothing where
/// it was not tried.
std::optional<double> difference_of_gammas(double shape) {
    if (shape < 0.1 || shape > 1e8) {
        return std::nullopt;
    }
    return shape < 1.0 ? 1e-13 : 2e-14;
}

/// Share of a beta's quantile by which they differ at most: the functions in double are worse where
/// the lesser shape is far from 1.
std::optional<double> difference_of_betas(Shapes shapes) {
    const double least = std::min(shapes.a, shapes.b);
    if (least < 0.01 || shapes.a + shapes.b > 1.1e7) {
        return std::nullopt;
    }
    if (least < 0.1 || least > 100.0) {
        return 2e-12;
    }
    return least > 10.0 ? 4e-13 : 1e-13;
}

Estimate fast_gamma_quantile(const DistributionSpec& spec, double variation, double u) {
    const std::optional<double> difference = difference_of_gammas(gamma_shape(variation));
    if (!difference) {
        return exact_quantile(spec, variation, u);
    }
    const double value = boost::math::quantile(gamma_of<InDouble>(spec, variation), u);
    return {value, *difference * value};
}

Estimate fast_beta_quantile(const DistributionSpec& spec, double weight, double u) {
    const Shapes shapes = shapes_of(spec, weight);
    const std::optional<double> difference = difference_of_betas(shapes);
    if (!difference) {
        return exact_quantile(spec, weight, u);
    }
    const double share = boost::math::quantile(beta_of<InDouble>(shapes), u);
    if (spec.family == Family::beta) {
        return {share, *difference * share};
    }
    const double width = spec.high - spec.low;
    const double of_sum = 1e-15 * (std::abs(spec.low) + width);
    return {spec.low + width * share, *difference * width * share + of_sum};
}

}  // namespace

Estimate exact_quantile(const DistributionSpec& spec, double spread, double u) {
    return {in_extended(spec, spread, u), 0.0};
}

Estimate fast_quantile(const DistributionSpec& spec, double spread, double u) {
    const bool is_tried = u >= 1e-6 && u <= 1.0 - 1e-6;
    if (is_tried && spec.family == Family::gamma) {
        return fast_gamma_quantile(spec, spread, u);
    }
    if (is_tried && (spec.family == Family::beta || spec.family == Family::pert)) {
        return fast_beta_quantile(spec, spread, u);
    }
    return exact_quantile(spec, spread, u);
}

double share_below(const DistributionSpec& spec, double spread, double x) {
    switch (spec.family) {
        case Family::normal:
            return boost::math::cdf(boost::math::normal_distribution<>(spec.value, spread), x);
        case Family::lognormal:
            return x <= 0.0
                       ? 0.0
                       : boost::math::cdf(
                             boost::math::normal_distribution<>(log_mean(spec, spread), spread),
                             std::log(x));
        case Family::gamma:
            return x <= 0.0 ? 0.0 : boost::math::cdf(gamma_of(spec, spread), x);
        case Family::beta:
            return boost::math::cdf(beta_of(shapes_of(spec, spread)), std::clamp(x, 0.0, 1.0));
        default:
            return x < spec.low ? 0.0 : 1.0;  // never asked: their bounds are in the range
    }
}

}  // namespace cantiere::detail
