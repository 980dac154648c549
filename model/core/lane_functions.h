#pragma once
/// Functions of lanes: elementary functions, the smaller, the greater, the range.

#include "model/core/elementary.h"
#include "model/core/lanes.h"

namespace cantiere {

// The elementary functions, lane by lane.
template <int N>
[[gnu::always_inline]] inline Lanes<N> exp(Lanes<N> x) {
    return detail::exp_of(x);
}
template <int N>
[[gnu::always_inline]] inline Lanes<N> log(Lanes<N> x) {
    return detail::log_of(x);
}
template <int N>
[[gnu::always_inline]] inline Lanes<N> logistic(Lanes<N> x) {
    return detail::logistic_of(x);
}

/// Returns the smaller number of each lane.
template <int N>
[[gnu::always_inline]] inline Lanes<N> min(Lanes<N> a, Lanes<N> b) {
    return select(b < a, b, a);
}

/// Returns the greater number of each lane.
template <int N>
[[gnu::always_inline]] inline Lanes<N> max(Lanes<N> a, Lanes<N> b) {
    return select(a < b, b, a);
}

/// Returns each number brought into [low, high].
template <int N>
[[gnu::always_inline]] inline Lanes<N> clamp(Lanes<N> a, Lanes<N> low, Lanes<N> high) {
    return min(max(a, low), high);
}

}  // namespace cantiere
