#include "model/month/service_queue.h"

#include <algorithm>
#include <tuple>

namespace cantiere {
namespace {

Funding funding_for(const Waiter& waiter, OpenSeats& seats) {
    if (waiter.holds_bundle) return Funding::bundle;
    if (seats.usual > 0) {
        --seats.usual;
        return Funding::usual;
    }
    if (waiter.is_target && seats.programme > 0) {
        --seats.programme;
        return Funding::programme;
    }
    return Funding::none;
}

/// Tells whether `waiter` would be given a seat if first in the line.
bool finds_a_seat(const Waiter& waiter, const OpenSeats& seats) {
    return waiter.holds_bundle || seats.usual > 0 || (waiter.is_target && seats.programme > 0);
}

bool goes_after(const Waiter& a, const Waiter& b) {
    return std::tie(a.rank, a.ticket) > std::tie(b.rank, b.ticket);
}

}  // namespace

std::vector<ServiceStart> start_by_discipline(std::vector<Waiter> line, OpenSeats seats) {
    // Seats only get fewer: who would find none now finds none later.
    std::erase_if(line, [&](const Waiter& waiter) { return !finds_a_seat(waiter, seats); });
    auto bundles = std::ranges::count_if(line, &Waiter::holds_bundle);
    std::vector<ServiceStart> starts;
    std::ranges::make_heap(line, goes_after);
    while (!line.empty() && (bundles > 0 || seats.usual > 0 || seats.programme > 0)) {
        std::ranges::pop_heap(line, goes_after);
        const Waiter first = line.back();
        line.pop_back();
        const Funding funding = funding_for(first, seats);
        if (funding != Funding::none) starts.push_back({first, funding});
        if (funding == Funding::bundle) --bundles;
    }
    return starts;
}

}  // namespace cantiere
