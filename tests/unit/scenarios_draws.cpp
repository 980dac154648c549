#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <optional>
#include <vector>

#include "scenarios/distribution.h"
#include "scenarios/price_index.h"
#include "scenarios/quantiles.h"
#include "scenarios/rounding.h"
#include "scenarios/sampling.h"
#include "scenarios/spread_fit.h"
#include "scenarios/study.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Mean of a distribution by its quantiles at the middle of many equal strata.
double mean_of(const FittedDistribution& distribution) {
    constexpr int strata = 20000;
    double sum = 0.0;
    for (int i = 0; i < strata; ++i) {
        sum += distribution.quantile((i + 0.5) / strata);
    }
    return sum / strata;
}

/// Gammas, betas and perts, narrow and wide, with small and great shapes.
const std::vector<DistributionSpec>& uneven_distributions() {
    static const std::vector<DistributionSpec> all{{Family::gamma, 26.0, 14.9, 40.2},
                                                   {Family::gamma, 0.003, 0.0001, 0.02},
                                                   {Family::gamma, 1200.0, 1190.0, 1211.0},
                                                   {Family::beta, 0.4, 0.2, 0.62},
                                                   {Family::beta, 0.02, 0.001, 0.09},
                                                   {Family::beta, 0.97, 0.4, 0.999},
                                                   {Family::beta, 0.5, 0.495, 0.505},
                                                   {Family::pert, 3.0, 1.0, 11.0},
                                                   {Family::pert, 0.1, -2.0, 2.0}};
    return all;
}

}  // namespace

TEST_CASE("Each stratum of a Latin hypercube holds exactly one draw") {
    std::vector<double> uniforms = latin_hypercube(7, "internship.slots", 100);
    std::sort(uniforms.begin(), uniforms.end());
    for (std::size_t i = 0; i < uniforms.size(); ++i) {
        REQUIRE(std::floor(uniforms[i] * 100.0) == static_cast<double>(i));
    }
}

TEST_CASE("Draws depend on seed, name, number and block, and on nothing else") {
    const auto draws = latin_hypercube(7, "a", 50);
    REQUIRE(draws == latin_hypercube(7, "a", 50));
    REQUIRE(draws != latin_hypercube(8, "a", 50));
    REQUIRE(draws != latin_hypercube(7, "b", 50));
    REQUIRE(draws != latin_hypercube(7, "a", 50, 1));
    REQUIRE(latin_hypercube(7, "a", 51)[0] != draws[0]);
}

TEST_CASE("Draws of two parameters are not correlated") {
    const auto a = latin_hypercube(7, "a", 2000);
    const auto b = latin_hypercube(7, "b", 2000);
    double product = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += (a[i] - 0.5) * (b[i] - 0.5);
    }
    REQUIRE(std::abs(product / 2000.0 * 12.0) < 0.09);  // four standard errors
}

TEST_CASE("A normal has the stated mean and quantiles") {
    const FittedDistribution normal({Family::normal, 10.0, 6.0, 14.0}, -infinity, infinity);
    REQUIRE(normal.quantile(0.5) == Approx(10.0));
    REQUIRE(normal.quantile(0.025) == Approx(6.0).epsilon(1e-9));
    REQUIRE(normal.quantile(0.975) == Approx(14.0).epsilon(1e-9));
}

TEST_CASE("A lognormal, a gamma and a beta keep their mean and give back their own quantiles") {
    // Quantiles of lognormal(mean 26, sd of logarithm .15), gamma(shape 16, mean 26), beta(8, 12).
    const double log_mean = std::log(26.0) - 0.5 * 0.15 * 0.15;
    const DistributionSpec lognormal{Family::lognormal,
                                     26.0,
                                     std::exp(log_mean - 1.959963985 * 0.15),
                                     std::exp(log_mean + 1.959963985 * 0.15)};
    const DistributionSpec gamma{Family::gamma, 26.0, 14.8611, 40.2030};
    const DistributionSpec beta{Family::beta, 0.4, 0.2025, 0.6164};
    for (const DistributionSpec& spec : {lognormal, gamma, beta}) {
        const FittedDistribution fitted(spec, 0.0, spec.family == Family::beta ? 1.0 : 1e6);
        INFO(name(spec.family));
        CHECK(mean_of(fitted) == Approx(spec.value).epsilon(2e-3));
        CHECK(fitted.untruncated_quantile(0.025) == Approx(spec.low).epsilon(0.01));
        CHECK(fitted.untruncated_quantile(0.975) == Approx(spec.high).epsilon(0.01));
        CHECK(fitted.misfit() < 0.02);
    }
}

TEST_CASE("A pert has its mode and bounds, a triangular too, a uniform its bounds") {
    const FittedDistribution pert({Family::pert, 3.0, 1.0, 11.0}, 0.0, 100.0);
    REQUIRE(mean_of(pert) == Approx((1.0 + 4.0 * 3.0 + 11.0) / 6.0).epsilon(1e-3));
    const FittedDistribution triangular({Family::triangular, 3.0, 1.0, 11.0}, 0.0, 100.0);
    REQUIRE(mean_of(triangular) == Approx((1.0 + 3.0 + 11.0) / 3.0).epsilon(1e-3));
    const FittedDistribution uniform({Family::uniform, 3.0, 1.0, 11.0}, 0.0, 100.0);
    REQUIRE(uniform.quantile(0.25) == Approx(3.5));
    REQUIRE(pert.quantile(1e-12) >= 1.0);
    REQUIRE(pert.quantile(1.0 - 1e-12) <= 11.0);
}

TEST_CASE("A distribution is truncated to the range of its key, not heaped on its bounds") {
    const FittedDistribution normal({Family::normal, 0.1, 0.0, 0.2}, 0.0, 1.0);
    REQUIRE(normal.quantile(1e-9) >= 0.0);
    REQUIRE(normal.quantile(0.01) > normal.quantile(0.005));
    REQUIRE(normal.quantile(0.005) > 0.0);
}

TEST_CASE("A fit that cannot reach its quantiles says how far it is") {
    const FittedDistribution skewed({Family::normal, 1.0, 0.9, 11.0}, -infinity, infinity);
    REQUIRE(skewed.misfit() > 0.25);
}

TEST_CASE("Impossible distributions are refused with their reason") {
    const std::string no_share = "a beta lies between 0 and 1, and so does low, its 2.5 % quantile";
    const std::string not_positive =
        "a lognormal or gamma is positive, and so is low, its 2.5 % quantile";
    REQUIRE(impossible({Family::beta, 0.5, 0.2, 1.4}) == no_share);
    REQUIRE(impossible({Family::beta, 0.2, 0.0, 0.5}) == no_share);
    REQUIRE(impossible({Family::gamma, 0.0, -1.0, 1.0}) == not_positive);
    REQUIRE(impossible({Family::lognormal, 2.0, 0.0, 5.0}) == not_positive);
    REQUIRE(impossible({Family::lognormal, 2.0, 0.1, 5.0}).empty());
    REQUIRE(impossible({Family::uniform, 1.0, 1.0, 1.0}) == "low is not below high");
    REQUIRE(impossible({Family::uniform, 3.0, 1.0, 2.0}) == "value is not between low and high");
    REQUIRE(impossible({Family::fixed, 3.0, 0.0, 0.0}).empty());
}

TEST_CASE("Fast quantiles are as near to the exact ones as they say") {
    for (const DistributionSpec& spec : uneven_distributions()) {
        const double spread = detail::spread_of(spec);
        INFO(name(spec.family) << " " << spec.value);
        for (const double u : {1e-9, 2e-6, 0.01, 0.2, 0.5, 0.77, 0.99, 0.99999}) {
            const detail::Estimate fast = detail::fast_quantile(spec, spread, u);
            const detail::Estimate exact = detail::exact_quantile(spec, spread, u);
            CHECK(std::abs(fast.value - exact.value) <= fast.error);
            CHECK(exact.error == 0.0);
        }
    }
}

TEST_CASE("Draws are the exact quantiles, rounded") {
    for (const DistributionSpec& spec : uneven_distributions()) {
        const FittedDistribution fitted(spec, -1e300, 1e300);
        INFO(name(spec.family) << " " << spec.value);
        for (int i = 0; i < 500; ++i) {
            const double u = (i + 0.5) / 500.0;
            CHECK(fitted.quantile(u) == rounded_to_12_digits(fitted.untruncated_quantile(u)));
        }
    }
}

TEST_CASE("A fit by fast quantiles is the exact one, or says that it is not sure") {
    int sure = 0;
    for (const DistributionSpec& spec : uneven_distributions()) {
        if (!detail::has_quantile_bounds(spec.family)) continue;
        const std::optional<double> fast = detail::fitted_spread(spec, detail::fast_quantile);
        const std::optional<double> exact = detail::fitted_spread(spec, detail::exact_quantile);
        REQUIRE(exact.has_value());
        CHECK(detail::spread_of(spec) == *exact);
        if (fast) CHECK(*fast == *exact);
        sure += fast ? 1 : 0;
    }
    CHECK(sure >= 4);
}

TEST_CASE("A number with an error is rounded where all numbers within it round alike") {
    REQUIRE(surely_rounded_to_12_digits(1.0 / 3.0, 1e-15) == 0.333333333333);
    REQUIRE(surely_rounded_to_9_digits(-2e10 / 3.0, 1.0) == -6.66666667e9);
    REQUIRE_FALSE(surely_rounded_to_12_digits(1.0 / 3.0, 2e-13));    // .3333333333335 is within
    REQUIRE_FALSE(surely_rounded_to_9_digits(1.000000005, 1e-15));   // the middle
    REQUIRE_FALSE(surely_rounded_to_12_digits(1.0 + 1e-13, 2e-13));  // finer digits below 1
    REQUIRE_FALSE(surely_rounded_to_12_digits(std::nan(""), 0.0));
    REQUIRE(surely_rounded_to_12_digits(1.0 - 1e-15, 0.0) == 1.0);
}

TEST_CASE("Rounding by powers of ten is rounding of the text") {
    for (int i = 0; i < 2000; ++i) {
        const double value = (i % 2 == 0 ? 1.0 : -1.0) * std::exp(-60.0 + 0.0637 * i);
        char text[40];
        std::snprintf(text, sizeof text, "%.11e", value);
        CHECK(rounded_to_12_digits(value) == std::strtod(text, nullptr));
        std::snprintf(text, sizeof text, "%.8e", value);
        CHECK(rounded_to_9_digits(value) == std::strtod(text, nullptr));
    }
}

TEST_CASE("Numbers are rounded to the nearest of 12 significant digits") {
    REQUIRE(rounded_to_12_digits(1.0 / 3.0) == 0.333333333333);
    REQUIRE(rounded_to_12_digits(123456789012345.0) == 123456789012000.0);
    REQUIRE(rounded_to_12_digits(-0.0) == 0.0);
}

TEST_CASE("Prices between two points of the index grow geometrically") {
    const PriceIndex index({{2004, 0.5}, {2024, 2.0}});
    REQUIRE(*index.factor(2014, 2024) == Approx(2.0));
    REQUIRE(*index.factor(2024, 2004) == Approx(0.25));
    REQUIRE(*index.factor(2009, 2014) == Approx(std::sqrt(2.0)));
    REQUIRE(index.factor(2014, 2014) == 1.0);
    REQUIRE_FALSE(index.factor(2003, 2024));
    REQUIRE_FALSE(index.factor(2004, 2025));
}

TEST_CASE("The Green Book's discount factors fall at falling rates") {
    Evaluation evaluation;
    evaluation.discount = Discount::green_book;
    const std::vector<double> factors = scheduled_discount_factors(evaluation, 12 * 126);
    // HM Treasury's table 6.1, recomputed.
    const std::vector<std::pair<std::size_t, double>> published{{0, 1.0},
                                                                {1, 0.9661835748792271},
                                                                {10, 0.7089188137097722},
                                                                {30, 0.3562784106023024},
                                                                {31, 0.34590136951679845},
                                                                {75, 0.09421377257669163},
                                                                {76, 0.09191587568457721},
                                                                {125, 0.027410763016195154}};
    for (const auto& [year, factor] : published) {
        CHECK(factors[12 * year] == Approx(factor).epsilon(1e-11));
    }
    evaluation.discount = Discount::constant_rate;
    REQUIRE(scheduled_discount_factors(evaluation, 12).empty());
}
