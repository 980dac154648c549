#include "model/core/quantiles.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/core/columns.h"
#include "model/core/contracts.h"
#include "model/core/instruction_set.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

/// Values of u from one end of the draws' grid to the other.
std::vector<double> grid() {
    std::vector<double> list;
    for (double step = 0.5; step < 0x1p31; step *= 3.0) {
        list.push_back(step * 0x1p-32);
        list.push_back(1.0 - step * 0x1p-32);
    }
    for (double u = 0.003; u < 1.0; u += 0.0113) {
        list.push_back(u);
    }
    return list;
}

using Chance = long double (*)(std::int64_t, long double, long double);

long double poisson_chance(std::int64_t k, long double mean, long double) {
    const auto count = static_cast<long double>(k);
    return std::exp(count * std::log(mean) - mean - std::lgamma(count + 1.0L));
}

long double binomial_chance(std::int64_t k, long double trials, long double p) {
    const auto count = static_cast<long double>(k);
    const long double ways =
        std::lgamma(trials + 1.0L) - std::lgamma(count + 1.0L) - std::lgamma(trials - count + 1.0L);
    return std::exp(ways + count * std::log(p) + (trials - count) * std::log1p(-p));
}

/// Checks that k is the least count whose distribution function reaches u.
void check_least(double u, std::int64_t k, Chance chance, long double a, long double b) {
    long double below = 0.0L;
    for (std::int64_t i = 0; i < k; ++i) {
        below += chance(i, a, b);
    }
    constexpr long double tolerance = 1e-12L;
    INFO("u " << u << " k " << k << " parameters " << static_cast<double>(a) << " "
              << static_cast<double>(b));
    CHECK(below < u + tolerance);
    CHECK(below + chance(k, a, b) >= u - tolerance);
}

TEST_CASE("a Poisson quantile is the least count that reaches u") {
    for (const double mean : {1e-9, 0.01, 0.7, 5.0, 64.0, 250.0, 256.0, 256.1, 500.0, 2000.0}) {
        for (const double u : grid()) {
            check_least(u, poisson_quantile(mean, u), poisson_chance, mean, 0.0L);
        }
    }
    for (const double u : grid()) {
        CHECK(poisson_quantile(0.0, u) == 0);
    }
}

TEST_CASE("a binomial quantile is the least count that reaches u") {
    for (const std::int64_t n : {1, 7, 100, 511, 513, 1500}) {
        for (const double p : {1e-6, 0.02, 0.3, 0.5, 0.50001, 0.9, 0.9999}) {
            for (const double u : grid()) {
                const std::int64_t k = binomial_quantile(n, Probability{p}, u);
                REQUIRE((k >= 0 && k <= n));
                check_least(u, k, binomial_chance, static_cast<long double>(n), p);
            }
        }
    }
    CHECK(binomial_quantile(0, Probability{0.4}, 0.99) == 0);
    CHECK(binomial_quantile(9, Probability{0.0}, 0.99) == 0);
    CHECK(binomial_quantile(9, Probability{1.0}, 0.01) == 9);
}

TEST_CASE("a geometric quantile is the least count that reaches u") {
    for (const double mean : {1e-6, 0.5, 2.0, 700.0}) {
        const double ratio = mean / (1.0 + mean);
        for (const double u : grid()) {
            const auto k = static_cast<double>(geometric_quantile(mean, u));
            CHECK(1.0 - std::pow(ratio, k) < u + 1e-12);
            CHECK(1.0 - std::pow(ratio, k + 1.0) >= u - 1e-12);
        }
    }
    CHECK(geometric_quantile(0.0, 0.999) == 0);
}

TEST_CASE("more mean, trials or chance never give fewer") {
    for (const double u : grid()) {
        std::int64_t poisson = 0;
        std::int64_t geometric = 0;
        for (double mean = 0.0; mean < 520.0; mean += 0.37 + mean / 200.0) {
            const std::int64_t more_poisson = poisson_quantile(mean, u);
            const std::int64_t more_geometric = geometric_quantile(mean, u);
            REQUIRE(more_poisson >= poisson);
            REQUIRE(more_geometric >= geometric);
            poisson = more_poisson;
            geometric = more_geometric;
        }
        std::int64_t successes = 0;
        for (std::int64_t n = 0; n < 600; n += 7) {
            const std::int64_t more = binomial_quantile(n, Probability{0.45}, u);
            REQUIRE(more >= successes);
            successes = more;
        }
        successes = 0;
        for (int step = 0; step <= 200; ++step) {
            const std::int64_t more = binomial_quantile(90, Probability{step / 200.0}, u);
            REQUIRE(more >= successes);
            successes = more;
        }
    }
}

TEST_CASE("counts stay monotone where the method changes") {
    for (const double u : grid()) {
        std::int64_t before = 0;
        for (double mean = 255.9; mean < 256.1; mean += 0.001) {
            const std::int64_t now = poisson_quantile(mean, u);
            REQUIRE(now >= before);
            before = now;
        }
        REQUIRE(binomial_quantile(700, Probability{0.5}, u) <=
                binomial_quantile(700, Probability{0.5000001}, u));
    }
}

TEST_CASE("great Poisson means keep their quantiles") {
    // Cornish-Fisher to the second order: mean + z root + (z^2 - 1) / 6, within a count or so.
    for (const double mean : {1e4, 1e6, 1e8}) {
        for (const double u : {1e-4, 0.2, 0.5, 0.97, 1.0 - 1e-7}) {
            const double z = normal_quantile(u);
            const double expected = mean + z * std::sqrt(mean) + (z * z - 1.0) / 6.0;
            CHECK(std::abs(static_cast<double>(poisson_quantile(mean, u)) - expected) < 1.5);
        }
    }
}

TEST_CASE("the normal quantile inverts the normal distribution function") {
    for (const double u : grid()) {
        const double tail = u < 0.5 ? u : 1.0 - u;
        const double z = normal_quantile(tail);
        const long double back = 0.5L * std::erfc(-static_cast<long double>(z) / std::sqrt(2.0L));
        CHECK(static_cast<double>(back) == Approx(tail).epsilon(1e-13));
        CHECK(normal_quantile(1.0 - tail) == Approx(-z).epsilon(1e-9));
    }
    CHECK(normal_quantile(0.5) == 0.0);
    CHECK(normal_quantile(0.975) == Approx(1.959963984540054).epsilon(1e-15));
    CHECK(normal_quantile(1e-30) == Approx(-11.464024688456).epsilon(1e-11));
}

TEST_CASE("normal quantiles of many are those of each, for any instructions and number") {
    const std::vector<double> all = grid();
    for (const InstructionSet set : members<InstructionSet>()) {
        if (!is_supported(set)) continue;
        for (std::size_t size = 0; size <= all.size(); ++size) {
            std::vector<double> quantiles(size + 1, -9.0);
            fill_normal_quantiles(quantiles, std::span(all).first(size), set);
            for (std::size_t i = 0; i < size; ++i) {
                REQUIRE(quantiles[i] == normal_quantile(all[i]));
            }
            REQUIRE(quantiles.back() == -9.0);
        }
    }
}

TEST_CASE("quantiles of impossible arguments break the contract") {
    CHECK_THROWS_AS(poisson_quantile(-0.1, 0.5), ContractViolation);
    CHECK_THROWS_AS(poisson_quantile(std::nan(""), 0.5), ContractViolation);
    CHECK_THROWS_AS(poisson_quantile(1.0, 1.0), ContractViolation);
    CHECK_THROWS_AS(geometric_quantile(-0.1, 0.5), ContractViolation);
    CHECK_THROWS_AS(geometric_quantile(1.0, 0.0), ContractViolation);
    CHECK_THROWS_AS(binomial_quantile(-1, Probability{0.5}, 0.5), ContractViolation);
    CHECK_THROWS_AS(binomial_quantile(1, Probability{0.5}, 1.5), ContractViolation);
    CHECK_THROWS_AS(normal_quantile(0.0), ContractViolation);
}

}  // namespace
}  // namespace cantiere
