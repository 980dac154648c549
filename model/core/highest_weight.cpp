#include "model/core/highest_weight.h"

#include "model/core/contracts.h"

namespace cantiere {

std::size_t highest_weight(std::span<const std::uint64_t> keys, std::uint64_t point) {
    expects(!keys.empty(), "there is a key to choose");
    std::size_t best = 0;
    std::uint64_t greatest = random_weight(point, keys[0]);
    for (std::size_t i = 1; i < keys.size(); ++i) {
        const std::uint64_t weight = random_weight(point, keys[i]);
        best = weight > greatest ? i : best;
        greatest = weight > greatest ? weight : greatest;
    }
    return best;
}

}  // namespace cantiere
