#pragma once

#include "model/month/reach.h"
#include "model/placement/placement.h"
#include "model/state/employers.h"
#include "model/state/events.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Phase 9: every `placement.batch_months` months, places those who wait for an internship, a
/// subsidised hire or a cooperative place in the funded seats, by the policy in force, and starts
/// them; who was offered a seat and would rather wait has refused once more. Writes work, care, use
/// of slots and seats, the pool, events; reads the rest. Seats in use and slots must be counted
/// (phases 7, 8). Source: model.md 7, 7.1. Leaves out couples and families.
void place_residents(Work& work,
                     Care& care,
                     ServiceUnits& units,
                     Employers& employers,
                     OrdinaryPool& pool,
                     Events& events,
                     const People& people,
                     const Capital& capital,
                     const TravelTimes& travel,
                     const Parameters& parameters,
                     const Draws& draws,
                     Month month);

}  // namespace cantiere
