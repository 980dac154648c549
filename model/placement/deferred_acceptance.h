#pragma once
/// Deferred acceptance, residents or employers proposing (Gale & Shapley 1962; quotas: Roth 1984).

#include <optional>

#include "model/placement/problem.h"

namespace cantiere {

/// Assigns by deferred acceptance: each resident proposes by own utility, each seat keeps the best
/// by employer priority up to its quota. Stable, and the best stable outcome for every resident;
/// ties in either order go to the lesser key.
Column<CandidateId, std::optional<SeatId>> deferred_acceptance(const PlacementProblem& problem);

/// The same with employers proposing to whom they rank first, each resident keeping the best offer:
/// stable, and the best stable outcome for every employer.
Column<CandidateId, std::optional<SeatId>> deferred_acceptance_employer(
    const PlacementProblem& problem);

}  // namespace cantiere
