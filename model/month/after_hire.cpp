#include "model/month/after_hire.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "model/core/rounding.h"
#include "model/month/benefits.h"
#include "model/month/project_steps.h"
#include "model/month/service_slots.h"
#include "model/rules/target.h"

namespace cantiere {
namespace {

std::vector<ResidentId> hired_in_care(const Events& events, const Care& care) {
    std::vector<ResidentId> hired;
    for (const Event& event : events.all()) {
        if (event.kind == EventKind::hired && is_in_care(care.state[event.who])) {
            hired.push_back(event.who);
        }
    }
    return hired;
}

/// Months of graded support: 3 K, nothing without the lever.
std::uint8_t taper_months(const TargetParameters& target) {
    return static_cast<std::uint8_t>(
        std::clamp(nearest_int(3.0 * target.taper_step_months), 0, 255));
}

void end_main_steps(Care& care, const Parameters& p, bool tapers, ResidentId who) {
    care.step[who] = care.step_count[who];
    care.step_waiting[who] = 0;
    const std::uint8_t months = tapers ? taper_months(p.target) : std::uint8_t{0};
    if (months == 0) {
        advance_project(care, who, p.services.follow_up_months);
        return;
    }
    care.step_left[who] = 0;
    care.step_funding[who] = Funding::none;
    care.state[who] = CareState::tapering;
    care.taper_left[who] = months;
}

void start_subsidised_step(Care& care, const Parameters& p, ResidentId who) {
    care.state[who] = CareState::in_project;
    if (care.step_left[who] == 0) {
        care.step_left[who] = planned_months(p.instruments[Instrument::subsidised_hire]);
    }
}

/// Somebody hired who may get a job tutor.
struct TutorCandidate {
    std::uint64_t lot = 0;
    ResidentId who = ResidentId::none();
    bool of_programme = false;  // may have one of the programme's
};

/// Gives the free tutors by lot: the programme's to those it is for, then the usual ones.
void assign_tutors(Care& care,
                   Events& events,
                   const ServiceUnits& units,
                   const People& people,
                   const Parameters& p,
                   std::vector<TutorCandidate> hired) {
    if (hired.empty()) return;
    std::sort(hired.begin(), hired.end(), [](const TutorCandidate& a, const TutorCandidate& b) {
        return a.lot < b.lot;
    });
    constexpr Instrument tutor = Instrument::job_tutor;
    int programme = units.programme_slots[tutor] - tutors_in_use(people, care, Funding::programme);
    int usual = units.usual_slots[tutor] - tutors_in_use(people, care, Funding::usual);
    for (const TutorCandidate& candidate : hired) {
        Funding funding = Funding::none;
        if (candidate.of_programme && programme > 0) {
            --programme;
            funding = Funding::programme;
        } else if (usual > 0) {
            --usual;
            funding = Funding::usual;
        }
        if (funding == Funding::none) continue;
        const ResidentId who = candidate.who;
        care.tutor_left[who] = planned_months(p.instruments[tutor]);
        care.tutor_funding[who] = funding;
        events.add(EventKind::instrument_started, who, tutor, funding);
    }
}

}  // namespace

void start_after_hire(Care& care,
                      Events& events,
                      const ServiceUnits& units,
                      const People& people,
                      const Work& work,
                      const Standing& standing,
                      const Parameters& parameters,
                      const Draws& draws,
                      Month month) {
    const bool runs = programme_runs(parameters.target, month);
    const Probability share{std::clamp(parameters.target.tutor_share, 0.0, 1.0)};
    std::vector<TutorCandidate> to_tutor;
    for (const ResidentId who : hired_in_care(events, care)) {
        if (!has_project(care, who)) {  // referred only: nothing is left to do
            close_file(care, events, who);
            continue;
        }
        const EntityKey key = people.key[who];
        const bool target =
            runs && is_target(parameters.target, people.groups[who], people.sex[who]);
        const bool subsidised = work.state[who] == WorkState::subsidised &&
                                current_step(care, who) == Instrument::subsidised_hire;
        if (subsidised) {
            start_subsidised_step(care, parameters, who);
        } else if (care.state[who] != CareState::tapering) {
            const bool supported = standing.local_aid_cents[who] > 0;  // in the month before
            end_main_steps(care, parameters, target && supported, who);
        }
        if (care.tutor_left[who] > 0) continue;
        const bool chosen = target && draws.bernoulli(share, key, month, Decision::job_tutor);
        to_tutor.push_back({draws.ticket(key, month, Decision::tutor_tie), who, chosen});
    }
    assign_tutors(care, events, units, people, parameters, std::move(to_tutor));
}

}  // namespace cantiere
