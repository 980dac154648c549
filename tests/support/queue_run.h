#pragma once
/// Long runs of a service under test, and their means by batches.

#include <cstdint>
#include <vector>

#include "model/core/elementary.h"
#include "tests/support/service_under_test.h"

namespace cantiere {

inline constexpr EntityKey queue_gate{0x676174};

/// Runs the months of the queue of one seed, after a warm-up, one replicate after another.
template <class Arriving>
std::vector<QueueMonth> run_queue(Discipline discipline,
                                  int slots,
                                  const QueueHazards& hazards,
                                  std::uint64_t seed,
                                  Arriving arriving,
                                  std::uint32_t replicates = 4) {
    constexpr int months = 24000;
    constexpr int warm_up = 400;
    std::vector<QueueMonth> seen;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        ServiceUnderTest service(discipline, slots, hazards, seed, replicate);
        for (int m = 0; m < months + warm_up; ++m) {
            const QueueMonth month = service.step(arriving(service.draws(), Month{m}), Month{m});
            if (m >= warm_up) seen.push_back(month);
        }
    }
    return seen;
}

/// Arrivals of two kinds, each Poisson.
inline auto poisson_arrivals(double mean, double mean_urgent = 0.0) {
    return [=](const Draws& draws, Month month) {
        const auto of = [&](double one, Draws::Index index) {
            return draws.poisson(one, queue_gate, month, Decision::toy_count, index);
        };
        return Arrivals{of(mean, 0), of(mean_urgent, 1)};
    };
}

/// A mean over months and its standard error.
struct BatchMean {
    double mean = 0.0;
    double error = 0.0;
};

/// Means `value` over the months, its error by batch means.
template <class Value>
BatchMean batch_mean(const std::vector<QueueMonth>& seen, Value value) {
    constexpr std::size_t length = 600;
    const std::size_t batches = seen.size() / length;
    const auto n = static_cast<double>(batches);
    std::vector<double> means;
    for (std::size_t b = 0; b < batches; ++b) {
        double sum = 0.0;
        for (std::size_t m = b * length; m < (b + 1) * length; ++m) sum += value(seen[m]);
        means.push_back(sum / static_cast<double>(length));
    }
    double mean = 0.0;
    for (const double m : means) mean += m / n;
    double variance = 0.0;
    for (const double m : means) variance += (m - mean) * (m - mean) / (n - 1.0);
    return {mean, square_root(variance / n)};
}

/// How well a golden number is known, and how well a run must tell it.
struct Precision {
    double standard_error = 0.05;  // at most this share of the number
    double rounding = 0.0;
};

/// Checks the mean of `value` over the months against `exact`.
template <class Value>
void check_mean(const std::vector<QueueMonth>& seen,
                double exact,
                Value value,
                Precision known = {}) {
    constexpr double allowed_errors = 4.5;
    const auto [mean, error] = batch_mean(seen, value);
    INFO("mean " << mean << ", exact " << exact << ", standard error " << error);
    CHECK(std::abs(mean - exact) <= allowed_errors * error + known.rounding);
    CHECK(error < known.standard_error * exact + 0.01);  // the run is long enough to tell
}

}  // namespace cantiere
