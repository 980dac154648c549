#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "model/core/elementary.h"
#include "model/core/lane_functions.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

constexpr float float_infinity = std::numeric_limits<float>::infinity();
constexpr double infinity = std::numeric_limits<double>::infinity();

// Evaluated by the compiler too: nothing in them asks for a library.
static_assert(exp(0.0) == 1.0 && exp(0.0f) == 1.0f);
static_assert(log(1.0) == 0.0 && log(1.0f) == 0.0f);
static_assert(logistic(0.0) == 0.5 && logistic(0.0f) == 0.5f);

/// Returns the distance of a float from the exact value in units in the last place.
double error_in_ulp(float computed, long double exact) {
    const auto nearest = static_cast<float>(exact);
    if (computed == nearest) {
        return 0.0;
    }
    int exponent = 0;
    std::frexp(nearest, &exponent);
    const long double ulp = std::ldexp(1.0L, std::max(exponent - 24, -149));
    return static_cast<double>(std::fabs(static_cast<long double>(computed) - exact) / ulp);
}

double relative_error(double computed, long double exact) {
    if (exact == 0.0L) {
        return computed == 0.0 ? 0.0 : infinity;
    }
    return static_cast<double>(std::fabs((static_cast<long double>(computed) - exact) / exact));
}

/// Returns the greatest value of `error` over evenly spaced points.
template <class F, class Error>
double worst(F low, F high, int points, Error error) {
    double greatest = 0.0;
    for (int i = 0; i <= points; ++i) {
        const double share = static_cast<double>(i) / points;
        const auto x = static_cast<F>(low + share * (static_cast<double>(high) - low));
        const double here = error(x);
        greatest = here <= greatest ? greatest : here;  // a NaN is kept and fails the check
    }
    return greatest;
}

constexpr int points = 400000;

TEST_CASE("float exp, log and logistic keep their stated errors") {
    const auto exp_error = [](float x) {
        return error_in_ulp(exp(x), std::exp(static_cast<long double>(x)));
    };
    CHECK(worst(-104.0f, 88.72f, points, exp_error) < 1.0);
    CHECK(worst(-1.0f, 1.0f, points, exp_error) < 1.0);
    const auto log_error = [](float x) {
        return error_in_ulp(log(x), std::log(static_cast<long double>(x)));
    };
    CHECK(worst(0.3f, 3.0f, points, log_error) < 1.0);
    CHECK(worst(1e-38f, 3e38f, points, log_error) < 1.0);
    CHECK(worst(1e-45f, 1e-38f, points, log_error) < 1.0);
    const auto logistic_error = [](float x) {
        return error_in_ulp(logistic(x), 1.0L / (1.0L + std::exp(-static_cast<long double>(x))));
    };
    CHECK(worst(-100.0f, 100.0f, points, logistic_error) < 2.5);
}

TEST_CASE("double exp, log and logistic keep their stated errors") {
    const auto exp_error = [](double x) {
        return relative_error(exp(x), std::exp(static_cast<long double>(x)));
    };
    CHECK(worst(-708.0, 709.7, points, exp_error) < 3e-16);
    CHECK(worst(-1.0, 1.0, points, exp_error) < 3e-16);
    const auto log_error = [](double x) {
        return relative_error(log(x), std::log(static_cast<long double>(x)));
    };
    CHECK(worst(0.3, 3.0, points, log_error) < 3e-16);
    CHECK(worst(1e-308, 1e308, points, log_error) < 3e-16);
    CHECK(worst(5e-324, 1e-308, points, log_error) < 3e-16);
    const auto logistic_error = [](double x) {
        return relative_error(logistic(x), 1.0L / (1.0L + std::exp(-static_cast<long double>(x))));
    };
    CHECK(worst(-700.0, 700.0, points, logistic_error) < 1e-15);
}

TEST_CASE("expm1 and log1p do not lose small numbers") {
    const auto expm1_error = [](double x) {
        return relative_error(expm1(x), std::expm1(static_cast<long double>(x)));
    };
    const auto log1p_error = [](double x) {
        return relative_error(log1p(x), std::log1p(static_cast<long double>(x)));
    };
    CHECK(worst(-30.0, 30.0, points, expm1_error) < 1e-15);
    CHECK(worst(-0.999, 10.0, points, log1p_error) < 1e-15);
    for (double x = 1e-300; x < 0.5; x *= 7.0) {
        CHECK(expm1_error(x) < 1e-15);
        CHECK(expm1_error(-x) < 1e-15);
        CHECK(log1p_error(x) < 1e-15);
        CHECK(log1p_error(-x) < 1e-15);
    }
    CHECK(expm1(-infinity) == -1.0);
    CHECK(expm1(infinity) == infinity);
    CHECK(log1p(-1.0) == -infinity);
    CHECK(log1p(infinity) == infinity);
    CHECK(std::isnan(log1p(-1.5)));
}

template <class F>
void check_ends(F greatest_argument, F least_argument) {
    constexpr F boundless = std::numeric_limits<F>::infinity();
    constexpr F nothing = std::numeric_limits<F>::quiet_NaN();
    CHECK(exp(-boundless) == F(0));
    CHECK(exp(boundless) == boundless);
    CHECK(std::isfinite(exp(greatest_argument)));
    CHECK(exp(greatest_argument + F(1)) == boundless);
    CHECK(exp(least_argument) > F(0));
    CHECK(exp(least_argument - F(1)) == F(0));
    CHECK(std::isnan(exp(nothing)));
    CHECK(log(F(0)) == -boundless);
    CHECK(log(-F(0)) == -boundless);
    CHECK(log(boundless) == boundless);
    CHECK(std::isnan(log(F(-1))));
    CHECK(std::isnan(log(-boundless)));
    CHECK(std::isnan(log(nothing)));
    CHECK(std::isnan(log(-nothing)));
    CHECK(logistic(boundless) == F(1));
    CHECK(logistic(-boundless) == F(0));
    CHECK(std::isnan(logistic(nothing)));
}

TEST_CASE("the elementary functions end where the range ends") {
    check_ends<float>(88.72f, -103.2f);
    check_ends<double>(709.78, -744.4);
}

/// Arguments of every size and both signs, and the special ones.
std::vector<float> arguments() {
    std::vector<float> list{0.0f, -0.0f, 1.0f, -1.0f, float_infinity, -float_infinity, 1e-45f};
    for (float x = -110.0f; x < 110.0f; x += 0.0137f) {
        list.push_back(x);
    }
    for (float x = 1e-42f; x < 1e37f; x *= 1.037f) {
        list.push_back(x);
        list.push_back(-x);
    }
    return list;
}

/// Checks that a function of lanes gives in each lane the bits of the same function of float.
template <int N, class Function>
void check_same_bits(Function function) {
    const std::vector<float> from = arguments();
    std::size_t differing = 0;
    for (std::size_t i = 0; i < from.size(); i += N) {
        const std::size_t count = std::min<std::size_t>(N, from.size() - i);
        std::array<float, static_cast<std::size_t>(N)> got{};
        function(Lanes<N>::load(&from[i], count, 1.0f)).store(got.data(), count);
        for (std::size_t lane = 0; lane < count; ++lane) {
            const float want = function(from[i + lane]);
            const bool both_nan = std::isnan(want) && std::isnan(got[lane]);
            const auto bits = std::bit_cast<std::uint32_t>(got[lane]);
            differing += !both_nan && bits != std::bit_cast<std::uint32_t>(want);
        }
    }
    CHECK(from.size() > 10000);
    CHECK(differing == 0);
}

TEMPLATE_TEST_CASE_SIG("lanes give the same bits as single floats", "", ((int N), N), 4, 8, 16) {
    check_same_bits<N>([](auto x) { return exp(x); });
    check_same_bits<N>([](auto x) { return log(x); });
    check_same_bits<N>([](auto x) { return logistic(x); });
    check_same_bits<N>([](auto x) { return x * 0.3f + 1.5f - x * x; });
}

TEST_CASE("lanes compare, select and clamp each on its own") {
    const std::array<float, 8> numbers{-3.0f, -1.0f, -0.5f, 0.0f, 0.25f, 1.0f, 2.0f, 9.0f};
    const Row8 row = Row8::load(numbers.data());
    const Row8 zero(0.0f);
    const Row8 one(1.0f);
    const auto inside = (row >= zero) & !(row > one);
    const Row8 chosen = select(inside, row, Row8(-7.0f));
    const Row8 level = clamp(row, zero, one);
    for (int lane = 0; lane < Row8::width; ++lane) {
        const float x = numbers[static_cast<std::size_t>(lane)];
        CHECK(inside[lane] == (x >= 0.0f && x <= 1.0f));
        CHECK(chosen[lane] == (x >= 0.0f && x <= 1.0f ? x : -7.0f));
        CHECK(level[lane] == std::clamp(x, 0.0f, 1.0f));
        CHECK(min(row, one)[lane] == std::min(x, 1.0f));
        CHECK(max(row, one)[lane] == std::max(x, 1.0f));
        CHECK(((row < zero) | (row == zero))[lane] == (x <= 0.0f));
        CHECK((row <= zero)[lane] == (x <= 0.0f));
        CHECK((-row / Row8(2.0f))[lane] == -x / 2.0f);
        CHECK((1.0f - row)[lane] == 1.0f - x);
    }
}

TEST_CASE("a tail of a column is read and written without touching what follows") {
    const std::array<float, 3> tail{1.0f, 2.0f, 3.0f};
    const Row8 row = Row8::load(tail.data(), tail.size(), -1.0f);
    CHECK(row[2] == 3.0f);
    CHECK(row[3] == -1.0f);
    CHECK(row[7] == -1.0f);
    std::array<float, 4> to{0.0f, 0.0f, 0.0f, 42.0f};
    row.store(to.data(), 3);
    CHECK(to == std::array<float, 4>{1.0f, 2.0f, 3.0f, 42.0f});
}

}  // namespace
}  // namespace cantiere
