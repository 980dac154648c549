#include <array>
#include <cmath>

#include "analysis/exploration/abc_smc.h"
#include "model/core/quantiles.h"
#include "scenarios/sampling.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

ExploredParameter uniform(const std::string& name, double low, double high) {
    return *explored_parameter(name, {Family::uniform, 0.5 * (low + high), low, high});
}

double product(const std::vector<double>& row) { return row[0] * std::exp(row[1]); }
double slope(const std::vector<double>& row) { return row[0] - 2.0 * row[1]; }

}  // namespace

// Simulation-based calibration (Talts et al. 2018): truths drawn from the prior, targets told of
// them with their error; the rank of a truth in its posterior is uniform.
TEST_CASE("Truths drawn from the prior have uniform ranks in the posteriors of what they tell") {
    const std::vector<ExploredParameter> parameters{uniform("x", 0.0, 10.0),
                                                    uniform("z", -1.0, 1.0)};
    const Simulator simulator = [](const Rows& rows) {
        std::vector<std::vector<SimulatedOutput>> outputs;
        for (const auto& row : rows) outputs.push_back({{product(row), 0.0}, {slope(row), 0.0}});
        return outputs;
    };
    constexpr std::size_t bins = 10;
    constexpr std::size_t truths = 200;
    std::array<std::array<double, bins>, 2> histograms{};
    for (std::size_t k = 0; k < truths; ++k) {
        const auto u = [k](const char* of) { return keyed_uniform(20261128, of, k); };
        const std::vector<double> truth{10.0 * u("x"), 2.0 * u("z") - 1.0};
        const std::vector<MatchTarget> targets{
            {"product", product(truth) + normal_quantile(u("first error")), 1.0, 0.0},
            {"slope", slope(truth) + 0.5 * normal_quantile(u("second error")), 0.5, 0.0}};
        AbcSettings settings;
        settings.seed = k;
        const Match match = sample_posterior(parameters, targets, settings, simulator);
        for (std::size_t j = 0; j < histograms.size(); ++j) {
            double below = 0.0;
            for (std::size_t i = 0; i < match.samples.size(); ++i) {
                below += match.samples[i][j] < truth[j] ? match.weights[i] : 0.0;
            }
            histograms[j][std::min(bins - 1, static_cast<std::size_t>(below * bins))] += 1.0;
        }
    }
    for (const auto& histogram : histograms) {
        const double expected = static_cast<double>(truths) / bins;
        double chi_squared = 0.0;
        for (const double seen : histogram) {
            chi_squared += (seen - expected) * (seen - expected) / expected;
        }
        CAPTURE(histogram, chi_squared);
        CHECK(chi_squared < 37.8);  // nine degrees of freedom: 1.9e-5, a normal's 4.27 sd
    }
}
