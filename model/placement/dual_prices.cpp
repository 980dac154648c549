#include <algorithm>
#include <limits>

#include "model/core/rows.h"
#include "model/placement/bid_price.h"
#include "model/placement/optimal_ties.h"
#include "model/placement/placement.h"

namespace cantiere {
namespace {

/// Price of a seat without places before any is known: nobody holds one who could give it up.
constexpr std::int64_t no_limit = std::numeric_limits<std::int64_t>::max();

/// Somebody placed could move: price `to` >= price `from` + gain.
struct Exchange {
    SeatId from;
    SeatId to;
    std::int64_t gain = 0;
};

std::vector<Exchange> exchanges_of(const PlacementProblem& problem,
                                   const Column<CandidateId, std::optional<SeatId>>& seat_of) {
    std::vector<Exchange> exchanges;
    for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
        if (!seat_of[i]) continue;
        const std::int64_t here = value_units(problem.value(i, *seat_of[i]));
        for (const SeatId s : rows<SeatId>(problem.seats.size())) {
            if (s == *seat_of[i] || !is_worth_making(problem, i, s)) continue;
            exchanges.push_back({*seat_of[i], s, value_units(problem.value(i, s)) - here});
        }
    }
    return exchanges;
}

/// Raises prices from 0 until nobody who waits or would move has anything to gain.
void raise(Column<SeatId, std::int64_t>& price, const std::vector<Exchange>& exchanges) {
    for (bool moved = true; moved;) {
        moved = false;
        for (const Exchange& e : exchanges) {
            if (price[e.to] >= price[e.from] + e.gain) continue;
            price[e.to] = price[e.from] + e.gain;
            moved = true;
        }
    }
}

/// Lowers prices from all that holders can pay until none of them would rather move.
void lower(Column<SeatId, std::int64_t>& price, const std::vector<Exchange>& exchanges) {
    for (bool moved = true; moved;) {
        moved = false;
        for (const Exchange& e : exchanges) {
            if (price[e.to] == no_limit) continue;  // nowhere to move to at any price
            if (price[e.from] <= price[e.to] - e.gain) continue;
            price[e.from] = price[e.to] - e.gain;
            moved = true;
        }
    }
}

void for_each_pair_worth_making(const PlacementProblem& problem, auto&& visit) {
    for (const SeatId s : rows<SeatId>(problem.seats.size())) {
        for (const CandidateId i : rows<CandidateId>(problem.candidates.size())) {
            if (is_worth_making(problem, i, s)) visit(i, s);
        }
    }
}

/// What the seat's own candidate and those left out allow, whoever else might change seats.
DualPrices own_limits(const PlacementProblem& problem,
                      const Column<CandidateId, std::optional<SeatId>>& seat_of) {
    DualPrices prices{Column<SeatId, std::int64_t>(problem.seats.size(), 0),
                      Column<SeatId, std::int64_t>(problem.seats.size(), no_limit)};
    const Column<SeatId, int> taken = occupancy(problem, seat_of);
    for (const SeatId s : rows<SeatId>(problem.seats.size())) {
        if (taken[s] < problem.seats[s].quota) prices.greatest[s] = 0;
    }
    for_each_pair_worth_making(problem, [&](CandidateId i, SeatId s) {
        const std::int64_t value = value_units(problem.value(i, s));
        if (!seat_of[i]) prices.least[s] = std::max(prices.least[s], value);
        if (seat_of[i] == s) prices.greatest[s] = std::min(prices.greatest[s], value);
    });
    return prices;
}

}  // namespace

DualPrices dual_prices(const PlacementProblem& problem,
                       const Column<CandidateId, std::optional<SeatId>>& seat_of) {
    DualPrices prices = own_limits(problem, seat_of);
    const std::vector<Exchange> exchanges = exchanges_of(problem, seat_of);
    raise(prices.least, exchanges);
    lower(prices.greatest, exchanges);
    for (const SeatId s : rows<SeatId>(problem.seats.size())) {
        if (prices.greatest[s] == no_limit) prices.greatest[s] = prices.least[s];
    }
    return prices;
}

}  // namespace cantiere
