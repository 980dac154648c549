#include "analysis/evaluation/frontier.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

namespace cantiere {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

struct Points {
    std::span<const double> cost, effect;

    bool dominates(std::size_t a, std::size_t b) const {
        const bool is_no_worse = cost[a] <= cost[b] && effect[a] >= effect[b];
        return is_no_worse && (cost[a] < cost[b] || effect[a] > effect[b]);
    }

    bool are_equal(std::size_t a, std::size_t b) const {
        return cost[a] == cost[b] && effect[a] == effect[b];
    }

    /// Tells whether the step to `b` costs more a unit than the step beyond it, to `c`.
    bool is_dearer_step(std::size_t a, std::size_t b, std::size_t c) const {
        constexpr double rounding = 1e-12;
        const double to_b = (cost[b] - cost[a]) * (effect[c] - effect[b]);
        const double to_c = (cost[c] - cost[b]) * (effect[b] - effect[a]);
        return to_b > to_c + rounding * (std::abs(to_b) + std::abs(to_c));
    }
};

/// Positions by rising cost, of equal costs the one that does more first.
std::vector<std::size_t> by_cost(const Points& points) {
    std::vector<std::size_t> order(points.cost.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return points.cost[a] != points.cost[b] ? points.cost[a] < points.cost[b]
                                                : points.effect[a] > points.effect[b];
    });
    return order;
}

/// The lower hull of undominated points in the order of cost, without those equal to the one
/// before.
std::vector<std::size_t> lower_hull(const Points& points, const std::vector<std::size_t>& order) {
    std::vector<std::size_t> hull;
    for (const std::size_t next : order) {
        if (!hull.empty() && points.are_equal(hull.back(), next)) continue;
        while (hull.size() > 1 && points.is_dearer_step(hull[hull.size() - 2], hull.back(), next)) {
            hull.pop_back();
        }
        hull.push_back(next);
    }
    return hull;
}

IncrementalRow row_after(const Points& points, std::size_t before, std::size_t strategy) {
    const double cost = points.cost[strategy] - points.cost[before];
    const double effect = points.effect[strategy] - points.effect[before];
    return {strategy, Dominance::none, cost, effect, effect == 0.0 ? none : cost / effect};
}

}  // namespace

std::string_view abbreviation(Dominance dominance) {
    switch (dominance) {
        case Dominance::none:
            return "ND";
        case Dominance::extended:
            return "ED";
        case Dominance::strong:
            break;
    }
    return "D";
}

std::vector<IncrementalRow> incremental_analysis(std::span<const double> cost,
                                                 std::span<const double> effect) {
    const Points points{cost, effect};
    std::vector<std::size_t> undominated;
    std::vector<std::size_t> dominated;
    for (const std::size_t one : by_cost(points)) {
        const bool is_dominated = std::ranges::any_of(by_cost(points), [&](std::size_t other) {
            return points.dominates(other, one);
        });
        (is_dominated ? dominated : undominated).push_back(one);
    }
    const std::vector<std::size_t> hull = lower_hull(points, undominated);

    std::vector<IncrementalRow> rows;
    std::vector<IncrementalRow> off;
    for (const std::size_t one : undominated) {
        const bool is_on = std::ranges::any_of(hull, [&](std::size_t corner) {
            return points.are_equal(corner, one);
        });
        if (!is_on) {
            off.push_back({one, Dominance::extended, none, none, none});
        } else if (rows.empty()) {
            rows.push_back({one, Dominance::none, none, none, none});
        } else {
            rows.push_back(row_after(points, rows.back().strategy, one));
        }
    }
    rows.insert(rows.end(), off.begin(), off.end());
    for (const std::size_t one : dominated)
        rows.push_back({one, Dominance::strong, none, none, none});
    return rows;
}

}  // namespace cantiere
