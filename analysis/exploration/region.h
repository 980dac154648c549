#pragma once
/// Sampling a part of the unit cube that is told by a test of points.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analysis/exploration/design.h"

namespace cantiere {

/// Returns how far a point is from belonging: at most 1 inside, the lower the nearer outside.
using Distance = std::function<double(const std::vector<double>& point)>;

struct RegionSettings {
    std::size_t wanted = 1000;       // points; fewer where the region is small
    std::size_t candidates = 10000;  // of each round
    std::uint64_t seed = 1;
};

/// Points spread evenly over a region of the unit cube.
struct Region {
    Rows points;
    double share = 0.0;  // of the cube
};

/// Finds a region: rejection from a Latin hypercube over the cube, then over boxes around what was
/// found, widened by a fifth on each side, until there are enough points or the boxes shrink no
/// more. Where nothing is found at first, the box is laid around the nearest points.
Region find_region(const std::vector<std::string>& names,
                   const Distance& distance,
                   const RegionSettings& settings);

/// Returns `n` of the points, far from one another: each next one is the farthest from those
/// chosen.
Rows spread_out(const Rows& points, std::size_t n);

}  // namespace cantiere
