#include "model/placement/floors.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "model/core/contracts.h"
#include "model/core/rows.h"
#include "model/placement/optimal.h"
#include "model/placement/optimal_ties.h"

namespace cantiere {
namespace {

/// How many of each combination of groups, in the order of the combinations.
using Counts = std::vector<int>;
using Owed = std::array<int, count_of<Group>>;

/// The best assignment that places at least so many of each combination.
struct Solution {
    Column<CandidateId, std::optional<SeatId>> seat_of;
    std::int64_t total_value = 0;
    Counts placed;
    std::vector<std::size_t> places;  // by the keys of candidates and seats; a seat before none
};

/// A part of the search: assignments that place at least `least`, with so many seats of the floors
/// given up. Sorted best first: the value bounds that of every assignment in the part.
struct Part {
    int shortfall = 0;
    std::int64_t lost_value = 0;  // minus the value
    Counts least;
    Owed owed{};

    auto operator<=>(const Part&) const = default;
};

class Floors {
  public:
    explicit Floors(const PlacementProblem& problem);

    FlooredAssignment search();

  private:
    GroupMask floored_groups(CandidateId i) const;
    void clip_to_candidates();
    PlacementProblem with_waiting_places(const Counts& least) const;
    const std::optional<Solution>& solve(const Counts& least);
    std::optional<Solution> solve_anew(const Counts& least) const;
    void read(Solution& solution) const;
    void add(Part part);
    void branch(const Part& part, const Solution& solution, Group short_of);
    std::optional<Group> short_group(const Part& part, const Solution& solution) const;

    const PlacementProblem& problem_;
    Owed owed_{};
    int given_up_ = 0;  // beyond the candidates there are
    std::vector<GroupMask> combinations_;
    Column<CandidateId, std::optional<std::size_t>> combination_of_;
    Counts members_;
    double everybody_ = 1.0;  // worth more than any exchange of seats
    std::map<Counts, std::optional<Solution>> solved_;
    std::set<Part> open_;
    std::set<std::pair<Counts, Owed>> seen_;
};

Floors::Floors(const PlacementProblem& problem)
    : problem_(problem), combination_of_(problem.candidates.size()) {
    for (const Group g : members<Group>()) owed_[static_cast<std::size_t>(g)] = problem.floor[g];
    clip_to_candidates();
    std::set<GroupMask> masks;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        if (floored_groups(i) != 0) masks.insert(floored_groups(i));
    }
    combinations_.assign(masks.begin(), masks.end());
    members_.assign(combinations_.size(), 0);
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        double greatest = 0.0;
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            greatest = std::max({greatest, problem.value(i, s), -problem.value(i, s)});
        }
        everybody_ += 2.0 * static_cast<double>(static_cast<std::int64_t>(greatest) + 1);
        const auto found = std::ranges::find(combinations_, floored_groups(i));
        if (found == combinations_.end()) continue;
        combination_of_[i] = static_cast<std::size_t>(found - combinations_.begin());
        ++members_[*combination_of_[i]];
    }
}

/// Groups of a candidate that are owed seats.
GroupMask Floors::floored_groups(CandidateId i) const {
    GroupMask mask = 0;
    for (const Group g : members<Group>()) {
        const bool owed = owed_[static_cast<std::size_t>(g)] > 0;
        if (owed && holds(problem_.candidates[i].groups, g)) {
            mask = static_cast<GroupMask>(mask | bit(g));
        }
    }
    return mask;
}

/// Gives up what no assignment can give: seats beyond those there are, or beyond the members who
/// may take one.
void Floors::clip_to_candidates() {
    int places = 0;
    for (const Seat& seat : problem_.seats) places += seat.quota;
    for (const Group g : members<Group>()) {
        int able = 0;
        for (const CandidateId i : rows<CandidateId>(problem_.candidates.size())) {
            if (!holds(problem_.candidates[i].groups, g)) continue;
            const auto seats = rows<SeatId>(problem_.seats.size());
            able += std::any_of(seats.begin(),
                                seats.end(),
                                [&](SeatId s) { return may_take(problem_, i, s); })
                        ? 1
                        : 0;
        }
        int& owed = owed_[static_cast<std::size_t>(g)];
        const int possible = std::min({owed, able, places});
        given_up_ += owed - possible;
        owed = possible;
    }
}

/// The problem in which members of a combination wait in places of their own, as many as may wait:
/// then at least `least` are placed where everybody has a place, which a bonus brings about.
PlacementProblem Floors::with_waiting_places(const Counts& least) const {
    std::vector<Candidate> candidates(problem_.candidates.begin(), problem_.candidates.end());
    std::vector<Seat> seats(problem_.seats.begin(), problem_.seats.end());
    const std::size_t real = seats.size();
    for (std::size_t c = 0; c < combinations_.size(); ++c) {
        seats.emplace_back();
        seats.back().key.value =
            std::numeric_limits<std::uint64_t>::max() - combinations_.size() + c;
        seats.back().quota = members_[c] - least[c];
    }
    PlacementProblem wide(std::move(candidates), std::move(seats));
    for (const CandidateId i : rows<CandidateId>(problem_.candidates.size())) {
        const auto combination = combination_of_[i];
        const double bonus = combination ? everybody_ : 0.0;
        for (const SeatId s : rows<SeatId>(real)) {
            wide.feasible(i, s) = may_take(problem_, i, s) ? 1 : 0;
            const std::int64_t units = value_units(problem_.value(i, s));
            wide.value(i, s) = bonus + static_cast<double>(units) * 0x1p-24;
        }
        if (!combination) continue;
        const auto waiting = SeatId::at(real + *combination);
        wide.feasible(i, waiting) = 1;
        wide.value(i, waiting) = bonus;
    }
    return wide;
}

const std::optional<Solution>& Floors::solve(const Counts& least) {
    const auto found = solved_.find(least);
    if (found != solved_.end()) return found->second;
    return solved_.emplace(least, solve_anew(least)).first->second;
}

std::optional<Solution> Floors::solve_anew(const Counts& least) const {
    for (std::size_t c = 0; c < least.size(); ++c) {
        if (least[c] > members_[c]) return std::nullopt;
    }
    const std::size_t real = problem_.seats.size();
    Solution solution;
    solution.seat_of = optimal_assignment(with_waiting_places(least)).seat_of;
    for (const CandidateId i : rows<CandidateId>(solution.seat_of.size())) {
        std::optional<SeatId>& seat = solution.seat_of[i];
        if (combination_of_[i] && !seat) return std::nullopt;
        if (seat && seat->index() >= real) seat.reset();
    }
    read(solution);
    return solution;
}

/// Reads value, counts and the order among equals from the seats.
void Floors::read(Solution& solution) const {
    solution.placed.assign(combinations_.size(), 0);
    const std::vector<SeatId> seats = by_key(problem_.seats);
    for (const CandidateId i : by_key(problem_.candidates)) {
        const std::optional<SeatId> seat = solution.seat_of[i];
        const auto found = seat ? std::ranges::find(seats, *seat) : seats.end();
        solution.places.push_back(static_cast<std::size_t>(found - seats.begin()));
        if (!seat) continue;
        solution.total_value += value_units(problem_.value(i, *seat));
        if (combination_of_[i]) ++solution.placed[*combination_of_[i]];
    }
}

void Floors::add(Part part) {
    if (!seen_.emplace(part.least, part.owed).second) return;
    const std::optional<Solution>& solution = solve(part.least);
    if (!solution) return;
    part.lost_value = -solution->total_value;
    open_.insert(std::move(part));
}

/// Finds the first group with fewer seats than it is owed.
std::optional<Group> Floors::short_group(const Part& part, const Solution& solution) const {
    for (const Group g : members<Group>()) {
        int placed = 0;
        for (std::size_t c = 0; c < combinations_.size(); ++c) {
            if (holds(combinations_[c], g)) placed += solution.placed[c];
        }
        if (placed < part.owed[static_cast<std::size_t>(g)]) return g;
    }
    return std::nullopt;
}

/// Splits a part whose best assignment leaves a group short: one more of some combination with the
/// group is placed, or one seat of its floor is given up. Every assignment is in one of these.
void Floors::branch(const Part& part, const Solution& solution, Group short_of) {
    const int owed = part.owed[static_cast<std::size_t>(short_of)];
    std::vector<std::size_t> with_group;
    for (std::size_t c = 0; c < combinations_.size(); ++c) {
        if (holds(combinations_[c], short_of)) with_group.push_back(c);
    }
    for (const std::size_t c : with_group) {
        Part more = part;
        more.least[c] = with_group.size() == 1 ? owed : solution.placed[c] + 1;
        add(std::move(more));
    }
    Part fewer = part;
    --fewer.owed[static_cast<std::size_t>(short_of)];
    ++fewer.shortfall;
    add(std::move(fewer));
}

FlooredAssignment Floors::search() {
    add({0, 0, Counts(combinations_.size(), 0), owed_});
    std::optional<Part> best;
    const Solution* chosen = nullptr;
    while (!open_.empty()) {
        const Part part = std::move(open_.extract(open_.begin()).value());
        const auto worth = std::tie(part.shortfall, part.lost_value);
        if (best && worth != std::tie(best->shortfall, best->lost_value)) break;
        const Solution& solution = *solve(part.least);
        if (const auto group = short_group(part, solution)) {
            branch(part, solution, *group);
            continue;
        }
        if (!best || solution.places < chosen->places) chosen = &solution;
        if (!best) best = part;
    }
    expects(best.has_value(), "with every floor given up some assignment is left");
    return {chosen->seat_of, given_up_ + best->shortfall, chosen->total_value};
}

}  // namespace

FlooredAssignment optimal_with_floors(const PlacementProblem& problem) {
    return Floors(problem).search();
}

}  // namespace cantiere
