#include "analysis/evaluation/decision.h"

#include <cmath>

#include "analysis/evaluation/frontier.h"
#include "scenarios/sampling.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

/// Strategies on the frontier, by position.
std::vector<std::size_t> frontier(const std::vector<double>& cost,
                                  const std::vector<double>& effect) {
    std::vector<std::size_t> on;
    for (const IncrementalRow& row : incremental_analysis(cost, effect)) {
        if (row.status == Dominance::none) on.push_back(row.strategy);
    }
    return on;
}

/// Three strategies whose net benefits vary at random.
DecisionSamples random_samples(std::size_t draws) {
    DecisionSamples samples;
    for (const std::string id : {"a", "b", "c"}) {
        Strategy strategy{id, {}, {}};
        for (std::size_t i = 0; i < draws; ++i) {
            strategy.cost.push_back(100.0 * keyed_uniform(1, id + " cost", i));
            strategy.effect.push_back(keyed_uniform(1, id + " effect", i));
        }
        samples.strategies.push_back(strategy);
    }
    return samples;
}

}  // namespace

TEST_CASE("A strategy dominated by a mix of two others is told apart from one dominated outright") {
    // UC 5000/1, B 10000/2, C 25000/3, D 35000/4, E 55000/5, A 12000/1.5: C lies above the line
    // from B to D, A costs more than B and does less.
    const std::vector<double> cost{55000, 35000, 25000, 10000, 12000, 5000};
    const std::vector<double> effect{5, 4, 3, 2, 1.5, 1};
    const auto rows = incremental_analysis(cost, effect);
    const std::vector<std::size_t> order{5, 3, 1, 0, 2, 4};
    for (std::size_t i = 0; i < order.size(); ++i) CHECK(rows[i].strategy == order[i]);
    CHECK(std::isnan(rows[0].icer));
    CHECK(rows[1].icer == 5000.0);
    CHECK(rows[2].icer == 12500.0);
    CHECK(rows[3].icer == 20000.0);
    CHECK(rows[4].status == Dominance::extended);
    CHECK(rows[5].status == Dominance::strong);
}

TEST_CASE("Ties on the frontier follow their rules") {
    SECTION("equal effects: the dearer is dominated") {
        CHECK(frontier({15, 10, 15}, {12, 12, 15}) == std::vector<std::size_t>{1, 2});
    }
    SECTION("equal costs: the one that does less is dominated") {
        CHECK(frontier({25000, 25000}, {10.2497, 10.25}) == std::vector<std::size_t>{1});
    }
    SECTION("equal in both: both stay, without a ratio between them") {
        CHECK(frontier({1, 2, 2, 4}, {1, 2, 2, 3}) == std::vector<std::size_t>{0, 1, 2, 3});
        CHECK(std::isnan(
            incremental_analysis(std::vector<double>{1, 2, 2}, std::vector<double>{1, 2, 2})[2]
                .icer));
    }
    SECTION("equal ratios dominate nobody, rounding or not") {
        CHECK(frontier({0.1, 0.2, 0.3, 0.7}, {1, 2, 3, 7}).size() == 4);
    }
    SECTION("one strategy is the frontier") {
        CHECK(frontier({26041}, {10.2497}) == std::vector<std::size_t>{0});
    }
    SECTION("one that dominates all is the frontier") {
        CHECK(frontier({26041, 27000, 19000}, {10.2497, 11.1654, 11.5}) ==
              std::vector<std::size_t>{2});
    }
}

TEST_CASE("A dominated strategy changes no ratio of the others") {
    const std::vector<double> cost{5, 10, 35};
    const std::vector<double> effect{1, 2, 4};
    const auto before = incremental_analysis(cost, effect);
    const auto after =
        incremental_analysis(std::vector<double>{5, 10, 35, 40}, std::vector<double>{1, 2, 4, 3});
    for (std::size_t i = 1; i < 3; ++i) CHECK(after[i].icer == before[i].icer);
}

TEST_CASE(
    "Two strategies in two draws have the loss, the shares and the worth of certainty worked by "
    "hand") {
    // At k = 10: usual 0 and 0, programme 10 x 2 - 5 = 15 and 10 x (-1) - 5 = -15.
    DecisionSamples samples;
    samples.strategies = {{"usual", {0, 0}, {0, 0}}, {"programme", {5, 5}, {2, -1}}};
    const DecisionAt at = decide(samples, 10.0);
    CHECK(at.net_benefit == std::vector<double>{0.0, 0.0});
    CHECK(at.share_best == std::vector<double>{0.5, 0.5});
    CHECK(at.best == 0);
    CHECK(at.expected_loss == std::vector<double>{7.5, 7.5});
    CHECK(at.evpi == 7.5);
    const auto lost = regrets(samples, 10.0);
    CHECK(lost[1].max == 15.0);
    CHECK(lost[1].mean == 7.5);
    CHECK(lost[1].p90 == Approx(13.5));
}

TEST_CASE(
    "The least expected loss is the EVPI, shares add up to one, and both follow the scale of "
    "money") {
    const DecisionSamples samples = random_samples(400);
    DecisionSamples dearer = samples;
    for (Strategy& strategy : dearer.strategies) {
        for (double& cost : strategy.cost) cost *= 1024.0;
    }
    for (const double k : {0.0, 10.0, 50.0, 200.0}) {
        const DecisionAt at = decide(samples, k);
        CHECK(*std::ranges::min_element(at.expected_loss) == at.evpi);
        CHECK(at.evpi >= 0.0);
        CHECK(at.evpi == Approx(gain_of_knowing(net_benefits(samples, k))));
        CHECK(at.share_best[0] + at.share_best[1] + at.share_best[2] == Approx(1.0));
        CHECK(decide(dearer, 1024.0 * k).evpi == 1024.0 * at.evpi);
    }
}

TEST_CASE(
    "Strategies in another order have the same results, and draws told twice change nothing") {
    const DecisionSamples samples = random_samples(200);
    DecisionSamples turned = samples;
    std::swap(turned.strategies[0], turned.strategies[2]);
    DecisionSamples twice = samples;
    for (Strategy& strategy : twice.strategies) {
        const Strategy once = strategy;
        strategy.cost.insert(strategy.cost.end(), once.cost.begin(), once.cost.end());
        strategy.effect.insert(strategy.effect.end(), once.effect.begin(), once.effect.end());
    }
    const DecisionAt at = decide(samples, 50.0);
    const DecisionAt other_order = decide(turned, 50.0);
    CHECK(at.expected_loss[0] == other_order.expected_loss[2]);
    CHECK(samples.strategies[at.best].id == turned.strategies[other_order.best].id);
    const DecisionAt again = decide(twice, 50.0);
    CHECK(again.evpi == Approx(at.evpi));
    CHECK(again.share_best[1] == Approx(at.share_best[1]));
}

TEST_CASE("The EVPI loses the part that is luck of few replicates") {
    // Difference of the second strategy: mean .5, between draws sd 1, between replicates sd 2.
    // EVPI of N(.5, 1) is .5 Phi(.5) + phi(.5) - .5 = .1978; of means of four replicates, N(.5,
    // sqrt 2), .3494.
    constexpr std::size_t draws = 2000;
    constexpr std::size_t replicates = 4;
    const auto normal = [](const std::string& name, std::size_t i) {
        const double u = keyed_uniform(7, name, 2 * i);
        const double v = keyed_uniform(7, name, 2 * i + 1);
        return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * 3.14159265358979323846 * v);
    };
    ResultsDecision decision;
    Sample zero{draws, replicates, std::vector<double>(draws * replicates, 0.0)};
    Sample other = zero;
    for (std::size_t run = 0; run < draws * replicates; ++run) {
        other.values[run] = 0.5 + normal("draw", run / replicates) + 2.0 * normal("luck", run);
    }
    decision.cost = {zero, zero};
    decision.effect = {zero, other};
    decision.samples.strategies = {{"usual", draw_means(zero), draw_means(zero)},
                                   {"programme", draw_means(zero), draw_means(other)}};
    CHECK(decide(decision.samples, 1.0).evpi == Approx(0.3494).margin(0.04));
    CHECK(evpi_without_luck(decision, 1.0) == Approx(0.1978).margin(0.04));
    CHECK(decide(decision.samples, 1.0).evpi - evpi_without_luck(decision, 1.0) > 0.1);

    SECTION("one replicate cannot tell") {
        decision.cost = {Sample{4, 1, {0, 0, 0, 0}}, Sample{4, 1, {0, 0, 0, 0}}};
        decision.effect = decision.cost;
        decision.samples.strategies = {{"a", {0, 0, 0, 0}, {0, 0, 0, 0}},
                                       {"b", {0, 0, 0, 0}, {0, 0, 0, 0}}};
        CHECK(std::isnan(evpi_without_luck(decision, 1.0)));
    }
    SECTION("where replicates explain all of the spread, nothing is left") {
        Sample luck{3, 2, {1, -1, 1, -1, 1, -1}};
        Sample nothing{3, 2, {0, 0, 0, 0, 0, 0}};
        decision.cost = {nothing, nothing};
        decision.effect = {nothing, luck};
        decision.samples.strategies = {{"a", {0, 0, 0}, {0, 0, 0}}, {"b", {0, 0, 0}, {0, 0, 0}}};
        CHECK(evpi_without_luck(decision, 1.0) == 0.0);
    }
}

TEST_CASE("Two strategies that differ by what they are worth alike tie in every draw") {
    // An effect more for two euros more, at two euros an effect: equal but for rounding.
    DecisionSamples samples{{{"a", {}, {}}, {"b", {}, {}}}, {}};
    for (std::size_t i = 0; i < 200; ++i) {
        const double effect = keyed_uniform(7, "effect", i);
        samples.strategies[0].cost.push_back(1.0);
        samples.strategies[0].effect.push_back(effect);
        samples.strategies[1].cost.push_back(3.0);
        samples.strategies[1].effect.push_back(effect + 1.0);
    }
    CHECK(decide(samples, 2.0).share_best == std::vector<double>{0.5, 0.5});
    CHECK(decide(samples, 2.0 + 1e-9).share_best == std::vector<double>{0.0, 1.0});
}
