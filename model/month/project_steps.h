#pragma once

#include "model/rules/instruments.h"
#include "model/rules/internship.h"
#include "model/state/care.h"
#include "model/state/events.h"

namespace cantiere {

/// Returns the present main step of the project; Instrument::count when there is none (left).
inline Instrument current_step(const Care& care, ResidentId who) {
    const std::size_t step = care.step[who];
    return step < care.step_count[who] ? care.steps[who][step] : Instrument::count;
}

/// Tells whether the file is open with a project: assessed, in project, followed up or tapering.
inline bool has_project(const Care& care, ResidentId who) {
    const CareState state = care.state[who];
    return state == CareState::assessed_waiting || state == CareState::in_project ||
           state == CareState::follow_up || state == CareState::tapering;
}
ResidentSet with_project(const Care& care);

/// Those with an open file: referred, or with a project.
ResidentSet with_open_file(const Care& care);

/// Tells whether `who` waits for the present main step, at a queue or for a placement.
inline bool waits_for_step(const Care& care, const Work& work, ResidentId who) {
    const CareState state = care.state[who];
    if (state != CareState::assessed_waiting && state != CareState::in_project) return false;
    const Instrument step = current_step(care, who);
    if (step == Instrument::count || care.step_left[who] > 0) return false;
    const WorkState at_work = work.state[who];
    return !is_placed(step) || at_work == WorkState::seeking || at_work == WorkState::inactive;
}

/// Tells whether `who` waits for the support beside the main steps.
inline bool waits_for_support(const Care& care, ResidentId who) {
    return care.support[who] != Instrument::count && care.support_left[who] == 0 &&
           care.support_done[who] == 0 && has_project(care, who);
}

/// Whole months of the planned length of an instrument, at least 1 (model.md 5.17.11).
std::uint8_t planned_months(const InstrumentParameters& instrument);
std::uint8_t planned_months(const InternshipParameters& internship);

/// Tells whether an instrument lasts until its purpose is met: geometric, mean `months` (5.17.11).
bool is_open_ended(Instrument instrument);

/// Closes the file for any reason but an exit: everything ends, back to `known`, event file_closed.
void close_file(Care& care, Events& events, ResidentId who);

/// Ends the main steps early; a support or tutor under way keeps the file open until it ends.
void leave_project(Care& care, Events& events, ResidentId who);

/// Goes to the next main step; after the last one starts the follow-up.
void advance_project(Care& care, ResidentId who, double follow_up_months);

/// Applies the effects of a completed instrument: x += q phi g (1-x) on P, R, H, L, M; T, S and aid
/// move by their amount x q phi (model.md 5.5, 5.17.12). `fidelity` holds for programme delivery.
void apply_effects(Capital& capital,
                   const InstrumentParameters& instrument,
                   const ServiceParameters& services,
                   Funding funding,
                   ResidentId who);

}  // namespace cantiere
