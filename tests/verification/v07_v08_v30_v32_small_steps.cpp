#include <array>

#include "tests/support/queue_chain.h"
#include "tests/support/queue_run.h"

namespace cantiere {
namespace {

/// A queue of constant rates, watched in steps of `step` mean service times or months.
struct Rates {
    double arrivals, service;
    int slots;
};

QueueChain chain_of(const Rates& rates, double step, int states) {
    return {rates.slots, rates.service * step, rates.arrivals * step, states};  // the load stays
}

/// Mean wait in units of time of the exact chain of steps.
double chain_wait(const Rates& rates, double step, int states) {
    return mean_wait_steps(chain_of(rates, step, states)) * step;
}

/// Checks that waits at steps halved twice come nearer to the limit in proportion to the step.
void check_limit(const Rates& rates, double limit, double step, int states) {
    const double coarse = chain_wait(rates, step, states);
    const double middle = chain_wait(rates, step / 2, states);
    const double fine = chain_wait(rates, step / 4, states);
    INFO("waits " << coarse << " " << middle << " " << fine << ", limit " << limit);
    CHECK((coarse - middle) / (middle - fine) == Approx(2.0).margin(0.1));
    CHECK(2.0 * fine - middle == Approx(limit).epsilon(5e-4));
}

/// Checks the services against the chain of the same steps.
void check_services(const Rates& rates, double step, std::uint64_t seed, Precision known) {
    const QueueChain chain = chain_of(rates, step, 400);
    const auto seen = run_queue(Discipline::first_come,
                                chain.slots,
                                {.completion = chain.leaves, .rows_of_people = 300},
                                seed,
                                poisson_arrivals(chain.arrivals));
    check_mean(
        seen,
        chain.arrivals * mean_wait_steps(chain),
        [](const QueueMonth& m) { return 1.0 * m.months_waited; },
        known);
}

/// Mean waits, in steps, of two classes at one server that leaves nobody half served (Kleinrock
/// 1976) in discrete time: an arrival finds what is left of a service, those of its rank and above
/// who wait, half of its own batch and, of lower rank, all urgent ones until it starts.
std::array<double, 2> priority_waits(double urgent, double usual, double leaves) {
    const double load = (urgent + usual) / leaves;
    const double left = load * (1.0 - leaves) / leaves;
    const double first = (left + urgent / (2.0 * leaves)) / (1.0 - urgent / leaves);
    const double ahead = urgent * first + urgent + usual / 2.0;
    return {first, (left + ahead / leaves) / (1.0 - load)};
}

}  // namespace

TEST_CASE("V6 the chain of the tests has the published stationary waits") {
    CHECK(mean_wait_steps({6, 1.0 / 6.0, 0.8}) == Approx(2.375720).margin(5e-7));
    CHECK(mean_wait_steps({10, 0.5, 4.5}) == Approx(1.009523).margin(5e-7));
}

TEST_CASE("V7 services of short steps wait as Erlang C says") {
    check_limit({9.0, 1.0, 10}, 0.668732, 0.25, 300);
    check_limit({8.0, 0.5, 20}, 0.128039, 0.25, 200);
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    check_services({9.0, 1.0, 10}, 0.25, seed, {.standard_error = 0.15});
    check_services({8.0, 0.5, 20}, 0.25, seed, {.standard_error = 0.15});
}

TEST_CASE("V8 one list for two services waits less than half as long as two lists") {
    const Rates alone{0.9, 1.0, 1};
    const Rates together{1.8, 1.0, 2};
    check_limit(alone, 9.0, 0.5, 400);
    check_limit(together, 4.263158, 0.5, 400);
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    check_services(alone, 0.5, seed, {.standard_error = 0.3});
    check_services(together, 0.5, seed, {.standard_error = 0.3});
}

TEST_CASE("V30 an overloaded queue grows until those who give up match what cannot be served") {
    const double step = 0.1;
    const double hazard = 0.05 * step;
    const double arriving = 10.0 * step;
    const double served = 4.0 * step;  // four slots, each done with probability .1 a step
    const double waiting = (arriving - served) / -expm1(-hazard);
    CHECK(waiting == Approx(120.0).epsilon(0.003));  // the fluid limit
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const auto all =
        run_queue(Discipline::first_come, 4, {0.1, hazard, 400}, seed, poisson_arrivals(arriving));
    constexpr std::size_t filling = 4000;  // steps until the queue stands, of each replicate
    std::vector<QueueMonth> seen;
    for (std::size_t m = 0; m < all.size(); ++m) {
        if (m % 24000 >= filling) seen.push_back(all[m]);
    }
    check_mean(seen, waiting, [](const QueueMonth& m) { return 1.0 * m.waiting; });
    check_mean(seen, 0.60 * arriving, [](const QueueMonth& m) { return 1.0 * m.abandoned; });
}

TEST_CASE("V32 urgent cases wait less, the others more, and the load's wait stays the same") {
    const double urgent = 0.3;
    const double usual = 0.5;
    const auto limit = priority_waits(urgent * 1e-6, usual * 1e-6, 1e-6);
    CHECK(limit[0] * 1e-6 == Approx(1.142857).epsilon(1e-5));
    CHECK(limit[1] * 1e-6 == Approx(5.714286).epsilon(1e-5));
    CHECK(urgent * limit[0] * 1e-6 + usual * limit[1] * 1e-6 == Approx(3.2).epsilon(1e-5));

    const double step = 0.5;
    const double leaves = step;  // of a service of mean 1
    const double all = (urgent + usual) * step;
    const auto exact = priority_waits(urgent * step, usual * step, leaves);
    const double kept = urgent * step * exact[0] + usual * step * exact[1];
    CHECK(kept == Approx(all * mean_wait_steps({1, leaves, all, 400})).epsilon(1e-6));
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const auto seen = run_queue(Discipline::urgent_first,
                                1,
                                {.completion = leaves, .rows_of_people = 300},
                                seed,
                                poisson_arrivals(usual * step, urgent * step));
    check_mean(seen,
               urgent * step * exact[0],
               [](const QueueMonth& m) { return 1.0 * m.urgent_months_waited; },
               {.standard_error = 0.1});
    check_mean(seen,
               usual * step * exact[1],
               [](const QueueMonth& m) { return 1.0 * (m.months_waited - m.urgent_months_waited); },
               {.standard_error = 0.2});
    check_mean(seen,
               kept,
               [](const QueueMonth& m) { return 1.0 * m.months_waited; },
               {.standard_error = 0.2});
}

}  // namespace cantiere
