#pragma once
/// What an assignment does to the claims of residents: envy, blocking pairs, floors (model.md 11).

#include "model/placement/placement.h"

namespace cantiere {

/// Counts pairs (resident, seat) where the resident would rather have the seat than what they got,
/// and it has a place for somebody with less priority there: justified envy.
int count_justified_envy(const PlacementProblem& problem, const Assignment& assignment);

/// Counts the pairs that would both rather have each other: justified envy, and seats with a free
/// place that somebody would rather have.
int count_blocking_pairs(const PlacementProblem& problem, const Assignment& assignment);

/// Counts the seats by which groups stay below their floors; who is in several counts for each.
int count_floor_shortfall(const PlacementProblem& problem, const Assignment& assignment);

}  // namespace cantiere
