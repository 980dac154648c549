#include "analysis/equally_distributed.h"

#include <cmath>
#include <numeric>

#include "tests/support/catch.h"

using namespace cantiere;

namespace {

const std::vector<double> levels{52.1, 56.3, 59.8, 63.2, 66.8};
const std::vector<double> even(5, 0.2);

}  // namespace

// The case `equally_distributed_equivalent` of shared/cases (vignette v05 of dceasimR).
TEST_CASE("Equally distributed equivalents and equity weights are those of the published case") {
    CHECK(equally_distributed(levels, even, 0.0) == Approx(59.64).margin(1e-5));
    CHECK(equally_distributed(levels, even, 1.0) == Approx(59.41665).margin(1e-5));
    CHECK(equally_distributed(levels, even, 5.0) == Approx(58.51938).margin(1e-5));
    const std::vector<double> expected{1.1361198, 1.0513649, 0.9898301, 0.9365798, 0.8861054};
    const std::vector<double> weights = equity_weights(levels, even, 1.0);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(weights[i] == Approx(expected[i]).margin(1e-5));
    }
    const std::vector<double> gains{0.5, 0.6, 0.5, 0.4, 0.3};
    std::vector<double> after = levels;
    for (std::size_t i = 0; i < gains.size(); ++i) after[i] += gains[i];
    const double gain =
        equally_distributed(after, even, 1.0) - equally_distributed(levels, even, 1.0);
    CHECK(equally_distributed(after, even, 1.0) == Approx(59.88513).margin(1e-5));
    CHECK(gain == Approx(0.4684784).margin(1e-5));
    CHECK(gain - 0.46 == Approx(0.008478412).margin(1e-5));  // more than the mean: the poorer gain
}

TEST_CASE("The equivalent falls with the aversion, and equal levels are their own") {
    double before = 100.0;
    for (const double eta : aversions) {
        const double now = equally_distributed(levels, even, eta);
        CHECK(now < before);
        before = now;
        CHECK(equally_distributed(std::vector{2.5, 2.5}, std::vector{3.0, 1.0}, eta) ==
              Approx(2.5));
    }
    const double near = equally_distributed(levels, even, 1.0 + 1e-7);
    CHECK(near == Approx(equally_distributed(levels, even, 1.0)).epsilon(1e-7));
}

TEST_CASE("Weights need no sum, and a level of nothing counts as nothing from an aversion of 1") {
    const std::vector<double> unequal{1.0, 4.0};
    CHECK(equally_distributed(unequal, std::vector{30.0, 10.0}, 1.0) ==
          Approx(std::exp(0.25 * std::log(4.0))));
    CHECK(equally_distributed(std::vector{0.0, 4.0}, std::vector{1.0, 1.0}, 1.0) == 0.0);
    CHECK(equally_distributed(std::vector{0.0, 4.0}, std::vector{1.0, 1.0}, 0.5) == Approx(1.0));
    CHECK(std::isnan(equally_distributed({}, {}, 1.0)));
}
