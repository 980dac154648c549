#include "model/core/quantiles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

#include "model/core/contracts.h"
#include "model/core/elementary_algorithms.h"
#include "model/core/normal_centre_kernel.h"
#include "model/core/rows.h"

namespace cantiere {

namespace {

using Coefficients = std::array<double, 8>;

/// Evaluates a polynomial, constant term first.
double polynomial(const Coefficients& coefficients, double x) {
    double sum = 0.0;
    for (std::size_t i = coefficients.size(); i-- > 0;) {
        sum = sum * x + coefficients[i];
    }
    return sum;
}

constexpr Coefficients tail_top = {1.42343711074968357734e0,
                                   4.63033784615654529590e0,
                                   5.76949722146069140550e0,
                                   3.64784832476320460504e0,
                                   1.27045825245236838258e0,
                                   2.41780725177450611770e-1,
                                   2.27238449892691845833e-2,
                                   7.74545014278341407640e-4};
constexpr Coefficients tail_bottom = {1.0,
                                      2.05319162663775882187e0,
                                      1.67638483018380384940e0,
                                      6.89767334985100004550e-1,
                                      1.48103976427480074590e-1,
                                      1.51986665636164571966e-2,
                                      5.47593808499534494600e-4,
                                      1.05075007164441684324e-9};

constexpr Coefficients far_tail_top = {6.65790464350110377720e0,
                                       5.46378491116411436990e0,
                                       1.78482653991729133580e0,
                                       2.96560571828504891230e-1,
                                       2.65321895265761230930e-2,
                                       1.24266094738807843860e-3,
                                       2.71155556874348757815e-5,
                                       2.01033439929228813265e-7};
constexpr Coefficients far_tail_bottom = {1.0,
                                          5.99832206555887937690e-1,
                                          1.36929880922735805310e-1,
                                          1.48753612908506148525e-2,
                                          7.86869131145613259100e-4,
                                          1.84631831751005468180e-5,
                                          1.42151175831644588870e-7,
                                          2.04426310338993978564e-15};

constexpr double centre_reach = 0.425;

detail::CentreFill centre_fill_of(InstructionSet set) {
    expects(is_supported(set), "the processor has the instructions asked for");
    if (set == InstructionSet::avx512) return detail::fill_centre_avx512;
    if (set == InstructionSet::avx2) return detail::fill_centre_avx2;
    return detail::fill_centre_portable;
}

/// Returns the size of the normal quantile of a chance below 1/2 - `centre_reach` as a function of
/// r = sqrt(-log chance), up to the r given.
constexpr double near_tail_ends = 5.0;
double near_tail_size(double r) {
    return polynomial(tail_top, r - 1.6) / polynomial(tail_bottom, r - 1.6);
}
double far_tail_size(double r) {
    return polynomial(far_tail_top, r - near_tail_ends) /
           polynomial(far_tail_bottom, r - near_tail_ends);
}

bool is_central(double u) { return std::abs(u - 0.5) <= centre_reach; }

/// Quantiles far from the centre, computed side by side, step by step.
class TailQuantiles {
  public:
    /// Adds those of u[begin] to before u[end], a block, that are far from the centre.
    void gather(std::span<const double> u, std::size_t begin, std::size_t end) {
        count_ = 0;
        for (std::size_t i = begin; i < end; ++i) {
            places_[count_] = static_cast<std::uint32_t>(i);
            chances_[count_] = std::min(u[i], 1.0 - u[i]);
            count_ += is_central(u[i]) ? 0u : 1u;
        }
    }

    /// Computes their quantiles and puts each where it belongs.
    void fill(std::span<double> to, std::span<const double> u) {
        for (std::size_t k = 0; k < count_; ++k) roots_[k] = -detail::log_of(chances_[k]);
        for (std::size_t k = 0; k < count_; ++k) roots_[k] = std::sqrt(roots_[k]);
        for (std::size_t k = 0; k < count_; ++k) sizes_[k] = near_tail_size(roots_[k]);
        for (std::size_t k = 0; k < count_; ++k) {
            const double centred = u[places_[k]] - 0.5;
            const bool far = roots_[k] > near_tail_ends;
            to[places_[k]] = std::copysign(far ? far_tail_size(roots_[k]) : sizes_[k], centred);
        }
    }

  private:
    using Values = std::array<double, rows_per_block>;
    Values chances_{}, roots_{}, sizes_{};
    std::array<std::uint32_t, rows_per_block> places_{};
    std::size_t count_ = 0;
};

/// Returns log(k!) - log(sqrt(2 pi k) (k/e)^k), the error of Stirling's formula, for k >= 1
/// (series in 1/k from k = 16; Loader 2000, "Fast and accurate computation of binomials").
double stirling_error(double k) {
    constexpr double series_start = 16.0;
    double shifts = 0.0;
    // Below the range of the series: delta(k) = delta(k+1) + (k + 1/2) log(1 + 1/k) - 1.
    for (; k < series_start; k += 1.0) {
        shifts += (k + 0.5) * log1p(1.0 / k) - 1.0;
    }
    const double square = k * k;
    const double series =
        (1.0 / 12.0 -
         (1.0 / 360.0 -
          (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / (1188.0 * square)) / square) / square) /
             square) /
        k;
    return series + shifts;
}

/// Returns k log(k / mean) + mean - k without cancellation near k = mean (Loader's deviance).
double deviance(double k, double mean) {
    const double gap = k - mean;
    const double ratio = gap / (k + mean);
    if (std::abs(ratio) > 0.1) {
        return k * log(k / mean) + mean - k;
    }
    double sum = gap * ratio;
    double power = 2.0 * k * ratio;
    const double square = ratio * ratio;
    for (double odd = 3.0; odd < 41.0; odd += 2.0) {
        power *= square;
        sum += power / odd;
    }
    return sum;
}

/// Returns the chance of k events of a Poisson mean, for k >= 1 (Loader 2000).
double poisson_chance(double k, double mean) {
    return exp(-stirling_error(k) - deviance(k, mean)) / std::sqrt(2.0 * std::numbers::pi * k);
}

/// Returns the chance of k successes in n trials, for 1 <= k < n and 0 < p < 1 (Loader 2000).
double binomial_chance(double k, double n, double p) {
    const double exponent = stirling_error(n) - stirling_error(k) - stirling_error(n - k) -
                            deviance(k, n * p) - deviance(n - k, n * (1.0 - p));
    return exp(exponent) * std::sqrt(n / (2.0 * std::numbers::pi * k * (n - k)));
}

/// Means up to here start at zero events, where exp(-mean) is still far from underflow.
constexpr double greatest_mean_from_zero = 256.0;

/// Returns where to start summing chances of a great mean: twelve roots below it, under which a
/// Poisson or binomial count has chance below exp(-72), far below the least u.
double first_count(double mean) {
    return static_cast<double>(static_cast<std::int64_t>(mean - 12.0 * std::sqrt(mean)));
}

/// Sums chances from `count`, whose chance is `chance`, until they reach u; `ratio(k)` is the
/// chance of k + 1 over that of k. Returns the count reached, `greatest` at most.
template <class Ratio>
std::int64_t sum_until(double u, double count, double chance, double greatest, Ratio ratio) {
    double sum = chance;
    while (sum < u && count < greatest && chance > 0.0) {
        chance *= ratio(count);
        count += 1.0;
        sum += chance;
    }
    return static_cast<std::int64_t>(count);
}

/// Returns the binomial quantile for 0 < p <= 1/2.
std::int64_t lower_binomial_quantile(double n, double p, double u) {
    const double odds = p / (1.0 - p);
    const auto ratio = [n, odds](double k) { return odds * (n - k) / (k + 1.0); };
    const double mean = n * p;
    if (mean <= greatest_mean_from_zero) {
        return sum_until(u, 0.0, exp(n * log1p(-p)), n, ratio);
    }
    const double start = first_count(mean);
    return sum_until(u, start, binomial_chance(start, n, p), n, ratio);
}

}  // namespace

double normal_quantile(double u) {
    expects(u > 0.0 && u < 1.0, "u is inside (0, 1)");
    if (is_central(u)) return detail::central_quantile(u - 0.5);
    const double root = std::sqrt(-log(std::min(u, 1.0 - u)));
    const double size = root > near_tail_ends ? far_tail_size(root) : near_tail_size(root);
    return std::copysign(size, u - 0.5);
}

void fill_normal_quantiles(std::span<double> to, std::span<const double> u, InstructionSet set) {
    expects(to.size() >= u.size(), "there is room for every quantile");
    const detail::CentreFill fill_centre = centre_fill_of(set);
    TailQuantiles tails;
    for_each_block(u.size(), [&](std::size_t begin, std::size_t end) {
        tails.gather(u, begin, end);
        fill_centre(to.data() + begin, u.data() + begin, end - begin);
        tails.fill(to, u);
    });
}

std::int64_t poisson_quantile(double mean, double u) {
    expects(mean >= 0.0 && mean < 1e15, "a Poisson mean is finite and not negative");
    expects(u > 0.0 && u < 1.0, "u is inside (0, 1)");
    constexpr double unbounded = std::numeric_limits<double>::infinity();
    const auto ratio = [mean](double k) { return mean / (k + 1.0); };
    if (mean <= greatest_mean_from_zero) {
        return sum_until(u, 0.0, exp(-mean), unbounded, ratio);
    }
    const double start = first_count(mean);
    return sum_until(u, start, poisson_chance(start, mean), unbounded, ratio);
}

std::int64_t geometric_quantile(double mean, double u) {
    expects(mean >= 0.0 && mean < 1e15, "a geometric mean is finite and not negative");
    expects(u > 0.0 && u < 1.0, "u is inside (0, 1)");
    if (mean == 0.0) {
        return 0;
    }
    // P(X >= k) = (mean / (1 + mean))^k.
    return static_cast<std::int64_t>(log1p(-u) / -log1p(1.0 / mean));
}

std::int64_t binomial_quantile(std::int64_t trials, Probability chance, double u) {
    expects(trials >= 0, "trials are not negative");
    expects(u > 0.0 && u < 1.0, "u is inside (0, 1)");
    const auto n = static_cast<double>(trials);
    const double p = chance.value();
    if (p == 0.0 || p == 1.0) {
        return p == 0.0 ? 0 : trials;
    }
    if (p <= 0.5) {
        return lower_binomial_quantile(n, p, u);
    }
    return trials - lower_binomial_quantile(n, 1.0 - p, 1.0 - u);
}

}  // namespace cantiere
