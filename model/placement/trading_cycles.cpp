#include "model/placement/trading_cycles.h"

#include <algorithm>
#include <vector>

#include "model/core/rows.h"
#include "model/placement/preferences.h"

namespace cantiere {
namespace {

/// The market while it trades. The cycles do not depend on where a walk begins.
class Market {
  public:
    explicit Market(const PlacementProblem& problem);

    Column<CandidateId, std::optional<SeatId>> trade_all();

  private:
    std::optional<SeatId> favourite(CandidateId i);
    CandidateId owner(SeatId s);
    void walk(CandidateId start);
    void trade(std::vector<CandidateId>::const_iterator first,
               std::vector<CandidateId>::const_iterator last);

    Column<CandidateId, std::optional<SeatId>> seat_of_;
    Column<CandidateId, std::vector<SeatId>> wishes_;
    Column<CandidateId, std::uint8_t> gone_;  // placed, or nothing left that they would take
    Column<CandidateId, SeatId> points_at_;
    Column<SeatId, std::vector<CandidateId>> rankings_;
    Column<SeatId, int> left_;
};

Market::Market(const PlacementProblem& problem)
    : seat_of_(problem.candidates.size()),
      wishes_(problem.candidates.size()),
      gone_(problem.candidates.size(), 0),
      points_at_(problem.candidates.size(), SeatId::none()),
      rankings_(problem.seats.size()),
      left_(problem.seats.size(), 0) {
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        wishes_[i] = wishes_of(problem, i);
    }
    for (const SeatId s : rows<SeatId>(problem.seats.size())) {
        rankings_[s] = ranking_of(problem, s);
        left_[s] = problem.seats[s].quota;
    }
}

/// Returns the seat `i` likes best among those with places left; none when there is no such seat.
std::optional<SeatId> Market::favourite(CandidateId i) {
    std::vector<SeatId>& wishes = wishes_[i];
    while (!wishes.empty() && left_[wishes.back()] == 0) wishes.pop_back();
    return wishes.empty() ? std::nullopt : std::optional(wishes.back());
}

/// Returns who goes first at a seat among those still here; somebody who points at it is.
CandidateId Market::owner(SeatId s) {
    std::vector<CandidateId>& ranking = rankings_[s];
    while (gone_[ranking.back()] != 0) ranking.pop_back();
    return ranking.back();
}

void Market::trade(std::vector<CandidateId>::const_iterator first,
                   std::vector<CandidateId>::const_iterator last) {
    for (auto i = first; i != last; ++i) {
        seat_of_[*i] = points_at_[*i];
        --left_[points_at_[*i]];
        gone_[*i] = 1;
    }
}

/// Walks from resident to favourite seat to its owner until everybody on the way has gone.
void Market::walk(CandidateId start) {
    std::vector<CandidateId> path;
    if (gone_[start] == 0) path.push_back(start);
    while (!path.empty()) {
        const CandidateId i = path.back();
        const std::optional<SeatId> seat = favourite(i);
        if (!seat) {
            gone_[i] = 1;
            path.pop_back();
            continue;
        }
        points_at_[i] = *seat;
        const CandidateId next = owner(*seat);
        const auto closes_at = std::find(path.begin(), path.end(), next);
        if (closes_at == path.end()) {
            path.push_back(next);
        } else {
            trade(closes_at, path.end());
            path.erase(closes_at, path.end());
        }
    }
}

Column<CandidateId, std::optional<SeatId>> Market::trade_all() {
    for (const CandidateId i : rows<CandidateId>(wishes_.size())) walk(i);
    return seat_of_;
}

}  // namespace

Column<CandidateId, std::optional<SeatId>> top_trading_cycles(const PlacementProblem& problem) {
    return Market(problem).trade_all();
}

}  // namespace cantiere
