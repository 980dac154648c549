#include "analysis/exploration/region.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace cantiere {
namespace {

struct Box {
    std::vector<double> low, high;

    double volume() const {
        double product = 1.0;
        for (std::size_t j = 0; j < low.size(); ++j) {
            product *= high[j] - low[j];
        }
        return product;
    }
};

Box unit_box(std::size_t dimensions) {
    return {std::vector<double>(dimensions, 0.0), std::vector<double>(dimensions, 1.0)};
}

/// The box around points, each side widened by a share of its length, within another box.
Box around(const Rows& points, double widened, const Box& within) {
    Box box = within;
    for (std::size_t j = 0; j < within.low.size(); ++j) {
        double low = points.front()[j];
        double high = low;
        for (const std::vector<double>& point : points) {
            low = std::min(low, point[j]);
            high = std::max(high, point[j]);
        }
        const double margin =
            widened * std::max(high - low, 0.02 * (within.high[j] - within.low[j]));
        box.low[j] = std::max(within.low[j], low - margin);
        box.high[j] = std::min(within.high[j], high + margin);
    }
    return box;
}

/// What one round over a box finds: points inside, and those outside that are nearest.
struct Round {
    Rows inside, nearest;
};

Round look(const std::vector<std::string>& names,
           const Distance& distance,
           const RegionSettings& settings,
           const Box& box,
           std::uint64_t round) {
    constexpr std::size_t kept_outside = 10;
    Round found;
    std::vector<std::pair<double, std::size_t>> outside;
    Rows rows = latin_hypercube_rows(names, settings.candidates, settings.seed + round, 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < names.size(); ++j) {
            rows[i][j] = box.low[j] + rows[i][j] * (box.high[j] - box.low[j]);
        }
        const double away = distance(rows[i]);
        if (away <= 1.0) {
            found.inside.push_back(rows[i]);
        } else {
            outside.emplace_back(away, i);
        }
    }
    std::sort(outside.begin(), outside.end());
    for (std::size_t k = 0; k < std::min(kept_outside, outside.size()); ++k) {
        found.nearest.push_back(rows[outside[k].second]);
    }
    return found;
}

double squared(double value) { return value * value; }

}  // namespace

Region find_region(const std::vector<std::string>& names,
                   const Distance& distance,
                   const RegionSettings& settings) {
    constexpr std::uint64_t rounds = 6;
    constexpr double worth_it = 0.8;  // of the volume: less shrinking saves no work
    Box box = unit_box(names.size());
    Region region;
    for (std::uint64_t round = 0; round < rounds; ++round) {
        Round found = look(names, distance, settings, box, round);
        const bool is_found = !found.inside.empty();
        if (is_found) {
            const auto kept = static_cast<double>(found.inside.size());
            region.share = box.volume() * kept / static_cast<double>(settings.candidates);
            region.points = std::move(found.inside);
        }
        if (region.points.size() >= settings.wanted || (!is_found && !region.points.empty())) {
            break;
        }
        const Box next =
            is_found ? around(region.points, 0.2, box) : around(found.nearest, 0.5, box);
        if (next.volume() > worth_it * box.volume()) {
            break;
        }
        box = next;
    }
    return region;
}

Rows spread_out(const Rows& points, std::size_t n) {
    if (points.size() <= n) {
        return points;
    }
    Rows chosen{points.front()};
    std::vector<double> nearest(points.size(), std::numeric_limits<double>::infinity());
    while (chosen.size() < n) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            double distance = 0.0;
            for (std::size_t j = 0; j < points[i].size(); ++j) {
                distance += squared(points[i][j] - chosen.back()[j]);
            }
            nearest[i] = std::min(nearest[i], distance);
        }
        const auto farthest = std::max_element(nearest.begin(), nearest.end());
        chosen.push_back(points[static_cast<std::size_t>(farthest - nearest.begin())]);
    }
    return chosen;
}

}  // namespace cantiere
