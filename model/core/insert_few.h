#pragma once
/// Insertion of a few elements into a long vector in order.

#include <algorithm>
#include <cstddef>
#include <vector>

namespace cantiere {

/// Inserts `few` into `many`, both in the order of `before`: from the last on, runs of the many
/// move up whole. Those of the few come after equals among the many.
template <class T, class Before>
void insert_few(std::vector<T>& many, const std::vector<T>& few, Before before) {
    auto end = static_cast<std::ptrdiff_t>(many.size());
    many.resize(many.size() + few.size());
    auto to = many.end();
    for (auto one = few.rbegin(); one != few.rend(); ++one) {
        const auto from = std::upper_bound(many.begin(), many.begin() + end, *one, before);
        to = std::move_backward(from, many.begin() + end, to);
        *--to = *one;
        end = from - many.begin();
    }
}

}  // namespace cantiere
