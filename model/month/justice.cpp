#include "model/month/justice.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "model/core/rare_draws.h"
#include "model/core/rows.h"
#include "model/month/benefits.h"
#include "model/month/care_file.h"
#include "model/month/demography.h"
#include "model/rules/housing.h"

namespace cantiere {
namespace {

/// Serves one month, inside or outside; tells whether the sentence is over.
bool serve_month(Justice& justice, Work& work, Events& events, ResidentId who) {
    if (justice.sentence_left[who] > 0) --justice.sentence_left[who];
    if (justice.sentence_left[who] > 0) return false;
    if (justice.state[who] == JusticeState::detained) work.state[who] = WorkState::seeking;
    justice.state[who] = JusticeState::released;
    justice.months_since_release[who] = 0;
    events.add(EventKind::released, who);
    return true;
}

/// The rest of the sentence goes on at home.
void let_out(Justice& justice, Work& work, Events& events, ResidentId who) {
    justice.state[who] = JusticeState::alternative;
    justice.months_since_release[who] = 0;
    justice.served_outside[who] = 1;
    work.state[who] = WorkState::seeking;
    events.add(EventKind::alternative_granted, who);
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
            EventKind why,
            ResidentId who) {
    if (is_employed(work.state[who])) events.add(EventKind::separated, who);
    if (is_in_care(care.state[who])) {
        close_file(care, who, CareState::known);
        events.add(EventKind::file_closed, who);
    }
    justice.state[who] = JusticeState::detained;
    justice.served_outside[who] = 0;
    leave_work(work, who, WorkState::detained);
    const HousingState home = housing.state[who];
    if (home == HousingState::shelter || home == HousingState::supported) {
        housing.state[who] = HousingState::homeless;
    }
    events.add(why, who);
}

/// Adds a new sentence to what is left of an earlier one.
void add_sentence(Justice& justice,
                  const JusticeParameters& p,
                  const Draws& draws,
                  EntityKey key,
                  Month month,
                  ResidentId who) {
    constexpr int longest = std::numeric_limits<std::uint16_t>::max();
    const int months = justice.sentence_left[who] + sentence_months(p, draws, key, month);
    justice.sentence_left[who] = static_cast<std::uint16_t>(std::min(months, longest));
}

enum class Return : std::uint8_t { offence, revocation };

/// Why somebody at liberty goes back to prison this month, if so.
std::optional<Return> return_of(JusticeState state,
                                Hazard offence,
                                const JusticeParameters& p,
                                const Draws& draws,
                                EntityKey key,
                                Month month) {
    if (state == JusticeState::released) {
        return draws.event(offence, key, month, Decision::reoffending)
                   ? std::optional(Return::offence)
                   : std::nullopt;
    }
    const std::array hazards{Hazard{offence.per_month() * p.alternative_ratio},
                             Hazard{p.revocation_hazard}};
    const auto cause = draws.competing(hazards, key, month, Decision::alternative_ended);
    if (!cause) return std::nullopt;
    return *cause == 0 ? Return::offence : Return::revocation;
}

/// A month inside: the rest of a short sentence may be served outside by who has a home.
void serve_inside(Justice& justice,
                  Work& work,
                  Events& events,
                  const Housing& housing,
                  const JusticeParameters& p,
                  const Draws& draws,
                  EntityKey key,
                  Month month,
                  ResidentId who) {
    const bool has_home = !is_unhoused(housing.state[who]);
    const bool may_go = may_serve_outside(p, justice.sentence_left[who], has_home);
    const Hazard granted{p.alternative_hazard};
    if (may_go && draws.event(granted, key, month, Decision::alternative_granted)) {
        let_out(justice, work, events, who);
    }
}

/// Back inside, for another sentence or the rest of the old one.
void return_inside(Justice& justice,
                   Work& work,
                   Housing& housing,
                   Care& care,
                   Events& events,
                   Return why,
                   const JusticeParameters& p,
                   const Draws& draws,
                   EntityKey key,
                   Month month,
                   ResidentId who) {
    const bool offended = why == Return::offence;
    if (offended) add_sentence(justice, p, draws, key, month, who);
    const EventKind told = offended ? EventKind::reincarcerated : EventKind::alternative_revoked;
    detain(justice, work, housing, care, events, told, who);
}

}  // namespace

void run_justice(Justice& justice,
                 Work& work,
                 Housing& housing,
                 Care& care,
                 Events& events,
                 const People& people,
                 const Regimes& regimes,
                 const Draws& draws,
                 Month month) {
    const JusticeParameters& p = regimes.programme.justice;
    const PopulationParameters& population = regimes.programme.population;
    const ReleasedPopulation released{population.detained_female_share,
                                      population.frailty_sd > 0.0 ? 1.0 : 0.0};
    const ResidentSet sentenced = rows_with(justice.state,
                                            JusticeState::detained,
                                            JusticeState::alternative,
                                            JusticeState::released);
    for (const ResidentId who : present(people) & sentenced) {
        const JusticeState state = justice.state[who];
        const EntityKey key = people.key[who];
        if (state == JusticeState::released) {
            ++justice.months_since_release[who];
        } else if (serve_month(justice, work, events, who)) {
            continue;
        }
        if (state == JusticeState::detained) {
            const JusticeParameters& own = regimes.of(people.groups[who], people.sex[who]).justice;
            serve_inside(justice, work, events, housing, own, draws, key, month, who);
            continue;
        }
        if (employment_changed(work, who)) continue;
        const Hazard offence = reincarceration_hazard(
            p,
            justice.months_since_release[who],
            conditions_of(people, work, housing, care, population.frailty_sd, who),
            released);
        const std::optional<Return> why = return_of(state, offence, p, draws, key, month);
        if (!why) continue;
        return_inside(justice, work, housing, care, events, *why, p, draws, key, month, who);
    }
}

}  // namespace cantiere
