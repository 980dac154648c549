#include "analysis/evaluation/information.h"

#include <cmath>

#include "analysis/evaluation/decision.h"
#include "analysis/evaluation/information_checks.h"
#include "analysis/evaluation/smoother.h"
#include "model/core/quantiles.h"
#include "scenarios/sampling.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

std::vector<double> normals(const std::string& name, std::size_t count, double mean, double sd) {
    std::vector<double> values;
    for (const double u : latin_hypercube(11, name, count)) {
        values.push_back(mean + sd * normal_quantile(u));
    }
    return values;
}

/// What knowing X ~ N(mean, sd) is worth when the other choice gives 0: unit normal loss.
double worth(double mean, double sd) {
    const double z = mean / sd;
    const double cumulative = 0.5 * std::erfc(-z / std::sqrt(2.0));
    const double density = std::exp(-0.5 * z * z) / std::sqrt(2.0 * 3.14159265358979323846);
    return mean * cumulative + sd * density - std::max(mean, 0.0);
}

/// INB = k p1 - p2, p1 ~ N(1, 1), p2 ~ N(0, 2); `flag` has two values and is worth nothing.
DecisionSamples two_normals(std::size_t draws) {
    DecisionSamples samples;
    const std::vector<double> zeros(draws, 0.0);
    samples.parameters = {{"p1", normals("p1", draws, 1.0, 1.0)},
                          {"p2", normals("p2", draws, 0.0, 2.0)},
                          {"constant", std::vector<double>(draws, 3.0)},
                          {"flag", {}}};
    for (std::size_t i = 0; i < draws; ++i) {
        samples.parameters[3].values.push_back(keyed_uniform(11, "flag", i) < 0.3 ? 1.0 : 0.0);
    }
    samples.strategies = {{"none", zeros, zeros},
                          {"new", samples.parameters[1].values, samples.parameters[0].values}};
    return samples;
}

const std::vector<double> grid{1.0, 2.0, 3.0};

}  // namespace

TEST_CASE("EVPPI of normal parameters is the closed form at every willingness to pay") {
    const DecisionSamples samples = two_normals(1500);
    const auto found = perfect_information(samples, {{"p1", {0}}, {"p2", {1}}}, grid);
    for (std::size_t k = 0; k < grid.size(); ++k) {
        // Draws of one parameter are stratified; the interaction with the other is not.
        CHECK(found[0].value[k] == Approx(worth(grid[k], grid[k])).margin(0.045));
        CHECK(found[1].value[k] == Approx(worth(grid[k], 2.0)).margin(0.045));
        CHECK(std::abs(found[0].value[k] - worth(grid[k], grid[k])) < 4.5 * found[0].se[k]);
        CHECK(std::abs(found[1].value[k] - worth(grid[k], 2.0)) < 4.5 * found[1].se[k]);
        CHECK(found[0].value[k] <= decide(samples, grid[k]).evpi);
    }
}

TEST_CASE("Knowing all parameters is worth the EVPI, and knowing what does not matter nothing") {
    const DecisionSamples samples = two_normals(1500);
    const auto found =
        perfect_information(samples, {{"p1+p2", {0, 1}}, {"constant", {2}}, {"flag", {3}}}, grid);
    for (std::size_t k = 0; k < grid.size(); ++k) {
        CHECK(found[0].value[k] == Approx(decide(samples, grid[k]).evpi).epsilon(1e-6));
        CHECK(found[1].value[k] == 0.0);
        CHECK(found[2].value[k] <= found[2].noise_floor[k]);
        CHECK(found[2].noise_floor[k] < 0.06);
    }
}

TEST_CASE("The unit of a parameter does not change what it is worth to know it") {
    DecisionSamples samples = two_normals(500);
    const std::vector<double> usual = samples.parameters[1].values;
    const auto worth_at = [&](int power_of_two) {
        for (std::size_t i = 0; i < usual.size(); ++i) {
            samples.parameters[1].values[i] = std::ldexp(usual[i], power_of_two);
        }
        return perfect_information(samples, {{"p2", {1}}}, grid).front().value;
    };
    const std::vector<double> plain = worth_at(0);
    CHECK(plain.front() > 0.0);
    for (const int power : {-900, 600, 900}) CHECK(worth_at(power) == plain);
}

TEST_CASE("EVPPI follows a bend that no line can") {
    // INB = |p| - .8 + noise, p ~ U(-1, 1): knowing p gives the mean of (|p| - .8)+ = .02, though p
    // and INB are not correlated.
    DecisionSamples samples;
    constexpr std::size_t draws = 2000;
    const std::vector<double> noise = normals("noise", draws, 0.0, 0.3);
    samples.parameters = {{"p", {}}};
    samples.strategies = {
        {"none", std::vector<double>(draws, 0.0), std::vector<double>(draws, 0.0)},
        {"new", std::vector<double>(draws, 0.0), {}}};
    const std::vector<double> uniforms = latin_hypercube(3, "p", draws);
    for (std::size_t i = 0; i < draws; ++i) {
        const double p = 2.0 * uniforms[i] - 1.0;
        samples.parameters[0].values.push_back(p);
        samples.strategies[1].effect.push_back(std::abs(p) - 0.8 + noise[i]);
    }
    const auto found = perfect_information(samples, {{"p", {0}}}, {1.0});
    CHECK(found[0].value[0] == Approx(0.02).margin(0.01));
    CHECK(perfect_information_by_blocks(samples, 0, 1.0, 50) == Approx(0.02).margin(0.01));
}

TEST_CASE("Blocks, cumulative sums and splines agree on one parameter") {
    const DecisionSamples samples = two_normals(1500);
    for (const double k : grid) {
        const double expected = worth(k, k);
        CHECK(perfect_information_by_blocks(samples, 0, k, 20) == Approx(expected).margin(0.08));
        CHECK(perfect_information_by_sums(samples, 0, k) == Approx(expected).margin(0.08));
    }
}

TEST_CASE("More than three parameters are added up, and two interact") {
    DecisionSamples samples;
    constexpr std::size_t draws = 1200;
    const std::vector<double> zeros(draws, 0.0);
    for (const std::string name : {"a", "b", "c", "d"}) {
        samples.parameters.push_back({name, normals(name, draws, 0.0, 1.0)});
    }
    samples.strategies = {{"none", zeros, zeros}, {"new", zeros, {}}};
    const auto value = [&](std::size_t j, std::size_t i) {
        return samples.parameters[j].values[i];
    };

    SECTION("a sum: variance 4") {
        for (std::size_t i = 0; i < draws; ++i) {
            samples.strategies[1].effect.push_back(value(0, i) + value(1, i) + value(2, i) +
                                                   value(3, i));
        }
        const auto found = perfect_information(samples, {{"all", {0, 1, 2, 3}}}, {1.0});
        CHECK(found[0].value[0] == Approx(worth(0.0, 2.0)).margin(0.08));
    }
    SECTION("a product: worthless one by one, worth E|ab|/2 = 1/pi together") {
        for (std::size_t i = 0; i < draws; ++i) {
            samples.strategies[1].effect.push_back(value(0, i) * value(1, i));
        }
        const auto found = perfect_information(samples, {{"a", {0}}, {"ab", {0, 1}}}, {1.0});
        CHECK(found[0].value[0] < 0.1);
        CHECK(found[0].noise_floor[0] > 0.0);
        CHECK(found[0].noise_floor[0] < 0.1);
        CHECK(found[1].value[0] == Approx(0.31831).margin(0.045));
    }
}

TEST_CASE("EVSI of normal observations is the closed form and grows up to the EVPPI") {
    const DecisionSamples samples = two_normals(1500);
    // n observations of variance 1 around p1 ~ N(1, 1): the foreseen mean has variance n / (n + 1).
    double before = 0.0;
    for (const double n : {1.0, 10.0, 100.0, 1000.0}) {
        const double found = sample_information(samples, {0, n, 1.0}, {1.0}).front();
        CHECK(found == Approx(worth(1.0, std::sqrt(n / (n + 1.0)))).margin(0.025));
        CHECK(found >= before - 0.02);
        CHECK(found <= perfect_information(samples, {{"p1", {0}}}, {1.0})[0].value[0]);
        before = found;
    }
    // Without a standard deviation an observation varies as the parameter itself does.
    CHECK(sample_information(samples, {0, 10.0, std::nullopt}, {1.0}).front() ==
          Approx(sample_information(samples, {0, 10.0, 1.0}, {1.0}).front()).margin(1e-3));
}

TEST_CASE("One strategy has nothing to decide") {
    DecisionSamples samples = two_normals(100);
    samples.strategies.pop_back();
    const auto found = perfect_information(samples, {{"p1", {0}}}, grid);
    CHECK(found[0].value == std::vector<double>{0.0, 0.0, 0.0});
    CHECK(found[0].se == std::vector<double>{0.0, 0.0, 0.0});
    CHECK(sample_information(samples, {0, 10.0, 1.0}, {1.0}).front() == 0.0);
    CHECK(decide(samples, 1.0).evpi == 0.0);
}

TEST_CASE("A population is discounted from the start of each year") {
    CHECK(discounted_population(100.0, 3, 0.03) == Approx(100.0 + 100.0 / 1.03 + 100.0 / 1.0609));
    CHECK(discounted_population(100.0, 3, 0.0) == 300.0);
}

TEST_CASE("A smoother leaves a line as it is, and averages two groups") {
    std::vector<double> x;
    Eigen::VectorXd line(50);
    Eigen::VectorXd steps(50);
    std::vector<double> group;
    for (int i = 0; i < 50; ++i) {
        x.push_back(0.1 * i * i);
        line(i) = 3.0 - 2.0 * x.back();
        group.push_back(i % 2 == 0 ? 1.0 : 4.0);
        steps(i) = (i % 2 == 0 ? 10.0 : 20.0) + ((i / 2) % 2 == 0 ? 1.0 : -1.0);
    }
    const Smoother spline({x});
    CHECK((spline.values(spline.fit(line)) - line).cwiseAbs().maxCoeff() < 1e-8);
    const Smoother groups({group});
    const Eigen::VectorXd fitted = groups.values(groups.fit(steps));
    CHECK(fitted(0) == Approx(10.0 + 1.0 / 25.0));
    CHECK(fitted(1) == Approx(20.0 + 1.0 / 25.0));
    CHECK(Smoother({std::vector<double>(50, 7.0)}).size() == 0);
}
