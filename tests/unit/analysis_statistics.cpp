#include "analysis/statistics.h"

#include <cmath>

#include "analysis/cost_per_unit.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

const Sample two_by_two{2, 2, {1, 3, 5, 7}};  // means of the draws: 2 and 6

}  // namespace

TEST_CASE("The error of a mean comes from the means of the draws") {
    const Stat stat = stat_of(two_by_two);
    CHECK(stat.mean == Approx(4));
    CHECK(stat.se == Approx(2));  // standard deviation of 2 and 6, over the root of 2
    CHECK(stat.low == Approx(4 - 2 * 12.7062047362));  // Student t, 1 degree of freedom
    CHECK(stat.high == Approx(4 + 2 * 12.7062047362));
    CHECK(stat.p2_5 == Approx(2.1));
    CHECK(stat.p97_5 == Approx(5.9));
}

TEST_CASE("With one draw the error comes from the replicates and there is no spread over draws") {
    const Stat stat = stat_of({1, 4, {1, 3, 5, 7}});
    CHECK(stat.mean == Approx(4));
    CHECK(stat.se == Approx(std::sqrt(20.0 / 3.0 / 4.0)));
    CHECK(stat.high == Approx(4 + 3.1824463053 * stat.se));  // 3 degrees of freedom
    CHECK(std::isnan(stat.p2_5));
    CHECK(std::isnan(stat.p97_5));
}

TEST_CASE("One run has a mean and no error") {
    const Stat stat = stat_of({1, 1, {7}});
    CHECK(stat.mean == 7);
    CHECK(std::isnan(stat.se));
    CHECK(std::isnan(stat.low));
}

TEST_CASE("A run that failed is left out of the mean of its draw, a draw of them out of all") {
    const Stat stat = stat_of({3, 2, {1, no_value, no_value, no_value, 5, 7}});
    CHECK(stat.mean == Approx(3.5));  // of 1 and 6
    CHECK(stat.se == Approx(2.5));
    CHECK(std::isnan(stat_of({1, 2, {no_value, no_value}}).mean));
}

TEST_CASE("A ratio of means has the linearised error") {
    const Stat stat = ratio_of({2, 1, {2, 6}}, {2, 1, {1, 2}});
    CHECK(stat.mean == Approx(8.0 / 3.0));
    CHECK(stat.se == Approx(4.0 / 9.0));  // residuals -2/3 and 2/3, over the mean 3/2
    CHECK(stat.p97_5 == Approx(2.975));   // of the ratios 2 and 3
    CHECK(std::isnan(ratio_of({2, 1, {2, 6}}, {2, 1, {0, 0}}).mean));
}

TEST_CASE("A difference is taken run by run") {
    const Sample paired = difference(two_by_two, {2, 2, {1, 2, no_value, 6}});
    CHECK(paired.values[0] == 0);
    CHECK(paired.values[1] == 1);
    CHECK(std::isnan(paired.values[2]));
    CHECK(scaled_difference(10, two_by_two, two_by_two).values[3] == 63);
}

TEST_CASE("Identical runs differ by exactly zero, with no error") {
    const Stat stat = stat_of(difference(two_by_two, two_by_two));
    CHECK(stat.mean == 0);
    CHECK(stat.se == 0);
    CHECK(std::isnan(variance_ratio(two_by_two, two_by_two)));
}

TEST_CASE("What rounding leaves of equal runs is no difference and no error") {
    const Sample a{2, 1, {0.1 + 0.2, 3e8}};
    const Sample b{2, 1, {0.3, 3e8 + 1e-7}};
    CHECK(difference(a, b).values == std::vector<double>{0.0, 0.0});
    const Stat equal = stat_of({3, 1, {0.1 + 0.2, 0.3, 0.3}});
    CHECK(equal.se == 0.0);
    CHECK(equal.low == equal.high);
}

TEST_CASE("The variance between runs splits into luck and parameters") {
    const VarianceSplit split = split_variance(two_by_two);
    CHECK(split.luck_sd == Approx(std::sqrt(2.0)));
    CHECK(split.parameter_sd == Approx(std::sqrt(8.0 - 2.0 / 2.0)));
    CHECK(split.luck_se == Approx(std::sqrt(2.0) / 2.0));
    CHECK(std::isnan(split_variance({3, 1, {1, 2, 3}}).luck_sd));
    CHECK(std::isnan(split_variance({1, 3, {1, 2, 3}}).parameter_sd));
    CHECK(split_variance({2, 2, {1, 3, 1, 3}}).parameter_sd == 0);
}

TEST_CASE("The variance ratio pools replicates within draws, or takes draws where there is one") {
    CHECK(variance_ratio(two_by_two, {2, 2, {1, 2, 5, 6}}) == Approx(5));  // (2 + 0.5) / 0.5
    CHECK(variance_ratio({3, 1, {1, 2, 4}}, {3, 1, {1, 1, 2}}) == Approx(8.0 / 3.0));
}

TEST_CASE("Quantiles are interpolated between order statistics") {
    const std::vector<double> values{4, 1, no_value, 3, 2};
    CHECK(quantile_of(values, 0.0) == 1);
    CHECK(quantile_of(values, 0.5) == Approx(2.5));
    CHECK(quantile_of(values, 1.0) == 4);
    CHECK(std::isnan(quantile_of({}, 0.5)));
}

TEST_CASE("Options that tie share the draw, and the shares sum to one") {
    const std::vector<double> shares = shares_best({{1, 2, 3, no_value}, {1, 1, 4, 9}});
    CHECK(shares[0] == Approx(0.5));
    CHECK(shares[1] == Approx(0.5));
}

TEST_CASE("Options that rounding alone puts apart share the draw") {
    const std::vector<std::vector<double>> means{{1.0, 2.0}, {1.0 + 1e-15, 2.1}};
    CHECK(shares_best(means)[1] == 1.0);
    CHECK(shares_best(means, {1e-14, 1e-14})[1] == 0.75);
    CHECK(shares_best(means, {1e-14, 1e-14})[0] == 0.25);
}

TEST_CASE("A share above or below zero counts no zero and no missing value") {
    const std::vector<double> values{-1, 0, 2, no_value, 3};
    CHECK(share_above_zero(values) == Approx(0.5));
    CHECK(share_below_zero(values) == Approx(0.25));
}

TEST_CASE("Fieller's ends are the ratios that a paired t test just does not reject") {
    const Sample above{4, 1, {900, 1100, 1300, 1000}};
    const Sample below{4, 1, {9, 12, 11, 10}};
    const Stat ratio = fieller_ratio(above, below);
    CHECK(ratio.mean == Approx(4300.0 / 42.0));
    CHECK(ratio.low < ratio.mean);
    for (const double end : {ratio.low, ratio.high}) {
        const Stat rest = stat_of(scaled_difference(end, below, above));
        CHECK(std::abs(rest.mean) == Approx(3.1824463053 * rest.se));  // 3 degrees of freedom
    }
}

TEST_CASE("A ratio is not defined where what is below may be zero or has no error") {
    CHECK(std::isnan(fieller_ratio({3, 1, {1, 2, 3}}, {3, 1, {-1, 0, 2}}).mean));
    CHECK(std::isnan(fieller_ratio({1, 1, {1}}, {1, 1, {2}}).mean));
    const Stat certain = fieller_ratio({3, 1, {1, 2, 3}}, {3, 1, {2, 2, 2}});
    CHECK(certain.mean == Approx(1));
    CHECK(certain.high - certain.mean == Approx(4.3026527299 * certain.se));
}

}  // namespace cantiere
