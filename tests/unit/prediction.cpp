#include "model/rules/prediction.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/core/draws.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

constexpr std::size_t people = 40000;

/// Somebody with a chance, its prediction, and what came of it.
struct Case {
    double chance;
    double prediction;
    bool succeeds;
};

/// People whose logits of p are normal; predictions err by noise and bias.
std::vector<Case> cases(std::uint64_t seed, double mean, double spread, double sd, double bias) {
    const Draws draws(RunKey{seed, 0, 0});
    std::vector<Case> all;
    for (std::size_t i = 0; i < people; ++i) {
        const EntityKey key = hash_key({seed, i});
        const double z = draws.normal(key, Month{0}, Decision::toy_level, 0);
        const double error = bias + sd * draws.normal(key, Month{0}, Decision::toy_level, 1);
        const Probability chance{logistic(mean + spread * z)};
        const double u = draws.uniform(key, Month{0}, Decision::toy_level, 2);
        all.push_back({chance.value(), predicted(chance, error).value(), u < chance.value()});
    }
    return all;
}

/// Area under the curve: the mean rank of successes (Mann & Whitney), and its standard error
/// (Hanley & McNeil 1982).
std::pair<double, double> auc_and_error(std::vector<Case> all) {
    std::sort(all.begin(), all.end(), [](const Case& a, const Case& b) {
        return a.prediction < b.prediction;
    });
    double successes = 0.0;
    double failures = 0.0;
    double won = 0.0;
    for (const Case& c : all) {
        if (c.succeeds) won += failures;
        (c.succeeds ? successes : failures) += 1.0;
    }
    const double auc = won / (successes * failures);
    const double q1 = auc / (2.0 - auc);
    const double q2 = 2.0 * auc * auc / (1.0 + auc);
    const double variance = (auc * (1.0 - auc) + (successes - 1.0) * (q1 - auc * auc) +
                             (failures - 1.0) * (q2 - auc * auc)) /
                            (successes * failures);
    return {auc, std::sqrt(variance)};
}

}  // namespace

TEST_CASE("Predictions tell apart who succeeds as well as the accuracy asked for, and no better") {
    for (const double spread : {0.8, 1.5}) {
        for (const double target : {0.5, 0.55, 0.6, 0.65, 0.7, 0.8}) {
            const double sd = prediction_noise_sd(target, -1.0, spread);
            if (sd == 0.0) continue;
            for (const std::uint64_t seed : {1u, 2u, 3u}) {
                const auto [auc, error] = auc_and_error(cases(seed, -1.0, spread, sd, 0.0));
                INFO("spread " << spread << ", target " << target << ", measured " << auc);
                // The noise is bounded: what is left of .5 is known.
                const double expected =
                    target == 0.5 ? auc_of_prediction(-1.0, spread, sd) : target;
                CHECK(std::abs(auc - expected) < 4.5 * error);
            }
        }
    }
    CHECK(prediction_noise_sd(0.8, -1.0, 1.5) > 0.0);
}

TEST_CASE("An accuracy beyond what the chances themselves allow leaves them without noise") {
    const double ceiling = auc_of_prediction(-1.0, 0.8, 0.0);
    CHECK(prediction_noise_sd(ceiling + 1e-6, -1.0, 0.8) == 0.0);
    CHECK(prediction_noise_sd(ceiling - 1e-3, -1.0, 0.8) > 0.0);
    const auto [auc, error] = auc_and_error(cases(4, -1.0, 0.8, 0.0, 0.0));
    CHECK(std::abs(auc - ceiling) < 4.5 * error);
    CHECK(ceiling < 0.75);  // luck decides the rest: nobody could predict it
}

TEST_CASE("With rare outcomes accuracy follows the closed form of a tilted normal") {
    // Successes are normal with a mean one variance higher: Phi(s^2 / sqrt(2 (s^2 + sd^2))).
    const double s = 0.7;
    for (const double sd : {0.0, 0.5, 1.5}) {
        const double exact = 0.5 * std::erfc(-s * s / (2.0 * std::sqrt(s * s + sd * sd)));
        CHECK(auc_of_prediction(-9.0, s, sd) == Approx(exact).margin(2e-3));
    }
}

TEST_CASE("Bias moves the mean logit of a group by itself") {
    double moved = 0.0;
    for (const Case& c : cases(5, -1.0, 0.8, 0.6, -0.3)) {
        const auto logit = [](double p) { return std::log(p / (1.0 - p)); };
        moved += (logit(c.prediction) - logit(c.chance)) / people;
    }
    CHECK(std::abs(moved + 0.3) < 4.5 * 0.6 / std::sqrt(static_cast<double>(people)));
    PlacementParameters p;
    p.prediction_bias[Group::migrant] = -0.3;
    p.prediction_bias[Group::homeless] = 0.2;
    const GroupMask both = static_cast<GroupMask>(bit(Group::migrant) | bit(Group::homeless));
    CHECK(prediction_bias(p, both) == -0.3);
    CHECK(prediction_bias(p, bit(Group::homeless)) == 0.2);
    CHECK(prediction_bias(p, bit(Group::addiction)) == 0.0);
}

TEST_CASE("No error leaves chance and hazard as they are, an error moves both the same way") {
    const Probability chance{0.2};
    CHECK(predicted(chance, 0.0).value() == 0.2);
    CHECK(predicted(chance, std::log(4.0)).value() == Approx(0.5));
    for (const double hazard : {0.001, 0.0037, 0.01, 0.05, 0.2}) {
        CHECK(predicted_hazard(hazard, 24.0, 0.0) == hazard);  // to the bit
    }
    const double chance_to_find = 1.0 - std::exp(-0.24);
    const double higher = 1.0 / (1.0 + std::exp(-0.5) * (1.0 - chance_to_find) / chance_to_find);
    CHECK(predicted_hazard(0.01, 24.0, 0.5) == Approx(-std::log(1.0 - higher) / 24.0));
    CHECK(predicted_hazard(0.0, 24.0, 0.5) == 0.0);
}

TEST_CASE("A pair is worth its uplift and the need, less what it costs and the way") {
    PlacementParameters p;
    p.need_value = 0.5;
    p.cost_value = 1e-5;
    p.travel_value = 0.02;
    // .3 + .5 x .6 - .00001 x 3,000 - .02 x 90/60
    CHECK(placement_value(p, 0.3, 0.6, 3000.0, 90.0) == Approx(0.54));
}

TEST_CASE("A seat is worth pay, fit and safety to the resident, less the way") {
    PlacementParameters p;
    p.pay_utility = 0.002;
    p.travel_utility = 0.8;
    p.fit_utility = 0.4;
    p.safety_utility = 1.5;
    // .002 x 500 - .8 x 45/60 + .4 x .5 + 1.5 x .2
    CHECK(seat_utility(p, 500.0, 45.0, 0.5, 0.2) == Approx(0.9));
}

}  // namespace cantiere
