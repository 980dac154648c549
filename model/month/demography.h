#pragma once

#include "model/core/draws.h"
#include "model/rules/demography.h"
#include "model/state/care.h"
#include "model/state/events.h"

namespace cantiere {

/// The residents who are present now.
ResidentSet present(const People& people);

/// Marks who is in which work state as the month starts: only they are at risk of leaving it
/// (model.md section 0). Writes `work.state_at_start`; called before every other phase.
void mark_start_of_month(Work& work);

/// Phase 1: lets newcomers in at their month, and residents leave: ageing out at the limit, else
/// death or emigration, whichever latent time is first. Those gone are out of work and of care.
/// Writes presence, work, care, events; reads who arrives in detention. Source: model.md 3, 4, 5.0.
/// Censoring, never an exit. Leaves out births and return migration.
void renew_population(People& people,
                      Work& work,
                      Care& care,
                      Events& events,
                      const Justice& justice,
                      const PopulationParameters& parameters,
                      const Draws& draws,
                      Month month);

/// Tells whether the employment of `who` changed this month, so that no other change may follow
/// (model.md section 0). Seeking, inactivity and internship are all joblessness here: to be placed
/// takes nobody out of the risk of a job or of prison, as V25 asks.
bool employment_changed(const Work& work, ResidentId who);

/// Takes `who` out of work altogether, into `next`: no employer, wage, tenure or incentive.
void leave_work(Work& work, ResidentId who, WorkState next);

}  // namespace cantiere
