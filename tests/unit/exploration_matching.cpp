#include "analysis/exploration/history_matching.h"

#include <cmath>

#include "analysis/exploration/region.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

ExploredParameter uniform(const std::string& name, double low, double high) {
    return *explored_parameter(name, {Family::uniform, 0.5 * (low + high), low, high});
}

using Formula = std::function<double(const std::vector<double>&)>;

/// A simulator without luck, one formula a target.
Simulator exact(const std::vector<Formula>& formulas) {
    return [formulas](const Rows& rows) {
        std::vector<std::vector<SimulatedOutput>> outputs;
        for (const std::vector<double>& row : rows) {
            outputs.emplace_back();
            for (const Formula& formula : formulas) outputs.back().push_back({formula(row), 0.0});
        }
        return outputs;
    };
}

double sum(const std::vector<double>& x) { return x[0] + x[1]; }

}  // namespace

TEST_CASE("Implausibility is the distance over the root of all variances") {
    const MatchTarget target{"z", 14.0, 1.0, 0.5};
    const std::vector<Prediction> told{{10.0, 1.0}, {12.0, 4.0}, {15.0, 0.25}, {20.0, 9.0}};
    const std::vector<double> expected{2.6666666666666665,
                                       0.8728715609439696,
                                       0.8164965809277261,
                                       1.8740851426632728};
    for (std::size_t i = 0; i < told.size(); ++i) {
        REQUIRE(implausibility(target, told[i], 0.0) == Approx(expected[i]).epsilon(1e-14));
    }
    REQUIRE(implausibility({"z", 5.0, 3.0, 0.0}, {0.0, 7.0}, 9.0) == Approx(1.0));  // 5 / sqrt 25
}

TEST_CASE("The second and third greatest implausibilities are found among all") {
    REQUIRE(ranked({3.4, 0.2, 1.1}, 1) == 3.4);
    REQUIRE(ranked({3.4, 0.2, 1.1}, 2) == 1.1);
    REQUIRE(ranked({3.4, 0.2, 1.1}, 3) == 0.2);
}

TEST_CASE("Weighted means and quantiles count each value by its weight") {
    const Stat stat = weighted_stat({3.0, 1.0, 2.0}, {0.5, 0.25, 0.25});
    REQUIRE(stat.mean == Approx(2.25));
    REQUIRE(stat.p2_5 == 1.0);
    REQUIRE(stat.p97_5 == 3.0);
}

TEST_CASE("A small region is found, with its share of the cube") {
    const Distance in_corner = [](const std::vector<double>& x) {
        return std::max(x[0], std::max(x[1], x[2])) / 0.05;  // a cube of 1/8000
    };
    const Region region = find_region({"a", "b", "c"}, in_corner, {500, 4000, 3});
    REQUIRE(region.points.size() >= 500);
    REQUIRE(region.share == Approx(1.0 / 8000.0).epsilon(0.15));
    for (const auto& point : region.points) REQUIRE(in_corner(point) <= 1.0);
}

TEST_CASE("A region that is nowhere has no points") {
    const Region region =
        find_region({"a", "b"}, [](const auto& x) { return 2.0 + x[0]; }, {100, 1000, 1});
    REQUIRE(region.points.empty());
    REQUIRE(region.share == 0.0);
}

TEST_CASE("Points spread out are those farthest from one another") {
    const Rows points{{0.0}, {0.1}, {0.2}, {1.0}, {0.5}};
    REQUIRE(spread_out(points, 3) == Rows{{0.0}, {1.0}, {0.5}});
    REQUIRE(spread_out(points, 9) == points);
}

TEST_CASE("History matching of a linear simulator leaves the band of closed form") {
    // x + y within 3 of .1 of 1, x and y uniform in (0, 2): the band |x + y - 1| <= .3 of the
    // square has area (1.3^2 - .7^2) / 2 = .6 of 4, a share of .15.
    const std::vector<ExploredParameter> parameters{uniform("x", 0.0, 2.0), uniform("y", 0.0, 2.0)};
    const std::vector<MatchTarget> targets{{"sum", 1.0, 0.08, 0.06}};  // .1 together
    MatchSettings settings;
    settings.samples = 4000;
    settings.candidates = 20000;
    const Match match = match_history(parameters, targets, settings, exact({sum}));
    REQUIRE(match.end == MatchEnd::precise);  // a plane is emulated exactly
    REQUIRE(match.waves.size() == 1);
    REQUIRE(match.rows == 20 + 1 + 1);  // ten a parameter, the values as stated, those proposed
    REQUIRE(match.acceptance == Approx(0.15).epsilon(0.03));
    for (const auto& row : match.samples) REQUIRE(std::abs(sum(row) - 1.0) <= 0.3 + 1e-9);
    // Under the weights x + y is normal around 1 with sd .1 (nearly: its prior density grows).
    REQUIRE(match.fitted[0].mean == Approx(1.01).margin(0.01));
    REQUIRE(match.fitted[0].p97_5 - match.fitted[0].p2_5 == Approx(3.92 * 0.1).epsilon(0.05));
    double weights = 0.0;
    for (const double weight : match.weights) weights += weight;
    REQUIRE(weights == Approx(1.0));
    REQUIRE(match.effective_sample_size > 1000.0);
    REQUIRE(match.effective_sample_size < static_cast<double>(match.samples.size()));
    REQUIRE(match.stated.values == std::vector<double>{1.0, 1.0});
    REQUIRE(match.stated.implausibility[0] == Approx(10.0));
    REQUIRE(match.proposed->implausibility[0] < 0.3);
}

TEST_CASE("Two targets of a curved simulator lead to the values that made them") {
    const std::vector<ExploredParameter> parameters{uniform("a", 0.0, 1.0), uniform("b", 0.0, 3.0)};
    const std::vector<Formula> formulas{
        [](const auto& x) { return std::exp(x[0]) * x[1]; },
        [](const auto& x) { return std::sin(2.0 * x[0]) + 0.2 * x[1]; }};
    const std::vector<double> truth{0.4, 1.7};
    const std::vector<MatchTarget> targets{{"product", formulas[0](truth), 0.02, 0.0},
                                           {"wave", formulas[1](truth), 0.01, 0.0}};
    MatchSettings settings;
    settings.seed = 4;
    const Match match = match_history(parameters, targets, settings, exact(formulas));
    REQUIRE_FALSE(match.samples.empty());
    REQUIRE(match.proposed->values[0] == Approx(0.4).margin(0.02));
    REQUIRE(match.proposed->values[1] == Approx(1.7).margin(0.05));
    REQUIRE(match.proposed->implausibility[0] < 2.0);
    for (std::size_t i = 1; i < match.waves.size(); ++i) {
        REQUIRE(match.waves[i].share <= match.waves[i - 1].share * 1.1);
    }
}

TEST_CASE("The values that made the targets survive every wave") {
    const std::vector<ExploredParameter> parameters{uniform("a", 0.0, 1.0), uniform("b", 0.0, 1.0)};
    const Formula curved = [](const auto& x) { return std::sin(5.0 * x[0]) * (1.0 + x[1]); };
    const std::vector<MatchTarget> targets{{"y", curved({0.7, 0.3}), 0.05, 0.0}};
    MatchSettings settings;
    settings.waves = 3;
    const Match match = match_history(parameters, targets, settings, exact({curved}));
    double nearest = 10.0;
    for (const auto& row : match.samples) {
        nearest = std::min(nearest, std::hypot(row[0] - 0.7, row[1] - 0.3));
    }
    REQUIRE(nearest < 0.05);
}

TEST_CASE("Targets that cannot be met together leave nothing, and the nearest run is told") {
    const std::vector<ExploredParameter> parameters{uniform("x", 0.0, 1.0), uniform("y", 0.0, 1.0)};
    const std::vector<MatchTarget> targets{{"low", 0.2, 0.01, 0.0}, {"high", 1.8, 0.01, 0.0}};
    const Match match = match_history(parameters, targets, {}, exact({sum, sum}));
    REQUIRE(match.end == MatchEnd::empty);
    REQUIRE(match.samples.empty());
    REQUIRE(match.acceptance == 0.0);
    REQUIRE_FALSE(match.proposed);
    REQUIRE(sum(match.best.values) == Approx(1.0).margin(0.15));  // half way between the two
}

TEST_CASE("Luck of the simulator widens what is not implausible") {
    const std::vector<ExploredParameter> parameters{uniform("x", 0.0, 2.0), uniform("y", 0.0, 2.0)};
    const std::vector<MatchTarget> targets{{"sum", 1.0, 0.06, 0.0}};
    const Simulator lucky = [](const Rows& rows) {
        std::vector<std::vector<SimulatedOutput>> outputs;
        for (const auto& row : rows) outputs.push_back({{sum(row), 0.08 * 0.08}});
        return outputs;
    };
    MatchSettings settings;
    settings.waves = 1;
    const Match match = match_history(parameters, targets, settings, lucky);
    REQUIRE(match.acceptance == Approx(0.15).epsilon(0.05));  // .06 and .08 make .1, as above
}

TEST_CASE("Equal seeds give the same matching bit for bit, other seeds another") {
    const std::vector<ExploredParameter> parameters{uniform("x", 0.0, 2.0), uniform("y", 0.0, 2.0)};
    const std::vector<MatchTarget> targets{{"sum", 1.0, 0.1, 0.0}};
    MatchSettings settings;
    settings.waves = 2;
    settings.samples = 100;
    const Match one = match_history(parameters, targets, settings, exact({sum}));
    const Match two = match_history(parameters, targets, settings, exact({sum}));
    REQUIRE(one.samples == two.samples);
    REQUIRE(one.weights == two.weights);
    settings.seed = 2;
    REQUIRE(match_history(parameters, targets, settings, exact({sum})).samples != one.samples);
}
