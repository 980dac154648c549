#pragma once

#include "model/state/care.h"

namespace cantiere {

/// Closes the file of `who`: referral, project, support, tutor, follow-up and taper end, and care
/// moves to `next`. Keeps when the resident was identified and what was assessed. Adds no event.
/// Seats and slots are not given back here: phases count use from this state.
void close_file(Care& care, ResidentId who, CareState next);

/// Tells whether an instrument is being delivered or paid (model.md section 0): not follow-up, a
/// contract with a type-B cooperative, or a rent guarantee, of which no call is ever drawn.
bool is_active_instrument(const Care& care, const Work& work, ResidentId who);

}  // namespace cantiere
