#include "model/placement/optimal.h"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <vector>

#include "model/core/contracts.h"
#include "model/core/rounding.h"
#include "model/core/rows.h"
#include "model/placement/optimal_ties.h"

namespace cantiere {
namespace {

using Simplex = lemon::NetworkSimplex<lemon::SmartDigraph, std::int64_t, std::int64_t>;

/// A pair that may be made, as an arc of the network.
struct PairArc {
    CandidateId candidate;
    SeatId seat;
    lemon::SmartDigraph::Arc arc;
};

/// The circulation hub -> candidate -> seat -> hub, built in the order of keys so that the order of
/// the problem's lists cannot reach the solver.
class Network {
  public:
    explicit Network(const PlacementProblem& problem);

    /// Solves and reads seats and prices from the flow and its potentials.
    OptimalAssignment solve();

  private:
    void add_pairs(CandidateId i, const std::vector<SeatId>& seats);

    const PlacementProblem& problem_;
    lemon::SmartDigraph graph_;
    lemon::SmartDigraph::ArcMap<std::int64_t> capacity_{graph_};
    lemon::SmartDigraph::ArcMap<std::int64_t> cost_{graph_};
    lemon::SmartDigraph::Node hub_;
    Column<CandidateId, lemon::SmartDigraph::Node> candidate_node_;
    Column<SeatId, lemon::SmartDigraph::Node> seat_node_;
    std::vector<PairArc> pairs_;
};

Network::Network(const PlacementProblem& problem)
    : problem_(problem),
      hub_(graph_.addNode()),
      candidate_node_(problem.candidates.size()),
      seat_node_(problem.seats.size()) {
    const std::vector<SeatId> seats = by_key(problem.seats);
    for (const SeatId s : seats) {
        seat_node_[s] = graph_.addNode();
        const auto arc = graph_.addArc(seat_node_[s], hub_);
        capacity_[arc] = problem.seats[s].quota;
        cost_[arc] = 0;
    }
    for (const CandidateId i : by_key(problem.candidates)) {
        candidate_node_[i] = graph_.addNode();
        const auto arc = graph_.addArc(hub_, candidate_node_[i]);
        capacity_[arc] = 1;
        cost_[arc] = 0;
        add_pairs(i, seats);
    }
}

void Network::add_pairs(CandidateId i, const std::vector<SeatId>& seats) {
    for (const SeatId s : seats) {
        if (!is_worth_making(problem_, i, s)) continue;
        const auto arc = graph_.addArc(candidate_node_[i], seat_node_[s]);
        // Above the candidate's own bound of 1: a bound reached here would take part of the dual.
        capacity_[arc] = 2;
        cost_[arc] = -value_units(problem_.value(i, s));
        pairs_.push_back({i, s, arc});
    }
}

OptimalAssignment Network::solve() {
    Simplex simplex(graph_);
    simplex.upperMap(capacity_).costMap(cost_);
    expects(simplex.run() == Simplex::OPTIMAL, "placing nobody is feasible and values are bounded");

    OptimalAssignment best;
    best.seat_of = Column<CandidateId, std::optional<SeatId>>(candidate_node_.size());
    best.candidate_price = Column<CandidateId, std::int64_t>(candidate_node_.size());
    best.seat_price = Column<SeatId, std::int64_t>(seat_node_.size());
    const std::int64_t ground = simplex.potential(hub_);
    for (const CandidateId i : rows<CandidateId>(candidate_node_.size())) {
        const std::int64_t rise = simplex.potential(candidate_node_[i]) - ground;
        best.candidate_price[i] = std::max<std::int64_t>(0, rise);
    }
    for (const SeatId s : rows<SeatId>(seat_node_.size())) {
        const std::int64_t fall = ground - simplex.potential(seat_node_[s]);
        best.seat_price[s] = std::max<std::int64_t>(0, fall);
    }
    for (const PairArc& pair : pairs_) {
        if (simplex.flow(pair.arc) > 0) best.seat_of[pair.candidate] = pair.seat;
    }
    best.total_value = -simplex.totalCost<std::int64_t>();
    return best;
}

}  // namespace

std::int64_t value_units(double value) {
    expects(value > -0x1p20 && value < 0x1p20, "the value of a pair is below a million in size");
    return round_half_away(value * 0x1p24);
}

OptimalAssignment some_optimal_assignment(const PlacementProblem& problem) {
    return Network(problem).solve();
}

OptimalAssignment optimal_assignment(const PlacementProblem& problem) {
    OptimalAssignment best = some_optimal_assignment(problem);
    settle_ties(best, problem);
    return best;
}

}  // namespace cantiere
