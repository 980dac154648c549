#pragma once
/// One open-ended service of the month itself, long enough to hold it against queueing theory.

#include <vector>

#include "model/core/rows.h"
#include "model/month/services.h"
#include "model/month/waiting.h"
#include "tests/support/catch.h"
#include "tests/support/sample_residents.h"

namespace cantiere {

/// Who of those who wait goes first: who came first, whom the month's lot names, who came last, who
/// is urgent.
enum class Discipline { first_come, lottery, last_come, urgent_first };

/// What one month of the queue shows at its end.
struct QueueMonth {
    int present = 0;  // waiting or in service
    int waiting = 0;
    int started = 0;
    int abandoned = 0;
    int months_waited = 0;         // by those who started
    int urgent_months_waited = 0;  // by those of them who are urgent
    double squared_wait = 0.0;     // sum over those who started
};

/// How many arrive in a month.
struct Arrivals {
    std::int64_t usual = 0;
    std::int64_t urgent = 0;
};

/// Chances of one month, and room for those present at once.
struct QueueHazards {
    double completion = 0.0;          // probability
    double abandonment_hazard = 0.0;  // of those who wait
    std::size_t rows_of_people = 100;
};

/// A service of some slots: people arrive, wait, are served and leave.
class ServiceUnderTest {
  public:
    ServiceUnderTest(Discipline discipline,
                     int slots,
                     const QueueHazards& hazards,
                     std::uint64_t seed,
                     std::uint32_t replicate)
        : discipline_(discipline),
          residents_(sample_residents(hazards.rows_of_people)),
          draws_({seed, 0, replicate}) {
        parameters_.instruments[Instrument::health_path].months = 1.0 / hazards.completion;
        parameters_.services.follow_up_months = 0.0;
        parameters_.services.abandonment_hazard_per_month = hazards.abandonment_hazard;
        // A commission for everybody orders the line by score: equal scores make a lottery.
        parameters_.commission.active = discipline == Discipline::first_come ? 0.0 : 1.0;
        parameters_.commission.wait_weight = 0.0;
        parameters_.target.everybody = 1.0;
        parameters_.target.months = 1e6;
        units_.usual_slots[Instrument::health_path] = slots;
    }

    const Draws& draws() const { return draws_; }

    QueueMonth step(Arrivals arrivals, Month month) {
        auto& [people, capital, work, housing, justice, care, standing, tally, credit] = residents_;
        const Parameters& p = parameters_;
        events_.clear();
        wait_in_queues(care, capital, events_, people, work, p.services, p.trust, draws_, month);
        admit(arrivals.usual, month, 0.0f);
        admit(arrivals.urgent, month, 1.0f);
        deliver_services(care, capital, units_, events_, people, work, p, 0, draws_, month);
        return look();
    }

  private:
    void admit(std::int64_t arrivals, Month month, float urgency) {
        for (const ResidentId who : rows<ResidentId>(residents_.size())) {
            if (arrivals == 0) return;
            if (residents_.care.state[who] != CareState::known) continue;
            open_project(residents_.care, who, {Instrument::health_path}, month);
            const bool late = discipline_ == Discipline::last_come;
            residents_.care.score[who] = late ? static_cast<float>(month.index()) : urgency;
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
            if (event.kind == EventKind::abandoned_queue) ++seen.abandoned;
            if (event.kind != EventKind::instrument_started) continue;
            const int wait = residents_.care.step_waiting[event.who];
            ++seen.started;
            seen.months_waited += wait;
            if (residents_.care.score[event.who] > 0.0f) seen.urgent_months_waited += wait;
            seen.squared_wait += static_cast<double>(wait) * wait;
        }
        return seen;
    }

    Discipline discipline_;
    Residents residents_;
    ServiceUnits units_;
    Parameters parameters_;
    Events events_;
    Draws draws_;
};

}  // namespace cantiere
