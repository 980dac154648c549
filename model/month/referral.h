#pragma once

#include "model/core/draws.h"
#include "model/regimes.h"
#include "model/state/care.h"
#include "model/state/events.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Phase 4: sends referrals of known jobless residents over the network, and settles those that
/// are due: registered (with duplicated assessments on the way), lost, or found and sent again.
/// Writes care (state, referral_due_month, referral_lost, registered_month, assessments) and
/// trust; reads people, work, ties. Source: model.md 5.3, 5.17.6. Leaves out what it costs.
void refer_residents(Care& care,
                     Capital& capital,
                     Events& events,
                     const People& people,
                     const Work& work,
                     const Institutions& institutions,
                     const Regimes& regimes,
                     const Draws& draws,
                     Month month);

}  // namespace cantiere
