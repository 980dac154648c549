#pragma once
/// Ordering policies: candidates take a seat one after the other (first_come, need_first,
/// commission_score, employability, uplift, lottery, serial_dictatorship).

#include <optional>
#include <vector>

#include "model/core/draws.h"
#include "model/placement/problem.h"

namespace cantiere {

/// Orders candidates by an ordering policy, who goes first first; ties by key. First come: earliest
/// registration. Need first: highest observed need. Commission score and serial dictatorship:
/// highest score. Employability: highest p_hat (creaming). Uplift: highest u_hat. Lottery: least
/// keyed ticket of the month, so that removing a candidate never reorders the others.
std::vector<CandidateId> priority_order(PlacementPolicy policy,
                                        const PlacementProblem& problem,
                                        const Draws& draws,
                                        Month month);

/// Gives each candidate in turn the free seat of highest `worth` among those they may take; equal
/// worths go to the lesser seat key. Worth is the value of the policy (model.md 7.1), or the
/// resident's utility in serial dictatorship.
Column<CandidateId, std::optional<SeatId>> serve_in_order(const PlacementProblem& problem,
                                                          const std::vector<CandidateId>& order,
                                                          const PairTable<double>& worth);

}  // namespace cantiere
