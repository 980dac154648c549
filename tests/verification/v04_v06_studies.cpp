#include <vector>

#include "tests/support/study_file.h"

namespace cantiere {
namespace {

constexpr int settled = 150;  // months until the people of the start no longer matter
constexpr int months = 600;
constexpr std::uint32_t replicates = 12;
constexpr double newcomers = 0.8;

/// Mean over the window of people in the health path and of people who wait for it.
struct Stock {
    double served = 0.0;
    double waiting = 0.0;
};

Stock stock(const RunOutcome& outcome, int slots) {
    Stock mean;
    for (int m = settled; m < months; ++m) {
        mean.served += outcome.at(Variable::utilisation, m, Instrument::health_path) * slots /
                       (months - settled);
        mean.waiting +=
            outcome.at(Variable::queue_length, m, Instrument::health_path) / (months - settled);
    }
    return mean;
}

/// Standard errors of the means over months and replicates, bounds from above: a stock's variance x
/// twice the months that it remembers / the months seen. 1.5 and 10 for those served, 12 and 40 for
/// those who wait.
const double seen = replicates * (months - settled);
const double served_error = std::sqrt(1.5 * 2.0 * 10.0 / seen);
const double stock_error = std::sqrt(4.8 * 2.0 * 6.0 / seen);  // Poisson, without a limit
const double waiting_error = std::sqrt(12.0 * 2.0 * 40.0 / seen);

double mean_of(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

/// Runs all replicates under a seed and checks the mean stocks.
void check_stocks(const StudyFile& study, int slots, std::uint64_t seed, Stock exact) {
    INFO("seed " << seed << ", " << slots << " slots");
    std::vector<double> served;
    std::vector<double> waiting;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        const Stock mean = stock(study.outcome(seed, 0, replicate), slots);
        served.push_back(mean.served);
        waiting.push_back(mean.waiting);
    }
    check_mean_of(mean_of(served),
                  exact.served,
                  exact.waiting > 0.0 ? served_error : stock_error,
                  1.0);
    if (exact.waiting > 0.0) {
        check_mean_of(mean_of(waiting), exact.waiting, waiting_error, 1.0);
    } else {
        CHECK(waiting == std::vector<double>(waiting.size(), 0.0));
    }
}

}  // namespace

TEST_CASE("V4 study: without a limit the stock is arrivals over completion") {
    const StudyFile study =
        verification_study("v04-service", {{"health_path.usual_slots_per_1000", "1000"}});
    for (const std::uint64_t seed : three_seeds) {
        check_stocks(study, 25, seed, {newcomers * 6.0, 0.0});
    }
}

TEST_CASE("V6 study: six places serve and make wait as the chain says") {
    const StudyFile study = verification_study("v04-service");
    for (const std::uint64_t seed : three_seeds) {
        check_stocks(study, 6, seed, {6.700576 - 1.900576, 1.900576});
    }
}

}  // namespace cantiere
