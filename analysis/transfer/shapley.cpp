#include "analysis/transfer/shapley.h"

#include <bit>
#include <cstddef>

#include "model/core/contracts.h"

namespace cantiere {
namespace {

/// Parts of all orders in which exactly a given set of `before` players joins before a player.
std::vector<double> shares_of_orders(std::size_t players) {
    std::vector<double> shares(players);
    for (std::size_t before = 0; before < players; ++before) {
        auto ways = static_cast<double>(players);  // n C(n - 1, before)
        for (std::size_t k = 1; k <= before; ++k) {
            ways *= static_cast<double>(players - k) / static_cast<double>(k);
        }
        shares[before] = 1.0 / ways;
    }
    return shares;
}

}  // namespace

std::vector<double> shapley_values(std::span<const double> worth) {
    expects(std::has_single_bit(worth.size()), "every set of players has a worth");
    const auto players = static_cast<std::size_t>(std::countr_zero(worth.size()));
    const std::vector<double> shares = shares_of_orders(players);
    std::vector<double> values(players, 0.0);
    for (std::size_t player = 0; player < players; ++player) {
        const std::size_t joins = std::size_t{1} << player;
        for (std::size_t before = 0; before < worth.size(); ++before) {
            if ((before & joins) != 0) continue;
            const auto joined = static_cast<std::size_t>(std::popcount(before));
            values[player] += shares[joined] * (worth[before | joins] - worth[before]);
        }
    }
    return values;
}

}  // namespace cantiere
