#include "analysis/exploration/abc_smc.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace cantiere;

namespace {

using Formula = std::function<double(const std::vector<double>&)>;

ExploredParameter uniform(const std::string& name, double low, double high) {
    return *explored_parameter(name, {Family::uniform, 0.5 * (low + high), low, high});
}

/// A simulator without luck.
Simulator exact(std::vector<Formula> formulas) {
    return [formulas = std::move(formulas)](const Rows& rows) {
        std::vector<std::vector<SimulatedOutput>> outputs;
        for (const auto& row : rows) {
            outputs.emplace_back();
            for (const Formula& formula : formulas) outputs.back().push_back({formula(row), 0.0});
        }
        return outputs;
    };
}

double mean_of(const Match& match, const Formula& of) {
    double sum = 0.0;
    for (std::size_t i = 0; i < match.samples.size(); ++i) {
        sum += match.weights[i] * of(match.samples[i]);
    }
    return sum;
}

double covariance_of(const Match& match, std::size_t a, std::size_t b) {
    const auto column = [](std::size_t j) { return [j](const auto& row) { return row[j]; }; };
    return mean_of(match, [=](const auto& row) { return row[a] * row[b]; }) -
           mean_of(match, column(a)) * mean_of(match, column(b));
}

const Formula first = [](const auto& row) { return row[0]; };

}  // namespace

TEST_CASE("A target with a normal error gives the normal posterior of a flat prior") {
    const std::vector<MatchTarget> targets{{"x", 4.0, 0.3, 0.4}};  // .5 together
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        AbcSettings settings;
        settings.particles = 400;
        settings.seed = seed;
        const Match match =
            sample_posterior({uniform("x", 0.0, 10.0)}, targets, settings, exact({first}));
        CHECK(match.end == MatchEnd::precise);
        CHECK(mean_of(match, first) == Approx(4.0).margin(4.5 * 0.5 / std::sqrt(300.0)));
        CHECK(std::sqrt(covariance_of(match, 0, 0)) == Approx(0.5).epsilon(0.18));
        CHECK(match.effective_sample_size > 250.0);
        CHECK(match.rows < 10'000);
        double weights = 0.0;
        for (const double weight : match.weights) weights += weight;
        CHECK(weights == Approx(1.0));
        CHECK(match.proposed->values[0] == Approx(4.0).margin(0.15));
        CHECK(match.proposed->values[0] == Approx(mean_of(match, first)));
    }
}

TEST_CASE("The posterior keeps the correlation of parameters of which only a sum is known") {
    // a + b = 1 +- .1 and a - b = .5 +- 1, so a and b have variance (.01 + 1) / 4 each and
    // covariance
    // (.01 - 1) / 4.
    const std::vector<ExploredParameter> parameters{uniform("a", -3.0, 3.0),
                                                    uniform("b", -3.0, 3.0)};
    const std::vector<MatchTarget> targets{{"sum", 1.0, 0.1, 0.0}, {"difference", 0.5, 1.0, 0.0}};
    const Simulator simulator = exact({[](const auto& row) { return row[0] + row[1]; },
                                       [](const auto& row) { return row[0] - row[1]; }});
    MatchSettings matching;
    matching.seed = 3;
    const Match before = match_history(parameters, targets, matching, simulator);
    AbcSettings settings;
    settings.particles = 400;
    for (const Match* cut : {static_cast<const Match*>(nullptr), &before}) {
        const Match match = sample_posterior(parameters, targets, settings, simulator, cut);
        CHECK(covariance_of(match, 0, 0) == Approx(0.2525).epsilon(0.3));
        CHECK(covariance_of(match, 1, 1) == Approx(0.2525).epsilon(0.3));
        const double correlation =
            covariance_of(match, 0, 1) /
            std::sqrt(covariance_of(match, 0, 0) * covariance_of(match, 1, 1));
        CHECK(correlation == Approx(-0.99 / 1.01).margin(0.02));
        CHECK(match.waves.size() == (cut == nullptr ? 0 : before.waves.size()));
        CHECK(match.rows > (cut == nullptr ? 0 : before.rows));
    }
}

TEST_CASE("What the waves rule out is run by no generation") {
    const std::vector<ExploredParameter> parameters{uniform("x", 0.0, 10.0)};
    const std::vector<MatchTarget> targets{{"x", 4.0, 0.5, 0.0}};
    const Match before = match_history(parameters, targets, {}, exact({first}));
    double lowest = 10.0;
    double highest = 0.0;
    std::size_t calls = 0;
    const Simulator watched = [&](const Rows& rows) {
        for (const auto& row : rows) {
            if (calls == 0) continue;  // the values as stated
            lowest = std::min(lowest, row[0]);
            highest = std::max(highest, row[0]);
        }
        ++calls;
        return exact({first})(rows);
    };
    sample_posterior(parameters, targets, {}, watched, &before);
    CHECK(lowest >= 4.0 - 3.0 * 0.5 - 0.01);  // an implausibility of three
    CHECK(highest <= 4.0 + 3.0 * 0.5 + 0.01);
    CHECK(highest - lowest > 2.0);
}

TEST_CASE("A sampling ends where rows or acceptance do not reach, with the generation before") {
    const std::vector<ExploredParameter> parameters{uniform("x", 0.0, 10.0)};
    const std::vector<MatchTarget> targets{{"x", 4.0, 0.01, 0.0}};
    AbcSettings settings;
    settings.rows = 1000;
    const Match few = sample_posterior(parameters, targets, settings, exact({first}));
    CHECK(few.end == MatchEnd::rows_done);
    CHECK(few.rows <= 1000 + settings.particles + 2);
    CHECK_FALSE(few.samples.empty());
    settings.rows = 0;
    settings.least_acceptance = 0.2;
    const Match rare = sample_posterior(parameters, targets, settings, exact({first}));
    CHECK(rare.end == MatchEnd::rarely_accepted);
    for (const Generation& generation : rare.generations) CHECK(generation.acceptance() > 0.1);
    settings.generations = 2;
    const Match two = sample_posterior(parameters, targets, settings, exact({first}));
    CHECK(two.end == MatchEnd::generations_done);
    CHECK(two.generations.size() == 2);
    CHECK(two.generations[1].tolerance > 0.0);
}

TEST_CASE("Equal seeds give the same posterior bit for bit, other seeds another") {
    const std::vector<MatchTarget> targets{{"x", 4.0, 0.5, 0.0}};
    const auto sampled = [&](std::uint64_t seed) {
        AbcSettings settings;
        settings.seed = seed;
        return sample_posterior({uniform("x", 0.0, 10.0)}, targets, settings, exact({first}));
    };
    CHECK(sampled(1).samples == sampled(1).samples);
    CHECK(sampled(1).samples != sampled(2).samples);
}
