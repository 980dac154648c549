#include "model/placement/bid_price.h"

#include <algorithm>
#include <vector>

#include "model/core/elementary.h"
#include "model/core/rows.h"
#include "model/placement/optimal.h"

namespace cantiere {
namespace {

constexpr EntityKey futures{0x6675747572650000};  // whom the draws of what may come belong to

/// Somebody who asks for a seat in one future: a candidate, or one of the foreseen kinds.
struct Bidder {
    EntityKey key;
    std::vector<double> worth;  // of each seat; below 0 = none
};

/// Draws of one path are told apart by month ahead and person.
Draws::Index index_of(int path, int ahead, std::int64_t person) {
    return static_cast<Draws::Index>((path << 20) | (ahead << 12) | static_cast<int>(person));
}

/// Those who come in one future, each worth less the longer a seat is kept for them.
std::vector<Bidder> future_bidders(const FutureArrivals& arrivals,
                                   const Draws& draws,
                                   Month month,
                                   int path) {
    constexpr std::int64_t most = 4095;  // of a month; what the index has room for
    std::vector<Bidder> bidders;
    if (arrivals.kinds.empty()) return bidders;
    const auto kinds = static_cast<double>(arrivals.kinds.size());
    for (int ahead = 1; ahead <= arrivals.months; ++ahead) {
        const double kept = exp(-arrivals.lapse_per_month * ahead);
        const std::int64_t coming = std::min(most,
                                             draws.poisson(arrivals.people_per_month,
                                                           futures,
                                                           month,
                                                           Decision::future_arrivals,
                                                           index_of(path, ahead, 0)));
        for (std::int64_t person = 0; person < coming; ++person) {
            const Draws::Index index = index_of(path, ahead, person);
            const double u = draws.uniform(futures, month, Decision::future_kind, index);
            Bidder bidder{hash_key({futures.value, index}),
                          arrivals.kinds[static_cast<std::size_t>(u * kinds)]};
            for (double& worth : bidder.worth) worth *= kept;
            bidders.push_back(std::move(bidder));
        }
    }
    return bidders;
}

std::vector<Bidder> present_bidders(const PlacementProblem& problem) {
    std::vector<Bidder> bidders;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        bidders.push_back({problem.candidates[i].key, {}});
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            bidders.back().worth.push_back(may_take(problem, i, s) ? problem.value(i, s) : -1.0);
        }
    }
    return bidders;
}

/// Keeps whom prices can depend on: for each seat one more than there are places in all, of those
/// to whom it is worth most. Nobody else is placed in some optimum, or first left out of it.
std::vector<Bidder> contenders(std::vector<Bidder> bidders, const PlacementProblem& problem) {
    std::size_t keep = 1;
    for (const Seat& seat : problem.seats) keep += static_cast<std::size_t>(seat.quota);
    if (bidders.size() <= keep) return bidders;
    std::vector<std::uint8_t> kept(bidders.size(), 0);
    std::vector<std::size_t> order(bidders.size());
    for (std::size_t b = 0; b < order.size(); ++b) order[b] = b;
    for (std::size_t s = 0; s < problem.seats.size(); ++s) {
        const auto last = order.begin() + static_cast<std::ptrdiff_t>(keep);
        std::nth_element(order.begin(), last, order.end(), [&](std::size_t a, std::size_t b) {
            const double worth_a = bidders[a].worth[s];
            const double worth_b = bidders[b].worth[s];
            return worth_a != worth_b ? worth_a > worth_b : bidders[a].key < bidders[b].key;
        });
        for (auto b = order.begin(); b != last; ++b) kept[*b] = 1;
    }
    std::vector<Bidder> all;
    for (std::size_t b = 0; b < bidders.size(); ++b) {
        if (kept[b] != 0) all.push_back(std::move(bidders[b]));
    }
    return all;
}

/// The assignment problem of one future.
PlacementProblem problem_of(const std::vector<Bidder>& bidders, const PlacementProblem& today) {
    std::vector<Candidate> candidates(bidders.size());
    for (std::size_t b = 0; b < bidders.size(); ++b) candidates[b].key = bidders[b].key;
    PlacementProblem problem(std::move(candidates), {today.seats.begin(), today.seats.end()});
    for (const CandidateId i : rows<CandidateId>(bidders.size())) {
        for (const SeatId s : rows<SeatId>(today.seats.size())) {
            const double worth = bidders[i.index()].worth[s.index()];
            problem.feasible(i, s) = worth >= 0.0 ? 1 : 0;
            problem.value(i, s) = worth;
        }
    }
    return problem;
}

}  // namespace

Column<SeatId, std::int64_t> bid_prices(const PlacementProblem& problem,
                                        const Draws& draws,
                                        Month month) {
    const int paths = std::max(1, problem.arrivals.paths);
    const std::vector<Bidder> present = contenders(present_bidders(problem), problem);
    Column<SeatId, std::int64_t> sum(problem.seats.size(), 0);
    for (int path = 0; path < paths; ++path) {
        std::vector<Bidder> bidders = future_bidders(problem.arrivals, draws, month, path);
        bidders.insert(bidders.end(), present.begin(), present.end());
        const PlacementProblem future =
            problem_of(contenders(std::move(bidders), problem), problem);
        const DualPrices prices = dual_prices(future, some_optimal_assignment(future).seat_of);
        for (const SeatId s : rows<SeatId>(sum.size())) {
            sum[s] += prices.least[s] + prices.greatest[s];
        }
    }
    for (std::int64_t& price : sum) price /= std::int64_t{2} * paths;
    return sum;
}

Column<CandidateId, std::optional<SeatId>> bid_price(const PlacementProblem& problem,
                                                     const Draws& draws,
                                                     Month month) {
    const Column<SeatId, std::int64_t> prices = bid_prices(problem, draws, month);
    PlacementProblem gains = problem;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            const std::int64_t gain = value_units(problem.value(i, s)) - prices[s];
            gains.value(i, s) = static_cast<double>(gain) * 0x1p-24;
        }
    }
    return optimal_assignment(gains).seat_of;
}

}  // namespace cantiere
