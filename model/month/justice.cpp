#include "model/month/justice.h"

#include <algorithm>
#include <limits>

#include "model/core/rows.h"
#include "model/month/benefits.h"
#include "model/month/care_file.h"
#include "model/month/demography.h"
#include "model/rules/housing.h"

namespace cantiere {
namespace {

void serve_month(Justice& justice, Work& work, Events& events, ResidentId who) {
    if (justice.sentence_left[who] > 0) --justice.sentence_left[who];
    if (justice.sentence_left[who] > 0) return;
    justice.state[who] = JusticeState::released;
    justice.months_since_release[who] = 0;
    work.state[who] = WorkState::seeking;
    events.add(EventKind::released, who);
}

ReoffendingConditions conditions_of(const People& people,
                                    const Work& work,
                                    const Housing& housing,
                                    const Care& care,
                                    double frailty_sd,
                                    ResidentId who) {
    ReoffendingConditions c;
    c.employed = is_employed(work.state[who]);
    c.in_programme = care.state[who] == CareState::in_project ||
                     care.state[who] == CareState::follow_up ||
                     care.state[who] == CareState::tapering;
    c.unhoused = is_unhoused(housing.state[who]);
    c.woman = people.sex[who] == Sex::female;
    c.standard_frailty = frailty_sd > 0.0 ? double{people.frailty[who]} / frailty_sd : 0.0;
    return c;
}

/// Whole months inside, at least one: 1 + geometric.
std::uint16_t sentence_months(const JusticeParameters& p,
                              const Draws& draws,
                              EntityKey key,
                              Month month) {
    const double beyond_first = std::max(0.0, p.mean_resentence_months - 1.0);
    const auto more = draws.geometric(beyond_first, key, month, Decision::sentence);
    constexpr Draws::Count longest = std::numeric_limits<std::uint16_t>::max();
    return static_cast<std::uint16_t>(std::min(1 + more, longest));
}

void detain(Justice& justice,
            Work& work,
            Housing& housing,
            Care& care,
            Events& events,
            ResidentId who) {
    if (is_employed(work.state[who])) events.add(EventKind::separated, who);
    if (is_in_care(care.state[who])) {
        close_file(care, who, CareState::known);
        events.add(EventKind::file_closed, who);
    }
    justice.state[who] = JusticeState::detained;
    leave_work(work, who, WorkState::detained);
    const HousingState home = housing.state[who];
    if (home == HousingState::shelter || home == HousingState::supported) {
        housing.state[who] = HousingState::homeless;
    }
    events.add(EventKind::reincarcerated, who);
}

}  // namespace

void run_justice(Justice& justice,
                 Work& work,
                 Housing& housing,
                 Care& care,
                 Events& events,
                 const People& people,
                 const JusticeParameters& parameters,
                 const PopulationParameters& population,
                 const Draws& draws,
                 Month month) {
    const ReleasedPopulation released{population.detained_female_share,
                                      population.frailty_sd > 0.0 ? 1.0 : 0.0};
    for (const ResidentId who : rows<ResidentId>(people.key.size())) {
        if (people.presence[who] != Presence::present) continue;
        if (justice.state[who] == JusticeState::detained) {
            serve_month(justice, work, events, who);
            continue;
        }
        if (justice.state[who] != JusticeState::released) continue;
        ++justice.months_since_release[who];
        if (employment_changed(work, who)) continue;
        const ReoffendingConditions conditions =
            conditions_of(people, work, housing, care, population.frailty_sd, who);
        const Hazard hazard = reincarceration_hazard(parameters,
                                                     justice.months_since_release[who],
                                                     conditions,
                                                     released);
        const EntityKey key = people.key[who];
        if (!draws.event(hazard, key, month, Decision::reoffending)) continue;
        justice.sentence_left[who] = sentence_months(parameters, draws, key, month);
        detain(justice, work, housing, care, events, who);
    }
}

}  // namespace cantiere
