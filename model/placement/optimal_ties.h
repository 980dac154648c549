#pragma once
/// Choice among equal optima of an assignment, so that the answer is the problem's, not the
/// solver's.

#include <algorithm>
#include <vector>

#include "model/core/rows.h"
#include "model/placement/optimal.h"

namespace cantiere {

/// Lists the rows of a table of candidates or seats by key.
template <class RowId, class Row>
std::vector<RowId> by_key(const Column<RowId, Row>& table) {
    const auto all = rows<RowId>(table.size());
    std::vector<RowId> order(all.begin(), all.end());
    std::sort(order.begin(), order.end(), [&](RowId a, RowId b) {
        return table[a].key < table[b].key;
    });
    return order;
}

/// Tells whether an optimum may make the pair: it may be taken and is worth 0 or more.
inline bool is_worth_making(const PlacementProblem& problem, CandidateId i, SeatId s) {
    return may_take(problem, i, s) && value_units(problem.value(i, s)) >= 0;
}

/// Moves an optimal assignment to the first one in the order of keys: candidate after candidate
/// gets the first seat that some optimum gives them, those before them fixed. Exchanges run along
/// pairs of zero reduced cost only, so value and prices stay.
void settle_ties(OptimalAssignment& best, const PlacementProblem& problem);

}  // namespace cantiere
