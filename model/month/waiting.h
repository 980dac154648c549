#pragma once

#include "model/core/draws.h"
#include "model/rules/instruments.h"
#include "model/rules/trust.h"
#include "model/state/care.h"
#include "model/state/events.h"

namespace cantiere {

/// Phase 5a, before the commission: one more month of waiting for everyone who was waiting at the
/// end of the month before, for assessment, a step or a support. For who waits for assessment or a
/// step trust falls, and some give up: their file closes, unless a support is under way; a wait for
/// a support alone is only counted. Writes care, trust; reads people, work.
/// Source: model.md 5.6.
void wait_in_queues(Care& care,
                    Capital& capital,
                    Events& events,
                    const People& people,
                    const Work& work,
                    const ServiceParameters& services,
                    const TrustParameters& trust,
                    const Draws& draws,
                    Month month);

}  // namespace cantiere
