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

}  // namespace

std::vector<ServiceStart> start_by_discipline(std::vector<Waiter> line, OpenSeats seats) {
    std::sort(line.begin(), line.end(), [](const Waiter& a, const Waiter& b) {
        return std::tie(a.rank, a.ticket) < std::tie(b.rank, b.ticket);
    });
    std::vector<ServiceStart> starts;
    for (const Waiter& waiter : line) {
        const Funding funding = funding_for(waiter, seats);
        if (funding != Funding::none) starts.push_back({waiter, funding});
    }
    return starts;
}

}  // namespace cantiere
