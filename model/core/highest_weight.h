#pragma once
/// Choice by highest random weight (Thaler & Ravishankar 1998, doi:10.1109/90.663936): of entities
/// with keys the one whose hash with a point is greatest, so that one more moves only the choices
/// that it attracts.

#include <cstddef>
#include <cstdint>
#include <span>

#include "model/core/ids.h"

namespace cantiere {

/// Returns the weight that the entity of this key has at a point.
constexpr std::uint64_t random_weight(std::uint64_t point, std::uint64_t key) {
    return detail::mix_bits(point ^ key);
}

/// Returns the position of the key of the greatest weight at `point`, the first of equal ones;
/// `keys` are not empty.
std::size_t highest_weight(std::span<const std::uint64_t> keys, std::uint64_t point);

}  // namespace cantiere
