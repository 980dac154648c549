#include "model/month/job_keeping.h"

#include <limits>
#include <optional>

#include "model/core/draws_of_rows.h"
#include "model/month/benefits.h"
#include "model/month/demography.h"
#include "model/month/project_steps.h"
#include "model/rules/housing.h"
#include "model/rules/instruments.h"
#include "model/rules/limitation.h"

namespace cantiere {
namespace {

void advance(std::uint16_t& months) {
    if (months < std::numeric_limits<std::uint16_t>::max()) ++months;
}

bool has_long_way(const People& people,
                  const Work& work,
                  const Employers& employers,
                  const TravelTimes& travel,
                  double maximum_minutes,
                  ResidentId who) {
    const EmployerId employer = work.employer[who];
    if (employer.is_none()) return false;
    const MunicipalityId home = people.municipality[who];
    const MunicipalityId job = employers.municipality[employer];
    const double minutes =
        people.has_car[who] != 0 ? travel.car(home, job) : travel.transit(home, job);
    return minutes > maximum_minutes;
}

KeepingConditions conditions_of(const People& people,
                                const Capital& capital,
                                const Work& work,
                                const Housing& housing,
                                const Care& care,
                                bool long_way,
                                ResidentId who) {
    KeepingConditions c;
    c.professional = capital.professional[who];
    c.relational = capital.relational[who];
    c.frailty = people.frailty[who];
    c.effective_disability = effective_disability(capital, who);
    c.unhoused = is_unhoused(housing.state[who]);
    c.long_way = long_way;
    c.tutored = care.tutor_left[who] > 0;
    c.in_coop_b = work.state[who] == WorkState::coop_b;
    return c;
}

/// From the cooperative to an ordinary employer, on a first fixed-term contract at the same pay.
void move_to_open_market(Work& work, ResidentId who) {
    work.state[who] = WorkState::fixed_term;
    work.employer[who] = EmployerId::none();
    work.tenure_months[who] = 0;
}

void age_contract(Work& work, const JobKeepingParameters& p, ResidentId who) {
    advance(work.tenure_months[who]);
    if (work.subsidy_left[who] > 0) --work.subsidy_left[who];
    if (work.incentive_left[who] > 0) --work.incentive_left[who];
    if (work.quota_subsidy_left[who] > 0) --work.quota_subsidy_left[who];
    const bool fixed_term = work.state[who] == WorkState::fixed_term;
    const bool subsidy_over =
        work.state[who] == WorkState::subsidised && work.subsidy_left[who] == 0;
    if ((fixed_term && work.tenure_months[who] >= p.open_ended_after_months) || subsidy_over) {
        work.state[who] = WorkState::open_ended;
    }
}

/// The causes that end or change a job, in the order of their draw.
enum class JobChange : std::uint8_t { separation, open_market, count };

/// How likely each is for somebody employed; the self-employed end their business in phase 15.
EnumArray<JobChange, Hazard> causes_of(const JobKeepingParameters& p,
                                       const KeepingConditions& conditions,
                                       const Work& work,
                                       ResidentId who) {
    EnumArray<JobChange, Hazard> causes;
    if (work.state[who] != WorkState::self_employed) {
        causes[JobChange::separation] = separation_hazard(p, work.tenure_months[who], conditions);
    }
    if (conditions.in_coop_b) causes[JobChange::open_market] = Hazard{p.coop_b_transition_hazard};
    return causes;
}

/// The conditions, frailty apart, under which the hazard of separation is greatest.
KeepingConditions worst_conditions(const JobKeepingParameters& p) {
    KeepingConditions c;
    c.professional = p.professional_slope > 0.0 ? 1.0 : 0.0;
    c.relational = p.relational_slope > 0.0 ? 1.0 : 0.0;
    c.effective_disability = p.disability_slope > 0.0 ? 1.0 : 0.0;
    c.unhoused = p.unhoused_term > 0.0;
    c.long_way = p.travel_term > 0.0;
    c.tutored = p.tutor_ratio > 1.0;
    c.in_coop_b = p.coop_b_ratio > 1.0;
    return c;
}

/// Tells whether somebody could leave whose draw about separation is `u`: it needs u > exp(-h), and
/// exp(-h) >= 1-h.
bool could_separate(double u, Hazard hazard) {
    constexpr double margin = 1e-9;
    return u > 1.0 - hazard.per_month() - 2 * margin;
}

/// Ends or changes a job by the cause that came first; without one the contract is a month older.
void change_job(Work& work,
                Events& events,
                const JobKeepingParameters& p,
                std::optional<std::size_t> cause,
                ResidentId who) {
    if (!cause) {
        age_contract(work, p, who);
    } else if (static_cast<JobChange>(*cause) == JobChange::separation) {
        leave_work(work, who, WorkState::seeking);
        events.add(EventKind::separated, who);
    } else {
        move_to_open_market(work, who);
    }
}

/// Section 0: frozen in internships, courses and detention; reset only by a job of `reset_months`.
void count_joblessness(Work& work, const Care& care, double reset_months, const ResidentSet& here) {
    for (const ResidentId who : employed(work) & here) {
        if (work.tenure_months[who] + 1 >= reset_months) work.jobless_months[who] = 0;
    }
    const ResidentSet in_step = rows_other_than(care.step_left, std::uint8_t{0});
    for (const ResidentId who :
         rows_with(work.state, WorkState::seeking, WorkState::inactive) & here) {
        if (in_step.contains(who) && is_course(current_step(care, who))) continue;
        advance(work.jobless_months[who]);
    }
}

}  // namespace

void keep_jobs(Work& work,
               Events& events,
               const People& people,
               const Capital& capital,
               const Housing& housing,
               const Care& care,
               const Employers& employers,
               const TravelTimes& travel,
               const JobKeepingParameters& parameters,
               const JobSearchParameters& search,
               const Draws& draws,
               Month month) {
    const ResidentSet here = present(people);
    KeepingConditions worst = worst_conditions(parameters);
    const auto keep = [&](ResidentId who, double u) {
        if (work.state[who] != work.state_at_start[who]) return;
        worst.frailty = people.frailty[who];
        const Hazard most = separation_hazard(parameters, work.tenure_months[who], worst);
        std::optional<std::size_t> cause;
        if (work.state[who] == WorkState::coop_b || could_separate(u, most)) {
            const bool long_way =
                has_long_way(people, work, employers, travel, search.maximum_travel_minutes, who);
            const KeepingConditions conditions =
                conditions_of(people, capital, work, housing, care, long_way, who);
            const auto causes = causes_of(parameters, conditions, work, who);
            cause = draws.competing(causes.values, people.key[who], month, Decision::separation);
        }
        change_job(work, events, parameters, cause, who);
    };
    for_each_uniform(employed(work) & here, people.key, draws, {month, Decision::separation}, keep);
    count_joblessness(work, care, parameters.reset_months, here);
}

}  // namespace cantiere
