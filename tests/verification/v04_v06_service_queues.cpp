#include "tests/support/queue_run.h"

namespace cantiere {
namespace {

double present(const QueueMonth& m) { return m.present; }
double waiting(const QueueMonth& m) { return m.waiting; }

}  // namespace

TEST_CASE("V4 infinite slots") {
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const double mean = 2.0 / 0.25;
    const auto seen =
        run_queue(Discipline::first_come, 1'000'000, {0.25}, seed, poisson_arrivals(2.0));
    check_mean(seen, mean, present);
    check_mean(seen, mean, [&](const QueueMonth& m) {
        return (m.present - mean) * (m.present - mean);
    });
    check_mean(seen, exp(-mean) * power(mean, 8.0) / 40320.0, [](const QueueMonth& m) {
        return m.present == 8 ? 1.0 : 0.0;
    });
    for (const QueueMonth& m : seen) REQUIRE(m.waiting == 0);
}

TEST_CASE("V5 one slot") {
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const auto seen =
        run_queue(Discipline::first_come, 1, {0.4}, seed, [](const Draws& draws, Month month) {
            const Probability chance{0.3};
            const bool comes = draws.bernoulli(chance, queue_gate, month, Decision::toy_event);
            return Arrivals{comes ? 1 : 0, 0};
        });
    check_mean(seen, 0.3 * 0.7 / (0.4 - 0.3), present);
    check_mean(seen, 0.25, [](const QueueMonth& m) { return m.present == 0 ? 1.0 : 0.0; });
}

TEST_CASE("V6 c slots") {
    struct Golden {
        double arrivals, completion;
        int slots;
        double present, waiting, wait_months;
    };
    const Golden golden = GENERATE(Golden{0.8, 1.0 / 6.0, 6, 6.700576, 1.900576, 2.375720},
                                   Golden{4.5, 0.5, 10, 13.542851, 4.542851, 1.009523});
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const auto seen = run_queue(Discipline::first_come,
                                golden.slots,
                                {golden.completion},
                                seed,
                                poisson_arrivals(golden.arrivals));
    check_mean(seen, golden.present, present);
    check_mean(seen, golden.waiting, waiting);
    // Months waited by those who start in a month: arrivals a month times the mean wait.
    check_mean(seen, golden.arrivals * golden.wait_months, [](const QueueMonth& m) {
        return static_cast<double>(m.months_waited);
    });
    for (const QueueMonth& m : seen) REQUIRE(m.present - m.waiting <= golden.slots);
}

}  // namespace cantiere
