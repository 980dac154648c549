#include "analysis/exploration/screening.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "analysis/statistics.h"
#include "model/core/contracts.h"
#include "scenarios/sampling.h"

namespace cantiere {
namespace {

/// The only column in which two rows differ; nothing where none or several do.
std::optional<std::size_t> changed_column(const std::vector<double>& a,
                                          const std::vector<double>& b) {
    std::optional<std::size_t> changed;
    for (std::size_t j = 0; j < a.size(); ++j) {
        if (a[j] != b[j]) {
            if (changed) return std::nullopt;
            changed = j;
        }
    }
    return changed;
}

double mean_of_absolute(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) {
        sum += std::abs(value);
    }
    return sum / static_cast<double>(values.size());
}

/// One elementary effect a trajectory, by column.
Rows elementary_effects(const Rows& design, const std::vector<double>& output, double step) {
    const std::size_t columns = design.front().size();
    Rows effects(columns);
    for (std::size_t i = 0; i + 1 < design.size(); ++i) {
        if ((i + 1) % (columns + 1) == 0) continue;
        const std::size_t j = *changed_column(design[i], design[i + 1]);
        const double way = design[i + 1][j] > design[i][j] ? 1.0 : -1.0;
        effects[j].push_back(way * (output[i + 1] - output[i]) / step);
    }
    return effects;
}

MorrisIndex index_of(const std::vector<double>& effects, std::uint64_t seed, std::size_t column) {
    constexpr std::size_t resamples = 1000;
    const auto count = static_cast<double>(effects.size());
    MorrisIndex index;
    index.mu = std::accumulate(effects.begin(), effects.end(), 0.0) / count;
    index.mu_star = mean_of_absolute(effects);
    double squares = 0.0;
    for (const double effect : effects) {
        squares += (effect - index.mu) * (effect - index.mu);
    }
    index.sigma = effects.size() > 1 ? std::sqrt(squares / (count - 1.0)) : 0.0;
    std::vector<double> means;
    for (std::size_t b = 0; b < resamples; ++b) {
        std::vector<double> drawn;
        for (std::size_t k = 0; k < effects.size(); ++k) {
            const double u = keyed_uniform(seed + column, "bootstrap", b * effects.size() + k);
            drawn.push_back(effects[static_cast<std::size_t>(u * count)]);
        }
        means.push_back(mean_of_absolute(drawn));
    }
    index.mu_star_low = quantile_of(means, 0.025);
    index.mu_star_high = quantile_of(means, 0.975);
    return index;
}

}  // namespace

std::size_t first_outside_trajectories(const Rows& design) {
    if (design.empty()) return 0;
    const std::size_t length = design.front().size() + 1;
    for (std::size_t i = 0; i < design.size(); i += length) {
        std::vector<bool> seen(length - 1, false);
        for (std::size_t k = i + 1; k < i + length; ++k) {
            const auto column =
                k < design.size() ? changed_column(design[k - 1], design[k]) : std::nullopt;
            if (!column || seen[*column]) return std::min(k, design.size() - 1);
            seen[*column] = true;
        }
    }
    return design.size();
}

std::size_t levels_seen(const Rows& design) {
    constexpr double of_the_range = 1e-9;
    std::size_t most = 0;
    for (std::size_t j = 0; !design.empty() && j < design.front().size(); ++j) {
        std::vector<double> values;
        for (const std::vector<double>& row : design) values.push_back(row[j]);
        std::ranges::sort(values);
        const double rounding = of_the_range * (values.back() - values.front());
        std::size_t levels = 1;
        for (std::size_t i = 1; i < values.size(); ++i) {
            if (values[i] - values[i - 1] > rounding) ++levels;
        }
        most = std::max(most, levels);
    }
    return most;
}

std::vector<MorrisIndex> morris_indices(const Rows& design,
                                        const std::vector<double>& output,
                                        std::size_t levels,
                                        std::uint64_t seed) {
    expects(first_outside_trajectories(design) == design.size(), "the rows are trajectories");
    std::vector<MorrisIndex> indices;
    const Rows effects = elementary_effects(design, output, morris_step(levels));
    for (std::size_t j = 0; j < effects.size(); ++j) {
        indices.push_back(index_of(effects[j], seed, j));
    }
    return indices;
}

double kolmogorov_smirnov(std::vector<double> a, std::vector<double> b) {
    if (a.empty() || b.empty()) return 0.0;
    std::ranges::sort(a);
    std::ranges::sort(b);
    double greatest = 0.0;
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < a.size() && k < b.size()) {
        const double here = std::min(a[i], b[k]);
        while (i < a.size() && a[i] == here) ++i;
        while (k < b.size() && b[k] == here) ++k;
        const double apart = static_cast<double>(i) / static_cast<double>(a.size()) -
                             static_cast<double>(k) / static_cast<double>(b.size());
        greatest = std::max(greatest, std::abs(apart));
    }
    return greatest;
}

std::vector<PawnIndex> pawn_indices(const Rows& design,
                                    const std::vector<double>& output,
                                    std::size_t slices) {
    std::vector<PawnIndex> indices;
    for (std::size_t j = 0; j < design.front().size(); ++j) {
        std::vector<std::size_t> order(design.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return design[i][j]; });
        std::vector<double> distances;
        for (std::size_t s = 0; s < slices; ++s) {
            std::vector<double> within;
            for (std::size_t k = s * order.size() / slices; k < (s + 1) * order.size() / slices;
                 ++k) {
                within.push_back(output[order[k]]);
            }
            distances.push_back(kolmogorov_smirnov(output, within));
        }
        indices.push_back({quantile_of(distances, 0.5), *std::ranges::max_element(distances)});
    }
    return indices;
}

}  // namespace cantiere
