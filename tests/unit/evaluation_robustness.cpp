#include "analysis/evaluation/robustness.h"

#include <algorithm>
#include <cmath>

#include "analysis/evaluation/decision.h"
#include "scenarios/sampling.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

constexpr double wtp = 10.0;

/// At 10 a unit the usual services are worth 0 and 0, the programme 10 x 2 - 5 = 15 and
/// 10 x (-1) - 5 = -15.
DecisionSamples two_states() {
    DecisionSamples samples;
    samples.strategies = {{"usual", {0, 0}, {0, 0}}, {"programme", {5, 5}, {2, -1}}};
    return samples;
}

Robustness measured(const DecisionSamples& samples, const std::string& thresholds = "") {
    if (thresholds.empty()) return robustness(samples, wtp, nullptr);
    const Expression condition(thresholds);
    return robustness(samples, wtp, &condition);
}

using Numbers = std::vector<double>;
using Measures = std::vector<RobustMeasure>;

}  // namespace

TEST_CASE("Two strategies in two states have the measures and ranks worked by hand") {
    const Robustness result = measured(two_states(), "more_effect > 0 and cost < 6");
    CHECK(result.value[RobustMeasure::mean] == Numbers{0, 0});
    CHECK(result.rank[RobustMeasure::mean] == Numbers{1.5, 1.5});
    CHECK(result.value[RobustMeasure::maximin] == Numbers{0, -15});
    CHECK(result.rank[RobustMeasure::maximin] == Numbers{1, 2});
    CHECK(result.value[RobustMeasure::maximax] == Numbers{0, 15});
    CHECK(result.rank[RobustMeasure::maximax] == Numbers{2, 1});
    CHECK(result.value[RobustMeasure::hurwicz] == Numbers{0, 0});
    // Below the mean of 0 lies -15 in one state of two: sqrt(225 / 2).
    CHECK(result.value[RobustMeasure::mean_semidev][0] == 0.0);
    CHECK(result.value[RobustMeasure::mean_semidev][1] == Approx(-10.606601717798213));
    CHECK(result.value[RobustMeasure::regret_mean] == Numbers{7.5, 7.5});
    CHECK(result.value[RobustMeasure::regret_max] == Numbers{15, 15});
    CHECK(result.value[RobustMeasure::regret_p90][1] == Approx(13.5));
    CHECK(result.value[RobustMeasure::satisficing] == Numbers{0, 0.5});
    CHECK(result.rank[RobustMeasure::satisficing] == Numbers{2, 1});
    REQUIRE(result.disagreements.size() == 1);
    const Disagreement& pair = result.disagreements.front();
    CHECK(pair.for_a == Measures{RobustMeasure::maximin, RobustMeasure::mean_semidev});
    CHECK(pair.for_b == Measures{RobustMeasure::maximax, RobustMeasure::satisficing});
}

TEST_CASE("Without thresholds nobody satisfices") {
    const Robustness result = measured(two_states());
    CHECK(result.measures.size() == 8);
    CHECK(result.value[RobustMeasure::satisficing].empty());
    REQUIRE(result.disagreements.size() == 1);
    CHECK(result.disagreements.front().for_b == Measures{RobustMeasure::maximax});
}

TEST_CASE("A threshold holds on every name it uses, of the strategy and of the first") {
    const DecisionSamples samples = two_states();
    const auto share = [&](const std::string& thresholds) {
        return measured(samples, thresholds).value[RobustMeasure::satisficing];
    };
    CHECK(share("net_benefit >= 0") == Numbers{1, 0.5});
    CHECK(share("more_net_benefit > 0") == Numbers{0, 0.5});
    CHECK(share("cost <= 0") == Numbers{1, 0});
    CHECK(share("more_cost == 5") == Numbers{0, 1});
    CHECK(share("effect < 0 or more_cost == 0") == Numbers{1, 0.5});
}

TEST_CASE("A strategy that is best in every state is first by every measure, without regret") {
    DecisionSamples samples;
    for (const std::string id : {"a", "b", "best"}) {
        Strategy strategy{id, {}, {}};
        for (std::size_t i = 0; i < 200; ++i) {
            strategy.cost.push_back(100.0 * keyed_uniform(1, id + " cost", i));
            strategy.effect.push_back(keyed_uniform(1, id + " effect", i));
        }
        samples.strategies.push_back(strategy);
    }
    for (std::size_t i = 0; i < 200; ++i) {
        Strategy& best = samples.strategies[2];
        best.cost[i] = std::min(samples.strategies[0].cost[i], samples.strategies[1].cost[i]) - 1.0;
        best.effect[i] = 1.0;
    }
    const Robustness result = measured(samples, "net_benefit > -50");
    for (const RobustMeasure measure : result.measures) {
        INFO(name(measure));
        CHECK(result.rank[measure][2] == 1.0);
    }
    CHECK(result.value[RobustMeasure::regret_max][2] == 0.0);
    for (const Disagreement& pair : result.disagreements) CHECK(pair.b != 2);
    // Ranks of three are 1, 2 and 3, shared or not.
    for (const RobustMeasure measure : result.measures) {
        const Numbers& rank = result.rank[measure];
        CHECK(rank[0] + rank[1] + rank[2] == 6.0);
    }
}

TEST_CASE("The measures of regret are those of the decision") {
    const Robustness result = measured(two_states());
    const std::vector<Regret> lost = regrets(two_states(), wtp);
    for (std::size_t d = 0; d < lost.size(); ++d) {
        CHECK(result.value[RobustMeasure::regret_mean][d] == lost[d].mean);
        CHECK(result.value[RobustMeasure::regret_p90][d] == lost[d].p90);
        CHECK(result.value[RobustMeasure::regret_max][d] == lost[d].max);
    }
}
