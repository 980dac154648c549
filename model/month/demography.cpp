#include "model/month/demography.h"

#include <array>
#include <cmath>
#include <optional>

#include "model/core/rare_draws_among.h"
#include "model/core/row_lists.h"
#include "model/month/care_file.h"

namespace cantiere {
namespace {

bool is_jobless(WorkState state) {
    return state == WorkState::seeking || state == WorkState::inactive ||
           state == WorkState::internship;
}

constexpr std::array leaving_events{EventKind::died, EventKind::emigrated};

std::array<Hazard, 2> causes_of_leaving(const PopulationParameters& p) {
    return {Hazard{p.death_hazard_per_month}, Hazard{p.emigration_hazard_per_month}};
}

bool is_aged_out(const People& people, const PopulationParameters& p, Month month, ResidentId who) {
    const int age_months = month.index() - people.birth_month[who];
    return age_months >= 12.0 * p.age_out_years;
}

/// Those of the age at which residents leave, whether present or not.
ResidentSet aged_out(const People& people, const PopulationParameters& p, Month month) {
    const int limit_months = static_cast<int>(std::ceil(12.0 * p.age_out_years));
    const int last_birth = month.index() - limit_months;
    return rows_where([last_birth](std::int16_t birth) { return birth <= last_birth; },
                      people.birth_month);
}

/// Those whose first month is this one.
ResidentSet arriving(const People& people, Month month) {
    return rows_with(people.presence, Presence::not_arrived) &
           rows_where([month](Month arrival) { return arrival == month; }, people.arrival_month);
}

std::optional<EventKind> leaves(const People& people,
                                const PopulationParameters& p,
                                const Draws& draws,
                                Month month,
                                ResidentId who) {
    if (is_aged_out(people, p, month, who)) return EventKind::aged_out;
    const auto cause =
        draws.competing(causes_of_leaving(p), people.key[who], month, Decision::leaving);
    if (!cause) return std::nullopt;
    return leaving_events[*cause];
}

}  // namespace

ResidentSet present(const People& people) { return rows_with(people.presence, Presence::present); }

void mark_start_of_month(Work& work) { work.state_at_start = work.state; }

bool employment_changed(const Work& work, ResidentId who) {
    const WorkState now = work.state[who];
    const WorkState before = work.state_at_start[who];
    return now != before && !(is_jobless(now) && is_jobless(before));
}

void leave_work(Work& work, ResidentId who, WorkState next) {
    work.state[who] = next;
    work.tenure_months[who] = 0;
    work.employer[who] = EmployerId::none();
    work.gross_wage_cents[who] = 0;
    work.internship_left[who] = 0;
    work.conversion_left[who] = 0;
    work.search_boost_left[who] = 0;
    work.subsidy_left[who] = 0;
    work.incentive_left[who] = 0;
    work.quota_place[who] = 0;
    work.quota_subsidy_left[who] = 0;
}

void renew_population(People& people,
                      Work& work,
                      Care& care,
                      Events& events,
                      const Justice& justice,
                      const PopulationParameters& parameters,
                      const Draws& draws,
                      Month month) {
    const ResidentSet here = present(people);
    const ResidentSet could_leave = (here & aged_out(people, parameters, month)) |
                                    could_come_first(causes_of_leaving(parameters),
                                                     people.key,
                                                     here,
                                                     draws,
                                                     month,
                                                     Decision::leaving);
    for (const ResidentId who : arriving(people, month) | could_leave) {
        if (people.presence[who] == Presence::not_arrived) {
            people.presence[who] = Presence::present;
            if (justice.state[who] == JusticeState::detained) work.state[who] = WorkState::detained;
            events.add(EventKind::arrived, who);
            continue;
        }
        const auto event = leaves(people, parameters, draws, month, who);
        if (!event) continue;
        people.presence[who] = Presence::gone;
        leave_work(work, who, WorkState::inactive);
        close_file(care, who, CareState::out);
        events.add(*event, who);
    }
}

}  // namespace cantiere
