#include "scenarios/distribution.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/core/contracts.h"
#include "scenarios/quantiles.h"
#include "scenarios/rounding.h"
#include "scenarios/spread_fit.h"

namespace cantiere {
namespace {

constexpr std::array<std::string_view, 8>
    names{"fixed", "uniform", "triangular", "pert", "normal", "lognormal", "gamma", "beta"};

/// Says why a family cannot have these bounds, ordered as they should be; empty when it can.
std::string impossible_family(const DistributionSpec& spec) {
    const bool needs_positive = spec.family == Family::lognormal || spec.family == Family::gamma;
    const bool positive = spec.value > 0.0 && spec.low > 0.0;  // low: its 2.5 % quantile
    if (needs_positive && !positive) {
        return "a lognormal or gamma is positive, and so is low, its 2.5 % quantile";
    }
    const bool a_share = positive && spec.high <= 1.0 && spec.value < 1.0;
    if (spec.family == Family::beta && !a_share) {
        return "a beta lies between 0 and 1, and so does low, its 2.5 % quantile";
    }
    const bool inside = spec.low < spec.value && spec.value < spec.high;
    return detail::has_quantile_bounds(spec.family) && !inside ? "the mean is at a quantile" : "";
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
    : spec_(spec),
      spread_(detail::spread_of(spec)),
      valid_low_(valid_low),
      valid_high_(valid_high) {
    expects(impossible(spec).empty(), "the distribution can exist");
    if (detail::has_quantile_bounds(spec.family)) {
        u_low_ = detail::share_below(spec, spread_, valid_low);
        u_high_ = detail::share_below(spec, spread_, valid_high);
    }
}

double FittedDistribution::untruncated_quantile(double u) const {
    return detail::exact_quantile(spec_, spread_, u).value;
}

double FittedDistribution::quantile(double u) const {
    if (spec_.family == Family::fixed) {
        return spec_.value;
    }
    const double within = u_low_ + u * (u_high_ - u_low_);
    const detail::Estimate near = detail::fast_quantile(spec_, spread_, within);
    const std::optional<double> sure = surely_rounded_to_12_digits(near.value, near.error);
    const double value = sure ? *sure : rounded_to_12_digits(untruncated_quantile(within));
    return std::clamp(value, valid_low_, valid_high_);  // the last digit, at the very bound
}

double FittedDistribution::misfit() const {
    if (!detail::has_quantile_bounds(spec_.family)) {
        return 0.0;
    }
    return std::sqrt(detail::squared_misfit(spec_, spread_)) / (spec_.high - spec_.low);
}

}  // namespace cantiere
