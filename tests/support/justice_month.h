#pragma once

#include <algorithm>

#include "model/month/demography.h"
#include "model/month/justice.h"
#include "tests/support/one_regime.h"
#include "tests/support/sample_residents.h"

namespace cantiere {

const Draws draws({17, 0, 0});
inline constexpr double sigma_z = 0.5;

inline std::int64_t count(const Events& events, EventKind kind) {
    return std::count_if(events.all().begin(), events.all().end(), [kind](const Event& event) {
        return event.kind == kind;
    });
}

/// People released of one sex, with frailty.
inline PopulationParameters population() {
    PopulationParameters p;
    p.frailty_sd = sigma_z;
    p.detained_female_share = 0.0;
    return p;
}

/// One month of sentences and returns to prison.
inline Events justice_month(Residents& residents, const JusticeParameters& p, Month month) {
    Events events;
    mark_start_of_month(residents.work);
    run_justice(residents.justice,
                residents.work,
                residents.housing,
                residents.care,
                events,
                residents.people,
                OneRegime(p, population()),
                draws,
                month);
    return events;
}

}  // namespace cantiere
