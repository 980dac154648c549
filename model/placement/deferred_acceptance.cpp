#include "model/placement/deferred_acceptance.h"

#include <algorithm>
#include <vector>

#include "model/core/rows.h"
#include "model/placement/preferences.h"

namespace cantiere {
namespace {

/// Takes the candidate of least priority out of those a seat holds.
CandidateId reject_last(std::vector<CandidateId>& held, const PlacementProblem& problem, SeatId s) {
    const auto last = std::max_element(held.begin(), held.end(), [&](CandidateId a, CandidateId b) {
        return goes_before(problem, s, a, b);
    });
    const CandidateId rejected = *last;
    held.erase(last);
    return rejected;
}

/// The rounds of offers that employers make: who still has to be asked, and what residents keep.
class Offers {
  public:
    explicit Offers(const PlacementProblem& problem)
        : problem_(problem),
          kept_(problem.candidates.size()),
          rankings_(problem.seats.size()),
          offered_(problem.seats.size(), 0) {
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            rankings_[s] = ranking_of(problem, s);
            offering_.push_back(s);
        }
    }

    Column<CandidateId, std::optional<SeatId>> settle() {
        while (!offering_.empty()) {
            const SeatId s = offering_.back();
            offering_.pop_back();
            while (offered_[s] < problem_.seats[s].quota && !rankings_[s].empty()) {
                const CandidateId i = rankings_[s].back();
                rankings_[s].pop_back();
                offer(s, i);
            }
        }
        return kept_;
    }

  private:
    /// Offers a place to `i`, who takes it where it is the best so far and gives back the other.
    void offer(SeatId s, CandidateId i) {
        if (!may_take(problem_, i, s)) return;
        std::optional<SeatId>& kept = kept_[i];
        if (kept && likes_better(problem_, i, *kept, s)) return;
        if (kept) {
            --offered_[*kept];
            offering_.push_back(*kept);
        }
        kept = s;
        ++offered_[s];
    }

    const PlacementProblem& problem_;
    Column<CandidateId, std::optional<SeatId>> kept_;
    Column<SeatId, std::vector<CandidateId>> rankings_;  // not asked yet, who goes first last
    Column<SeatId, int> offered_;                        // places that somebody keeps
    std::vector<SeatId> offering_;
};

}  // namespace

Column<CandidateId, std::optional<SeatId>> deferred_acceptance(const PlacementProblem& problem) {
    const auto everybody = rows<CandidateId>(problem.candidates.size());
    Column<CandidateId, std::vector<SeatId>> wishes(problem.candidates.size());
    for (const CandidateId i : everybody) wishes[i] = wishes_of(problem, i);

    Column<SeatId, std::vector<CandidateId>> held(problem.seats.size());
    std::vector<CandidateId> proposing(everybody.begin(), everybody.end());
    while (!proposing.empty()) {
        const CandidateId i = proposing.back();
        proposing.pop_back();
        if (wishes[i].empty()) continue;
        const SeatId s = wishes[i].back();
        wishes[i].pop_back();
        held[s].push_back(i);
        if (held[s].size() > static_cast<std::size_t>(problem.seats[s].quota)) {
            proposing.push_back(reject_last(held[s], problem, s));
        }
    }

    Column<CandidateId, std::optional<SeatId>> seat_of(problem.candidates.size());
    for (const SeatId s : rows<SeatId>(problem.seats.size())) {
        for (const CandidateId i : held[s]) seat_of[i] = s;
    }
    return seat_of;
}

Column<CandidateId, std::optional<SeatId>> deferred_acceptance_employer(
    const PlacementProblem& problem) {
    return Offers(problem).settle();
}

}  // namespace cantiere
