#include "analysis/run_plan.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace cantiere;

TEST_CASE("Values needed are the least that bring Student's interval to the half-width") {
    // t(15, .975) = 2.13145, over 4: .53286; t(14) = 2.14479 over sqrt(15): .55378
    REQUIRE(values_needed(1.0, 0.533) == 16.0);
    REQUIRE(values_needed(1.0, 0.532) == 17.0);
    REQUIRE(values_needed(0.0, 0.1) == 2.0);
    REQUIRE(std::isnan(values_needed(1.0, 0.0)));
    REQUIRE(std::isnan(values_needed(no_value, 1.0)));
    REQUIRE(values_needed(1e6, 1.0) == Approx(std::pow(1.959964e6, 2.0)));
}

TEST_CASE("One replicate a draw is best where a draw costs nothing by itself") {
    const VarianceSplit split{6.0, 2.0, 0.1};
    REQUIRE(best_replicates(split) == 1.0);
    REQUIRE(best_replicates(split, 4.0) == 6.0);  // root of 4 x 36 / 4
    REQUIRE(best_replicates(split, 0.01) == 1.0);
    REQUIRE(std::isnan(best_replicates({6.0, no_value, 0.1})));
}

TEST_CASE("The best replicates make the variance of the mean least at given work") {
    const VarianceSplit split{6.0, 2.0, 0.1};
    constexpr double fixed = 4.0;
    const auto variance = [&](double replicates) {  // times the work there is
        return (4.0 + 36.0 / replicates) * (fixed + replicates);
    };
    const double best = best_replicates(split, fixed);
    REQUIRE(variance(best) < variance(best - 1.0));
    REQUIRE(variance(best) < variance(best + 1.0));
}

TEST_CASE("A plan tells parameters from luck and what pairing saves") {
    OutcomeComparison outcome;
    outcome.difference.mean = -100.0;
    outcome.variance_ratio = 4.0;
    outcome.variance = {6.0, 8.0, 0.1};
    const RunPlan plan = run_plan(outcome, 9);
    REQUIRE(plan.parameter_share == Approx(0.64));
    REQUIRE(plan.luck_sd_unpaired == Approx(12.0));
    REQUIRE(plan.spread_replicates == 6.0);  // 36 / (.1 x 64) = 5.6
    REQUIRE(plan.draws == values_needed(10.0, 5.0));
    REQUIRE(plan.draws_as_run == values_needed(std::sqrt(68.0), 5.0));
    REQUIRE(plan.draws_unpaired == values_needed(std::sqrt(208.0), 5.0));
    REQUIRE(plan.draws_as_run_unpaired == values_needed(std::sqrt(80.0), 5.0));
}

TEST_CASE("One draw or one replicate cannot tell luck from parameters") {
    OutcomeComparison outcome;
    outcome.difference.mean = 1.0;
    outcome.variance_ratio = 2.0;
    REQUIRE(std::isnan(run_plan(outcome, 1).draws));
    outcome.variance = {3.0, no_value, 0.1};
    const RunPlan plan = run_plan(outcome, 5);
    REQUIRE(plan.luck_sd_unpaired == Approx(std::sqrt(18.0)));
    REQUIRE(std::isnan(plan.parameter_share));
    REQUIRE(std::isnan(plan.draws));
}
