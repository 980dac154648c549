#pragma once

#include "model/core/draws.h"
#include "model/parameters.h"
#include "model/state/care.h"
#include "model/state/employers.h"
#include "model/state/events.h"

namespace cantiere {

/// Phase 15: businesses fail, their guarantees may be called, loans are repaid, and those in the
/// step `microcredit` apply. Whoever a lender refuses goes on to an internship; whoever gets a loan
/// is self-employed from then on, tutored or not. A business also ends with detention, death or
/// leaving the territory. Writes credit, work, care, the pool (jobs that a business gives to
/// others), events; reads people and capital. Source: model.md 5.11, 6.2; P17.
/// Leaves out recoveries after a call, later defaults of a loan that was not called, and sales of a
/// business that goes well.
void run_microcredit(Credit& credit,
                     Work& work,
                     Care& care,
                     OrdinaryPool& pool,
                     Events& events,
                     const People& people,
                     const Capital& capital,
                     const Parameters& parameters,
                     const Draws& draws,
                     Month month);

}  // namespace cantiere
