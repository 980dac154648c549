#include "model/month/internship.h"

#include <algorithm>
#include <array>

#include "model/core/rounding.h"
#include "model/core/row_set.h"
#include "model/month/demography.h"
#include "model/month/hiring.h"
#include "model/month/project_steps.h"
#include "model/rules/hiring.h"
#include "model/rules/limitation.h"

namespace cantiere {
namespace {

constexpr std::size_t cause_dropout = 0;  // what may interrupt, in the order of the draws

/// Cause that interrupts the internship this month, if any: drop-out, or safety for survivors.
std::optional<std::size_t> interruption(const People& people,
                                        const Capital& capital,
                                        const Parameters& p,
                                        const Draws& draws,
                                        Month month,
                                        ResidentId who) {
    const GroupMask groups = people.groups[who];
    const bool survivor = holds(groups, Group::violence_survivor);
    const std::array causes{dropout_hazard(p.internship,
                                           group_dropout_hazard(p.internship, groups),
                                           people.frailty[who],
                                           capital.trust[who]),
                            Hazard{survivor ? p.violence.interruption_hazard : 0.0}};
    return draws.competing(causes, people.key[who], month, Decision::internship_end);
}

/// Months after completion at which the host hires, 0 = it does not. One draw for the whole
/// window, which gives each of its months the same part of the probability.
std::uint8_t host_hire_due(const People& people,
                           const Capital& capital,
                           const TraineesSeen& seen,
                           const Parameters& p,
                           const Draws& draws,
                           Month month,
                           ResidentId who) {
    const double limitation = effective_disability(capital, who);
    const GroupMask groups = people.groups[who];
    const double terms =
        conversion_group_terms(p.internship, p.employers, groups, limitation, seen);
    const Probability hire = conversion_probability(p.internship,
                                                    capital.professional[who],
                                                    capital.relational[who],
                                                    0.0,
                                                    terms,
                                                    1.0,
                                                    people.frailty[who]);
    const double u = draws.uniform(people.key[who], month, Decision::host_hire);
    if (u >= hire.value()) return 0;
    const int window = std::max(1, nearest_int(p.internship.host_hire_months));
    const int part = static_cast<int>(u / hire.value() * window);
    return static_cast<std::uint8_t>(1 + std::min(part, window - 1));
}

void give_seat_back(Employers& employers, EmployerId host) {
    if (employers.seats_used[host] > 0) --employers.seats_used[host];
}

void interrupt(Work& work, Care& care, Events& events, std::size_t cause, ResidentId who) {
    const Funding funding = care.step_funding[who];
    leave_work(work, who, WorkState::seeking);
    events.add(EventKind::instrument_dropped, who, Instrument::internship, funding);
    if (cause == cause_dropout) {
        leave_project(care, events, who);
        return;
    }
    events.add(EventKind::safety_interrupted, who);  // and waits for another seat
    care.step_left[who] = 0;
    care.step_funding[who] = Funding::none;
}

void complete(Work& work,
              Care& care,
              Events& events,
              const Parameters& p,
              std::uint8_t hire_due,
              ResidentId who) {
    const Funding funding = care.step_funding[who];
    const EmployerId host = work.employer[who];
    leave_work(work, who, WorkState::seeking);
    if (hire_due > 0) work.employer[who] = host;
    work.conversion_left[who] = hire_due;
    work.search_boost_left[who] =
        static_cast<std::uint8_t>(std::clamp(nearest_int(p.search.boost_months), 0, 255));
    events.add(EventKind::instrument_completed, who, Instrument::internship, funding);
    advance_project(care, who, p.services.follow_up_months);
}

bool is_free_to_be_hired(const Work& work, ResidentId who) {
    const WorkState state = work.state[who];
    const bool jobless = state == WorkState::seeking || state == WorkState::inactive;
    return jobless && state == work.state_at_start[who];
}

/// Goes one month on towards a host hire that is due, and makes it.
void wait_for_host(Work& work,
                   OrdinaryPool& pool,
                   Events& events,
                   const People& people,
                   const Employers& employers,
                   const Parameters& p,
                   const Draws& draws,
                   Month month,
                   ResidentId who) {
    if (work.conversion_left[who] == 0 || !is_free_to_be_hired(work, who)) return;
    const EmployerId host = work.employer[who];
    if (--work.conversion_left[who] > 0 || host.is_none()) return;
    const EntityKey key = people.key[who];
    start_job(work,
              events,
              draw_terms(p.search, host, key, draws, month),
              incentive_months(people, p.target, who, month),
              who);
    events.add(EventKind::host_hired, who);
    const Probability share{p.search.displacement_share};
    if (draws.bernoulli(share, key, month, Decision::ordinary_displacement)) {
        displace_ordinary(pool, events, employers.municipality[host], who, month);
    }
}

}  // namespace

void progress_internships(Work& work,
                          Care& care,
                          Employers& employers,
                          OrdinaryPool& pool,
                          Events& events,
                          const People& people,
                          const Capital& capital,
                          const Parameters& parameters,
                          const Draws& draws,
                          Month month) {
    const ResidentSet concerned = rows_with(work.state, WorkState::internship) |
                                  rows_other_than(work.conversion_left, std::uint8_t{0});
    std::vector<EndedInternship> ended;
    for (const ResidentId who : concerned& present(people)) {
        wait_for_host(work, pool, events, people, employers, parameters, draws, month, who);
        if (work.state[who] != WorkState::internship) continue;
        if (work.state_at_start[who] != WorkState::internship) continue;
        const EmployerId host = work.employer[who];
        if (const auto cause = interruption(people, capital, parameters, draws, month, who)) {
            ended.push_back({host, who, false});
            interrupt(work, care, events, *cause, who);
            continue;
        }
        ++work.tenure_months[who];
        --work.internship_left[who];
        care.step_left[who] = work.internship_left[who];
        if (work.internship_left[who] > 0) continue;
        ended.push_back({host, who, true});
        const auto& seen = employers.trainees_seen[host];
        const auto due = host_hire_due(people, capital, seen, parameters, draws, month, who);
        complete(work, care, events, parameters, due, who);
    }
    end_internships(employers, ended, people, parameters.employers, draws, month);
}

void end_internships(Employers& employers,
                     const std::vector<EndedInternship>& ended,
                     const People& people,
                     const EmployerParameters& parameters,
                     const Draws& draws,
                     Month month) {
    for (const EndedInternship& end : ended) {
        give_seat_back(employers, end.host);
        auto& seen = employers.trainees_seen[end.host];
        for (const Group group : members<Group>()) {
            auto& count = seen[static_cast<std::size_t>(group)];
            if (holds(people.groups[end.who], group) && count < 255) ++count;
        }
        const Probability stays{end.completed ? parameters.stay_after_completion
                                              : parameters.stay_after_interruption};
        const EntityKey pair = hash_key({employers.key[end.host].value, people.key[end.who].value});
        if (!draws.bernoulli(stays, pair, month, Decision::host_stay)) {
            employers.host[end.host] = 0;
        }
    }
}

}  // namespace cantiere
