#include "model/placement/optimal_ties.h"

#include <deque>

namespace cantiere {
namespace {

/// Where a candidate can be: in a seat (its position), or waiting (one past the last seat).
using Place = std::size_t;

/// Exchanges among optima. Besides the places the search has one more node, `spare`: a place with
/// room can pass a person to it, and it can draw one from a place whose price is 0.
class Exchanges {
  public:
    Exchanges(OptimalAssignment& best, const PlacementProblem& problem);

    /// Gives `i` the first place by key that an optimum allows, and holds it there.
    void settle(CandidateId i);

  private:
    struct Step {
        Place from = 0;
        CandidateId mover = CandidateId::none();  // none where the step goes through `spare`
    };

    Place waiting() const { return seats_.size(); }
    Place spare() const { return seats_.size() + 1; }
    Place place_of(CandidateId i) const;
    bool may_hold(CandidateId i, Place place) const;
    bool has_room(Place place) const;
    bool may_lose_one(Place place) const;
    bool move(CandidateId i, Place to);
    bool find_chain(Place from, Place to);
    void reach(Place from, Place to, CandidateId mover);
    void reach_from_spare();
    void reach_from(Place here);
    void set_place(CandidateId i, Place place);

    OptimalAssignment& best_;
    const PlacementProblem& problem_;
    std::vector<SeatId> seats_;  // by key
    Column<SeatId, Place> position_;
    std::vector<std::vector<CandidateId>> holders_;  // of each place; settled ones are left out
    std::vector<int> occupied_;
    std::vector<std::optional<Step>> step_to_;
    std::deque<Place> reached_;
};

Exchanges::Exchanges(OptimalAssignment& best, const PlacementProblem& problem)
    : best_(best),
      problem_(problem),
      seats_(by_key(problem.seats)),
      position_(problem.seats.size()),
      holders_(problem.seats.size() + 1),
      occupied_(problem.seats.size() + 1, 0) {
    for (Place p = 0; p < seats_.size(); ++p) position_[seats_[p]] = p;
    for (const CandidateId i : by_key(problem.candidates)) {
        holders_[place_of(i)].push_back(i);
        ++occupied_[place_of(i)];
    }
}

Place Exchanges::place_of(CandidateId i) const {
    const std::optional<SeatId> seat = best_.seat_of[i];
    return seat ? position_[*seat] : waiting();
}

bool Exchanges::may_hold(CandidateId i, Place place) const {
    if (place == waiting()) return best_.candidate_price[i] == 0;
    const SeatId s = seats_[place];
    return is_worth_making(problem_, i, s) &&
           value_units(problem_.value(i, s)) == best_.candidate_price[i] + best_.seat_price[s];
}

bool Exchanges::has_room(Place place) const {
    return place == waiting() || occupied_[place] < problem_.seats[seats_[place]].quota;
}

bool Exchanges::may_lose_one(Place place) const {
    return place == waiting() || best_.seat_price[seats_[place]] == 0;
}

void Exchanges::settle(CandidateId i) {
    const Place now = place_of(i);
    std::erase(holders_[now], i);
    for (Place to = 0; to < now; ++to) {
        if (may_hold(i, to) && move(i, to)) return;
    }
}

bool Exchanges::move(CandidateId i, Place to) {
    const Place from = place_of(i);
    if (!find_chain(to, from)) return false;
    set_place(i, to);
    for (Place end = from; end != to;) {
        const Step step = *step_to_[end];
        if (!step.mover.is_none()) {
            std::erase(holders_[step.from], step.mover);
            set_place(step.mover, end);
            holders_[end].push_back(step.mover);
        }
        end = step.from;
    }
    return true;
}

void Exchanges::set_place(CandidateId i, Place place) {
    --occupied_[place_of(i)];
    ++occupied_[place];
    best_.seat_of[i] = place == waiting() ? std::nullopt : std::optional(seats_[place]);
}

void Exchanges::reach(Place from, Place to, CandidateId mover) {
    if (step_to_[to]) return;
    step_to_[to] = Step{from, mover};
    reached_.push_back(to);
}

void Exchanges::reach_from_spare() {
    for (Place next = 0; next <= waiting(); ++next) {
        if (may_lose_one(next)) reach(spare(), next, CandidateId::none());
    }
}

/// Reaches what one move from a place leads to: any place that somebody there may hold instead, and
/// those that may lose one where there is room for one more.
void Exchanges::reach_from(Place here) {
    if (has_room(here)) reach(here, spare(), CandidateId::none());
    for (const CandidateId mover : holders_[here]) {
        for (Place next = 0; next <= waiting(); ++next) {
            if (may_hold(mover, next)) reach(here, next, mover);
        }
    }
}

/// Searches the chain of moves that takes one person too many at `from` to one too few at `to`.
bool Exchanges::find_chain(Place from, Place to) {
    step_to_.assign(seats_.size() + 2, std::nullopt);
    reached_.clear();
    reach(from, from, CandidateId::none());
    while (!reached_.empty() && !step_to_[to]) {
        const Place here = reached_.front();
        reached_.pop_front();
        if (here == spare()) {
            reach_from_spare();
        } else {
            reach_from(here);
        }
    }
    return step_to_[to].has_value();
}

}  // namespace

void settle_ties(OptimalAssignment& best, const PlacementProblem& problem) {
    Exchanges exchanges(best, problem);
    for (const CandidateId i : by_key(problem.candidates)) exchanges.settle(i);
}

}  // namespace cantiere
