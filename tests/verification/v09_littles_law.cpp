#include "model/core/rows.h"
#include "model/month/service_slots.h"
#include "model/month/services.h"
#include "model/month/waiting.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {
namespace {

constexpr int months = 240;

/// A territory's services in the month, fed with new projects: courses after orientation, a
/// support beside them, people who give up and people who drop out.
struct World {
    Residents residents = sample_residents(600);
    ServiceUnits units;
    Parameters parameters;
    Events events;
    Draws draws;

    explicit World(std::uint64_t seed) : draws({seed, 0, 0}) {
        auto& catalogue = parameters.instruments;
        catalogue[Instrument::orientation].months = 1.0;
        catalogue[Instrument::vocational_training].months = 4.0;
        catalogue[Instrument::vocational_training].dropout_hazard_per_month = 0.06;
        catalogue[Instrument::supported_housing].months = 12.0;
        catalogue[Instrument::supported_housing].dropout_hazard_per_month = 0.006;
        units.usual_slots[Instrument::orientation] = 5;
        units.usual_slots[Instrument::vocational_training] = 12;
        units.usual_slots[Instrument::supported_housing] = 20;
    }

    void step(Month month) {
        events.clear();
        wait_in_queues(residents.care,
                       residents.capital,
                       events,
                       residents.people,
                       residents.work,
                       parameters.services,
                       parameters.trust,
                       draws,
                       month);
        admit(draws.poisson(6.0, EntityKey{7}, month, Decision::toy_count), month);
        deliver_services(residents.care,
                         residents.capital,
                         units,
                         events,
                         residents.people,
                         residents.work,
                         parameters,
                         0,
                         draws,
                         month);
    }

    void admit(std::int64_t arrivals, Month month) {
        for (const ResidentId who : rows<ResidentId>(residents.size())) {
            if (arrivals == 0) return;
            if (residents.care.state[who] != CareState::known) continue;
            open_project(residents.care,
                         who,
                         {Instrument::orientation, Instrument::vocational_training},
                         month);
            residents.care.support[who] = Instrument::supported_housing;
            --arrivals;
        }
    }
};

/// Follows every stay in the line of one instrument from outside, by its own clock.
class Stays {
  public:
    explicit Stays(std::size_t n) : in_line_(n, 0), since_(n, Month{0}) {}

    void see(ResidentId who, bool waits, Month month) {
        if (waits && in_line_[who] == 0) {
            since_[who] = month;
            ++joined_;
        }
        if (!waits && in_line_[who] != 0) months_ += month - since_[who];
        in_line_[who] = waits ? 1 : 0;
    }
    void close(Month end) {
        for (const ResidentId who : rows<ResidentId>(in_line_.size())) {
            if (in_line_[who] != 0) months_ += end - since_[who];
        }
    }
    std::int64_t months() const { return months_; }
    std::int64_t joined() const { return joined_; }

  private:
    ResidentColumn<std::uint8_t> in_line_;
    ResidentColumn<Month> since_;
    std::int64_t months_ = 0;
    std::int64_t joined_ = 0;
};

bool waits_for(const Care& care, Instrument instrument, ResidentId who) {
    const bool open = care.state[who] == CareState::assessed_waiting ||
                      care.state[who] == CareState::in_project ||
                      care.state[who] == CareState::follow_up;
    if (!open) return false;
    if (care.support[who] == instrument) {
        return care.support_left[who] == 0 && care.support_done[who] == 0;
    }
    return care.step[who] < care.step_count[who] && care.step_left[who] == 0 &&
           care.steps[who][care.step[who]] == instrument;
}

}  // namespace

TEST_CASE("V9 Little's law") {
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    const Instrument instrument = GENERATE(Instrument::orientation,
                                           Instrument::vocational_training,
                                           Instrument::supported_housing);
    World world(seed);
    Stays stays(world.residents.size());
    std::int64_t people_months = 0;
    for (int m = 0; m < months; ++m) {
        world.step(Month{m});
        people_months += world.units.waiting[instrument];
        for (const ResidentId who : rows<ResidentId>(world.residents.size())) {
            stays.see(who, waits_for(world.residents.care, instrument, who), Month{m});
        }
    }
    stays.close(Month{months});  // those still waiting: the end correction
    REQUIRE(stays.joined() > 100);
    // L = lambda_eff W over the run, both sides times its length.
    CHECK(people_months == stays.months());
}

TEST_CASE("V9 Little's law: the wait on the file is the wait seen from outside") {
    const std::uint64_t seed = GENERATE(1u, 2u, 3u);
    World world(seed);
    int started = 0;
    for (int m = 0; m < months; ++m) {
        world.step(Month{m});
        const Care& care = world.residents.care;
        for (const Event& event : world.events.all()) {
            if (event.kind != EventKind::instrument_started) continue;
            if (event.instrument != Instrument::orientation) continue;
            ++started;
            REQUIRE(care.step_waiting[event.who] == Month{m} - care.registered_month[event.who]);
        }
    }
    CHECK(started > 100);
}

}  // namespace cantiere
