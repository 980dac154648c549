#pragma once
/// What a placement policy is told: who waits, which seats are funded, who may go where, and what
/// each pair is worth. Policies are pure functions of this, of keyed draws and of the month.

#include <vector>

#include "model/core/columns.h"
#include "model/core/ids.h"
#include "model/core/month.h"
#include "model/names.h"
#include "model/state/care.h"
#include "model/state/residents.h"

namespace cantiere {

using CandidateId = Id<struct CandidateTag>;
using SeatId = Id<struct SeatTag>;

/// Someone who waits for a seat, as the services know them.
struct Candidate {
    ResidentId who = ResidentId::none();
    EntityKey key;                   // stable identity: breaks ties, never the position in a list
    Month registered_month;          // referral completed; earlier has waited longer
    double observed_need = 0.0;      // n_hat in [0, 1]
    double score = 0.0;              // commission score S
    double predicted_success = 0.0;  // p_hat of a host hire, from observed quantities only
    int children = 0;
    double predicted_uplift = 0.0;  // u_hat: expected gain with a placement minus without
    GroupMask groups = 0;
};

/// One or more equal funded places with one employer.
struct Seat {
    EmployerId employer = EmployerId::none();
    EntityKey key;
    Instrument kind = Instrument::internship;  // internship, subsidised_hire or coop_b_placement
    Funding funding = Funding::none;
    int quota = 1;
};

/// One number for each pair [candidate][seat].
template <class T>
class PairTable {
  public:
    PairTable() = default;
    PairTable(std::size_t candidates, std::size_t seats, T value = T{})
        : seats_(seats), cells_(candidates * seats, value) {}

    T& operator()(CandidateId i, SeatId s) { return cells_[i.index() * seats_ + s.index()]; }
    const T& operator()(CandidateId i, SeatId s) const {
        return cells_[i.index() * seats_ + s.index()];
    }

  private:
    std::size_t seats_ = 0;
    std::vector<T> cells_;
};

/// Who may still come, as the policy `bid_price` foresees it (model.md 7.1).
struct FutureArrivals {
    double people_per_month = 0.0;
    int months = 0;                // so long ahead does it look
    double lapse_per_month = 0.0;  // hazard: a seat kept w months counts exp(-h w) of its value
    int paths = 1;                 // futures sampled
    std::vector<std::vector<double>> kinds;  // equally likely: value of each seat; below 0 = none
};

/// Candidates, seats and what is known of each pair (model.md 7, 7.1).
struct PlacementProblem {
    /// Takes the two lists; no pair is feasible yet and every number is 0.
    PlacementProblem(std::vector<Candidate> waiting, std::vector<Seat> funded);
    PlacementProblem() = default;

    Column<CandidateId, Candidate> candidates;
    Column<SeatId, Seat> seats;
    PairTable<std::uint8_t> feasible;    // F: 1 where law, target, travel and safety allow the pair
    PairTable<double> value;             // v: what the pair is worth to the policy
    PairTable<double> resident_utility;  // U; below 0 the resident would rather wait
    PairTable<double> employer_priority;  // y_hat or S; higher goes first
    EnumArray<Group, int> floor{};        // seats of the round that a group is to have at least
    FutureArrivals arrivals;
};

/// Tells whether the pair is feasible and the resident does not refuse it.
inline bool may_take(const PlacementProblem& problem, CandidateId i, SeatId s) {
    return problem.feasible(i, s) != 0 && problem.resident_utility(i, s) >= 0.0;
}

}  // namespace cantiere
