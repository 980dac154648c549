#include <vector>

#include "model/core/rows.h"
#include "model/month/services.h"
#include "model/month/waiting.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr int months = 24000;
constexpr std::uint32_t replicates = 4;
constexpr int batches = 40 * replicates;
constexpr double allowed_errors = 4.5;

/// What one month of the queue shows at its end.
struct QueueMonth {
    int present = 0;  // waiting or in service
    int waiting = 0;
    int started = 0;
    int months_waited = 0;  // by those who started
};

/// One open-ended service of the month itself: people arrive, wait, are served and leave.
class ServiceUnderTest {
  public:
    ServiceUnderTest(int slots, double completion, std::uint64_t seed, std::uint32_t replicate)
        : residents_(sample_residents(200)), draws_({seed, 0, replicate}) {
        parameters_.instruments[Instrument::health_path].months = 1.0 / completion;
        parameters_.services.follow_up_months = 0.0;
        parameters_.services.abandonment_hazard_per_month = 0.0;
        units_.usual_slots[Instrument::health_path] = slots;
    }

    const Draws& draws() const { return draws_; }

    QueueMonth step(std::int64_t arrivals, Month month) {
        events_.clear();
        wait_in_queues(residents_.care,
                       residents_.capital,
                       events_,
                       residents_.people,
                       residents_.work,
                       parameters_.services,
                       parameters_.trust,
                       draws_,
                       month);
        admit(arrivals, month);
        deliver_services(residents_.care,
                         residents_.capital,
                         units_,
                         events_,
                         residents_.people,
                         residents_.work,
                         parameters_,
                         0,
                         draws_,
                         month);
        return look();
    }

  private:
    void admit(std::int64_t arrivals, Month month) {
        for (const ResidentId who : rows<ResidentId>(residents_.size())) {
            if (arrivals == 0) return;
            if (residents_.care.state[who] != CareState::known) continue;
            open_project(residents_.care, who, {Instrument::health_path}, month);
            --arrivals;
        }
        REQUIRE(arrivals == 0);
    }

    QueueMonth look() const {
        QueueMonth seen;
        for (const CareState state : residents_.care.state) {
            seen.present += state == CareState::known ? 0 : 1;
        }
        seen.waiting = units_.waiting[Instrument::health_path];
        for (const Event& event : events_.all()) {
            if (event.kind != EventKind::instrument_started) continue;
            ++seen.started;
            seen.months_waited += residents_.care.step_waiting[event.who];
        }
        return seen;
    }

    Residents residents_;
    ServiceUnits units_;
    Parameters parameters_;
    Events events_;
    Draws draws_;
};

/// Months of the queue of one seed, after a warm-up, one replicate after another.
template <class Arrivals>
std::vector<QueueMonth> run(int slots, double completion, std::uint64_t seed, Arrivals arrivals) {
    constexpr int warm_up = 400;
    std::vector<QueueMonth> seen;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        ServiceUnderTest service(slots, completion, seed, replicate);
        for (int m = 0; m < months + warm_up; ++m) {
            const QueueMonth month = service.step(arrivals(service.draws(), Month{m}), Month{m});
            if (m >= warm_up) seen.push_back(month);
        }
    }
    return seen;
}

/// Checks the mean of `value` over the months against `exact` by batch means.
template <class Value>
void check_mean(const std::vector<QueueMonth>& seen, double exact, Value value) {
    const std::size_t length = seen.size() / batches;
    std::vector<double> means;
    for (std::size_t b = 0; b < batches; ++b) {
        double sum = 0.0;
        for (std::size_t m = b * length; m < (b + 1) * length; ++m) sum += value(seen[m]);
        means.push_back(sum / static_cast<double>(length));
    }
    double mean = 0.0;
    for (const double m : means) mean += m / batches;
    double variance = 0.0;
    for (const double m : means) variance += (m - mean) * (m - mean) / (batches - 1);
    const double error = square_root(variance / batches);
    INFO("mean " << mean << ", exact " << exact << ", standard error " << error);
    CHECK(std::abs(mean - exact) <= allowed_errors * error);
    CHECK(error < 0.05 * exact + 0.01);  // the run is long enough to tell
}

constexpr EntityKey gate{0x676174};

auto poisson_arrivals(double mean) {
    return [mean](const Draws& draws, Month month) {
        return draws.poisson(mean, gate, month, Decision::toy_count);
    };
}

double present(const QueueMonth& m) { return m.present; }
double waiting(const QueueMonth& m) { return m.waiting; }

}  // namespace

TEST_CASE("V4 infinite slots") {
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const double mean = 2.0 / 0.25;
    const auto seen = run(1'000'000, 0.25, seed, poisson_arrivals(2.0));
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
    const auto seen = run(1, 0.4, seed, [](const Draws& draws, Month month) {
        return draws.bernoulli(Probability{0.3}, gate, month, Decision::toy_event) ? 1 : 0;
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
    const auto seen = run(golden.slots, golden.completion, seed, poisson_arrivals(golden.arrivals));
    check_mean(seen, golden.present, present);
    check_mean(seen, golden.waiting, waiting);
    // Months waited by those who start in a month: arrivals a month times the mean wait.
    check_mean(seen, golden.arrivals * golden.wait_months, [](const QueueMonth& m) {
        return static_cast<double>(m.months_waited);
    });
    for (const QueueMonth& m : seen) REQUIRE(m.present - m.waiting <= golden.slots);
}

}  // namespace cantiere
