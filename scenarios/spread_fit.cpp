#include "scenarios/spread_fit.h"

#include <algorithm>
#include <array>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "scenarios/rounding.h"

namespace cantiere::detail {
namespace {

constexpr double tail = 0.025;
constexpr double normal_975 = 1.959963984540054;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int steps = 24;
constexpr std::size_t points = steps + 1;

/// The spreads among which a fit looks, by their logarithms.
struct Grid {
    double first, step;

    Grid(double least, double most)
        : first(std::log(least)), step((std::log(most) - first) / steps) {}

    double at(int i) const { return first + i * step; }
};

Estimate misfit_of(const DistributionSpec& spec, Estimate low, Estimate high) {
    const double below = low.value - spec.low;
    const double above = high.value - spec.high;
    const double misfit = below * below + above * above;
    if (low.error == 0.0 && high.error == 0.0) {
        return {misfit, 0.0};
    }
    const double error = (2.0 * std::abs(below) + low.error) * low.error +
                         (2.0 * std::abs(above) + high.error) * high.error + 1e-15 * misfit;
    return {misfit, error};
}

Estimate misfit_at(const DistributionSpec& spec, double spread, Quantile quantile) {
    return misfit_of(spec, quantile(spec, spread, tail), quantile(spec, spread, 1.0 - tail));
}

/// The quantiles of gammas of mean 1 over a grid, which all gammas share but for their scale.
class GammaGrid {
  public:
    explicit GammaGrid(const Grid& grid) {
        for (int i = 0; i <= steps; ++i) {
            const double variation = std::exp(grid.at(i));
            const double shape = 1.0 / (variation * variation);
            const DistributionSpec of_scale_1{Family::gamma, shape, 0.0, 0.0};
            points_[static_cast<std::size_t>(i)] = {
                shape,
                exact_quantile(of_scale_1, variation, tail).value,
                exact_quantile(of_scale_1, variation, 1.0 - tail).value};
        }
    }

    Estimate misfit(const DistributionSpec& spec, std::size_t i) const {
        const double scale = spec.value / points_[i].shape;
        return misfit_of(spec, {points_[i].low * scale, 0.0}, {points_[i].high * scale, 0.0});
    }

  private:
    struct Point {
        double shape, low, high;
    };
    std::array<Point, points> points_{};
};

std::array<Estimate, points> misfits_of_gamma(const DistributionSpec& spec, const Grid& grid) {
    static const GammaGrid of_all(grid);  // every gamma's grid is the same
    std::array<Estimate, points> misfits;
    for (std::size_t i = 0; i < points; ++i) {
        misfits[i] = of_all.misfit(spec, i);
    }
    return misfits;
}

/// Returns the misfit, or infinity once one of the two quantiles alone is further off than `best`.
Estimate misfit_unless_above(const DistributionSpec& spec,
                             double spread,
                             Quantile quantile,
                             Estimate best) {
    const bool high_first = spec.high - spec.value > spec.value - spec.low;
    const Estimate first = quantile(spec, spread, high_first ? 1.0 - tail : tail);
    const double off = std::abs(first.value - (high_first ? spec.high : spec.low)) - first.error;
    if (off > 0.0 && 0.999 * off * off > best.value + best.error) {
        return {infinity, 0.0};
    }
    const Estimate second = quantile(spec, spread, high_first ? tail : 1.0 - tail);
    return high_first ? misfit_of(spec, second, first) : misfit_of(spec, first, second);
}

/// Guesses the best point of a grid: the variance of a beta is nearly that of the normal whose
/// quantiles are these.
std::size_t guess(const DistributionSpec& spec, const Grid& grid) {
    const double sd = (spec.high - spec.low) / (2.0 * normal_975);
    const double weight = spec.value * (1.0 - spec.value) / (sd * sd) - 1.0;
    const double place = (std::log(std::max(weight, 1.0)) - grid.first) / grid.step;
    return static_cast<std::size_t>(std::clamp(std::round(place), 0.0, double{steps}));
}

std::array<Estimate, points> misfits_over(const Grid& grid,
                                          const DistributionSpec& spec,
                                          Quantile quantile) {
    if (spec.family == Family::gamma) {
        return misfits_of_gamma(spec, grid);
    }
    std::array<Estimate, points> misfits;
    const std::size_t guessed = guess(spec, grid);
    Estimate best = misfit_at(spec, std::exp(grid.at(static_cast<int>(guessed))), quantile);
    misfits[guessed] = best;
    for (std::size_t i = 0; i < points; ++i) {
        if (i == guessed) continue;
        const double spread = std::exp(grid.at(static_cast<int>(i)));
        misfits[i] = misfit_unless_above(spec, spread, quantile, best);
        best = misfits[i].value < best.value ? misfits[i] : best;
    }
    return misfits;
}

bool is_unsure(double difference, double error) {
    return error != 0.0 && !(std::abs(difference) > error);
}

/// Finds the least of the misfits, the first of equal ones; nothing where errors hide which it is.
std::optional<int> least_of(const std::array<Estimate, points>& misfits) {
    const auto* const least = std::ranges::min_element(misfits, {}, &Estimate::value);
    for (const Estimate& other : misfits) {
        const bool is_other = &other != &*least;
        if (is_other && is_unsure(other.value - least->value, other.error + least->error)) {
            return std::nullopt;
        }
    }
    return static_cast<int>(least - misfits.begin());
}

/// Least squares over the logarithm of the spread: a grid finds the valley, the root of the slope
/// its bottom; rounded so that the last digits of the system's functions do not show. Nothing where
/// the errors of the quantiles could show.
class SpreadFit {
  public:
    SpreadFit(const DistributionSpec& spec, Grid grid, Quantile quantile)
        : spec_(spec), grid_(grid), quantile_(quantile) {}

    std::optional<double> spread() const {
        const std::optional<int> best = least_of(misfits_over(grid_, spec_, quantile_));
        if (!best) {
            return std::nullopt;
        }
        const double middle = grid_.at(*best);
        const Estimate below = slope(middle - grid_.step, quantile_);
        const Estimate above = slope(middle + grid_.step, quantile_);
        if (is_unsure(below.value, below.error) || is_unsure(above.value, above.error)) {
            return std::nullopt;
        }
        const bool has_root = below.value < 0.0 && above.value > 0.0;
        if (!has_root) {
            return rounded_to_9_digits(std::exp(middle));
        }
        const double root = root_between(middle - grid_.step, middle + grid_.step, below, above);
        return below.error + above.error > 0.0 ? surely_rounded(root)
                                               : rounded_to_9_digits(std::exp(root));
    }

  private:
    Estimate slope(double x, Quantile quantile) const {
        constexpr double h = 1e-3;
        const Estimate right = misfit_at(spec_, std::exp(x + h), quantile);
        const Estimate left = misfit_at(spec_, std::exp(x - h), quantile);
        return {right.value - left.value, right.error + left.error};
    }

    bool has_root_around(double x, double distance, Quantile quantile) const {
        const Estimate below = slope(x - distance, quantile);
        const Estimate above = slope(x + distance, quantile);
        return below.value < -below.error && above.value > above.error;
    }

    double root_between(double left, double right, Estimate at_left, Estimate at_right) const {
        std::uintmax_t evaluations = 60;
        const auto [below, above] = boost::math::tools::toms748_solve(
            [this](double x) { return slope(x, quantile_).value; },
            left,
            right,
            at_left.value,
            at_right.value,
            boost::math::tools::eps_tolerance<double>(40),
            evaluations);
        return 0.5 * (below + above);
    }

    /// The exact slope has its root, too, where this one has clear signs at both sides of it, or
    /// the exact one itself; all spreads between round alike, with what the search leaves open.
    std::optional<double> surely_rounded(double root) const {
        const double left_open = 4e-12 * (1.0 + std::abs(root));
        const double spread = std::exp(root);
        for (const double around : {2e-10, 4e-11, 8e-12}) {
            const auto rounded = surely_rounded_to_9_digits(spread, spread * (around + left_open));
            if (!rounded) {
                continue;
            }
            const bool has_root = has_root_around(root, around, quantile_) ||
                                  has_root_around(root, around, exact_quantile);
            return has_root ? rounded : std::nullopt;
        }
        return std::nullopt;
    }

    const DistributionSpec& spec_;
    Grid grid_;
    Quantile quantile_;
};

Grid grid_of(Family family) {
    return family == Family::lognormal ? Grid(1e-4, 2.0)
           : family == Family::gamma   ? Grid(1e-4, 3.0)
                                       : Grid(0.3, 1e7);
}

}  // namespace

bool has_quantile_bounds(Family family) {
    return family == Family::normal || family == Family::lognormal || family == Family::gamma ||
           family == Family::beta;
}

double squared_misfit(const DistributionSpec& spec, double spread) {
    return misfit_at(spec, spread, exact_quantile).value;
}

std::optional<double> fitted_spread(const DistributionSpec& spec, Quantile quantile) {
    return SpreadFit(spec, grid_of(spec.family), quantile).spread();
}

double spread_of(const DistributionSpec& spec) {
    if (spec.family == Family::normal) {
        return (spec.high - spec.low) / (2.0 * normal_975);
    }
    if (!has_quantile_bounds(spec.family)) {
        return 0.0;
    }
    const std::optional<double> fast = fitted_spread(spec, fast_quantile);
    return fast ? *fast : *fitted_spread(spec, exact_quantile);
}

}  // namespace cantiere::detail
