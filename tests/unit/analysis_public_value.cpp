#include <cmath>

#include "analysis/finance/public_finance.h"
#include "tests/support/catch.h"

using namespace cantiere;

TEST_CASE("The value of public funds is a ratio only where they cost something") {
    CHECK(public_value(30.0, 20.0).kind == ValueKind::ratio);
    CHECK(public_value(30.0, 20.0).ratio == Approx(1.5));
    CHECK(public_value(-30.0, 20.0).ratio == Approx(-1.5));
    CHECK(public_value(0.0, 20.0).ratio == 0.0);
    CHECK(public_value(30.0, -20.0).kind == ValueKind::infinite);
    CHECK(public_value(30.0, 0.0).kind == ValueKind::infinite);
    CHECK(public_value(0.0, -20.0).kind == ValueKind::infinite);
    CHECK(public_value(-30.0, -20.0).kind == ValueKind::harm);
    CHECK(std::isnan(public_value(-30.0, -20.0).ratio));
    CHECK(public_value(0.0, 0.0).kind == ValueKind::undefined);
    CHECK(public_value(std::nan(""), 1.0).kind == ValueKind::undefined);
}

TEST_CASE(
    "Quantiles of the value of public funds go through infinity where the cost changes sign") {
    // Gains of 10 at costs from 8 to -8: the ratio grows to infinity and stays there.
    std::vector<double> gains;
    std::vector<double> costs;
    for (int cost = 8; cost >= -8; --cost) {
        gains.push_back(10.0);
        costs.push_back(cost);
    }
    const PublicValue low = quantile_of_values(gains, costs, 0.25);
    CHECK(low.kind == ValueKind::ratio);
    CHECK(low.ratio == Approx(10.0 / 4.0));
    CHECK(quantile_of_values(gains, costs, 0.0).ratio == Approx(10.0 / 8.0));
    CHECK(quantile_of_values(gains, costs, 0.9).kind == ValueKind::infinite);
    CHECK(quantile_of_values({-1.0, -2.0}, {1.0, 1.0}, 0.0).ratio == Approx(-2.0));
    CHECK(quantile_of_values({-1.0, -2.0}, {-1.0, -1.0}, 0.5).kind == ValueKind::harm);
    CHECK(quantile_of_values({-1.0, -1.0}, {0.0, 0.0}, 0.5).kind == ValueKind::harm);
    CHECK(quantile_of_values({1.0}, {1.0}, 0.5).kind == ValueKind::undefined);
}
