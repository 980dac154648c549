#pragma once

#include <set>

#include "model/month/after_hire.h"
#include "model/month/services.h"
#include "model/month/waiting.h"
#include "tests/support/sample_residents.h"

namespace cantiere {

inline constexpr ResidentId one = ResidentId::at(0);
inline constexpr ResidentId two = ResidentId::at(1);

/// Residents with projects, and the services of a small territory.
struct Services {
    Residents residents;
    ServiceUnits units;
    Parameters parameters;
    Events events;
    Draws draws{{31, 0, 0}};
    int months_of_network = 0;

    explicit Services(std::size_t n) : residents(sample_residents(n)) {
        parameters.instruments[Instrument::vocational_training].months = 4.0;
        parameters.instruments[Instrument::orientation].months = 1.0;
        parameters.services.abandonment_hazard_per_month = 0.0;
    }
    Care& care() { return residents.care; }
    void open(std::initializer_list<Instrument> steps) {
        for (const ResidentId who : rows<ResidentId>(residents.size())) {
            open_project(residents.care, who, steps, Month{0});
        }
    }
    void wait(int month) {
        wait_in_queues(residents.care,
                       residents.capital,
                       events,
                       residents.people,
                       residents.work,
                       parameters.services,
                       parameters.trust,
                       draws,
                       Month{month});
    }
    void deliver(int month) {
        deliver_services(residents.care,
                         residents.capital,
                         units,
                         events,
                         residents.people,
                         residents.work,
                         parameters,
                         months_of_network,
                         draws,
                         Month{month});
    }
    void hire(ResidentId who, WorkState state, int month) {
        residents.work.state[who] = state;
        events.clear();
        events.add(EventKind::hired, who);
        start_after_hire(residents.care,
                         events,
                         units,
                         residents.people,
                         residents.work,
                         residents.standing,
                         parameters,
                         draws,
                         Month{month});
    }
    int count(EventKind kind, Instrument instrument = Instrument::count) const {
        int n = 0;
        for (const Event& event : events.all()) {
            const bool fits = instrument == Instrument::count || event.instrument == instrument;
            n += event.kind == kind && fits ? 1 : 0;
        }
        return n;
    }
    std::set<std::size_t> started(Funding funding) const {
        std::set<std::size_t> who;
        for (const Event& event : events.all()) {
            if (event.kind == EventKind::instrument_started && event.funding == funding) {
                who.insert(event.who.index());
            }
        }
        return who;
    }
};

}  // namespace cantiere
