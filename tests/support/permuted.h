#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "model/state/resident_columns.h"

namespace cantiere {

/// Returns an order of `count` rows that is neither the identity nor its reverse.
inline std::vector<std::size_t> shuffled_order(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [](std::size_t a, std::size_t b) {
        return hash_key({a}) < hash_key({b});
    });
    return order;
}

/// Returns the same residents stored in another order: row i is row order[i] of before.
inline Residents permuted(const Residents& residents, const std::vector<std::size_t>& order) {
    Residents moved = residents;
    for_each_column(moved, [&order](auto& column) {
        const auto before = column;
        std::size_t row = 0;
        for (auto& value : column) value = before.rows()[order[row++]];
    });
    return moved;
}

}  // namespace cantiere
