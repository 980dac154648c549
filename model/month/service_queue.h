#pragma once

#include <cstdint>
#include <vector>

#include "model/state/care.h"

namespace cantiere {

/// Someone who waits for a slot of one service.
struct Waiter {
    ResidentId who;
    double rank = 0.0;          // lower goes first: minus the months waited, or minus the score
    std::uint64_t ticket = 0;   // keyed tie-break
    bool is_target = false;     // may take programme slots
    bool holds_bundle = false;  // this path is paid already and needs no slot
    bool as_support = false;    // waits for the support of the project, not for a main step
};

/// What can be given out this month.
struct OpenSeats {
    int usual = 0;
    int programme = 0;
};

/// Someone who starts, and who pays.
struct ServiceStart {
    Waiter waiter;
    Funding funding = Funding::none;
};

/// Gives out `seats` to the `line` in order of (rank, ticket): whoever holds a bundle needs
/// none, then a usual seat, then a programme seat. More seats never take a start from anybody,
/// whatever the order of `line`.
std::vector<ServiceStart> start_by_discipline(std::vector<Waiter> line, OpenSeats seats);

}  // namespace cantiere
