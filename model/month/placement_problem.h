#pragma once

#include "model/month/placement_prospect.h"
#include "model/month/reach.h"
#include "model/placement/problem.h"
#include "model/state/employers.h"
#include "model/state/institutions.h"

namespace cantiere {

/// Part of phase 9: everyone who waits for an internship, a subsidised hire or a place in a type-B
/// cooperative, by key, as the services know them; nothing is foreseen yet. Reads people, work,
/// care.
std::vector<Candidate> placement_candidates(const People& people,
                                            const Work& work,
                                            const Care& care,
                                            const Parameters& parameters,
                                            Month month);

/// Part of phase 9: the funded seats. Places of hosts that someone waiting can get to, in an order
/// keyed by the month, are paid by the free usual slots, then by the programme's, then by the
/// bundles that candidates hold, so that more funding gives a superset of seats; cooperative places
/// fund themselves. Reads employers and units. Sources: model.md 5.7, 5.9, 5.17.10.
std::vector<Seat> funded_seats(const Employers& employers,
                               const ServiceUnits& units,
                               const std::vector<Candidate>& candidates,
                               const Care& care,
                               const Reach& reach,
                               const Parameters& parameters,
                               const Draws& draws,
                               Month month);

/// Part of phase 9: who may go where (law, target, travel, safety), what the services foresee of
/// those who may go anywhere and of each pair, what the resident thinks of the seat and the
/// employer of the resident.
PlacementProblem placement_problem(std::vector<Candidate> candidates,
                                   std::vector<Seat> seats,
                                   const People& people,
                                   const Capital& capital,
                                   const Care& care,
                                   const Employers& employers,
                                   const Reach& reach,
                                   const Foresight& foresight,
                                   const Parameters& parameters,
                                   const Draws& draws,
                                   Month month);

/// Part of phase 9: adds what two policies look at besides. Floors: the share of the round's places
/// that a group is to have, in whole places, rounded up or down by lot so that shares hold over
/// rounds. Arrivals: those who registered in the last twelve months with a placement in their
/// project, a twelfth a month; each is foreseen like somebody who waits now.
void add_foresight(PlacementProblem& problem,
                   const People& people,
                   const Care& care,
                   const Parameters& parameters,
                   const Draws& draws,
                   Month month);

}  // namespace cantiere
