#include <algorithm>

#include "tests/support/queue_run.h"

namespace cantiere {
namespace {

constexpr double arrivals = 0.8;
constexpr double mean_wait = 2.37572;
constexpr int slots = 6;

double months_waited(const QueueMonth& m) { return m.months_waited; }
double squared_wait(const QueueMonth& m) { return m.squared_wait; }

/// Runs the queue of V6 under a discipline and checks what no discipline may change.
std::vector<QueueMonth> conserved(Discipline discipline, std::uint64_t seed) {
    const auto arriving = poisson_arrivals(arrivals);
    const auto seen = run_queue(discipline, slots, {1.0 / 6.0}, seed, arriving, 6);
    const Precision known{.standard_error = 0.08};
    check_mean(
        seen,
        6.700576,
        [](const QueueMonth& m) { return 1.0 * m.present; },
        known);
    check_mean(
        seen,
        1.900576,
        [](const QueueMonth& m) { return 1.0 * m.waiting; },
        known);
    check_mean(seen, arrivals * mean_wait, months_waited, known);
    for (const QueueMonth& m : seen) {  // no slot is idle while anybody waits
        REQUIRE(m.present - m.waiting == std::min(m.present, slots));
    }
    return seen;
}

/// Checks the sum of squared waits of a month, lambda (variance + mean^2).
void check_spread(const std::vector<QueueMonth>& seen, double variance, double rounding) {
    check_mean(seen,
               arrivals * (variance + mean_wait * mean_wait),
               squared_wait,
               {.standard_error = 0.2, .rounding = arrivals * rounding});
}

}  // namespace

TEST_CASE("V31 work conservation without abandonment: the mean wait is one whoever goes first") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        INFO("seed " << seed);
        const auto first_come = conserved(Discipline::first_come, seed);
        const auto lottery = conserved(Discipline::lottery, seed);
        const auto last_come = conserved(Discipline::last_come, seed);
        check_spread(first_come, 16.2083, 0.0001);
        check_spread(lottery, 32.5, 0.05);
        check_spread(last_come, 111.2, 0.05);
        CHECK(batch_mean(first_come, squared_wait).mean < batch_mean(lottery, squared_wait).mean);
        CHECK(batch_mean(lottery, squared_wait).mean < batch_mean(last_come, squared_wait).mean);
    }
}

}  // namespace cantiere
