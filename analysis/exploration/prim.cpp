#include "analysis/exploration/prim.h"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/binomial.hpp>

#include "analysis/exploration/peeling.h"
#include "scenarios/sampling.h"

namespace cantiere {
namespace {

constexpr std::size_t resamples = 10;

BoxQuality quality_of(const Cases& cases, const InputBox& box) {
    return quality_of(cases, box, held_by(cases, box));
}

/// P(X >= inside) were the cases inside drawn from the box without the column.
double quasi_p_of(const Cases& cases, const InputBox& box, std::size_t column) {
    const HeldCases inside = held_by(cases, box);
    InputBox freed = box;
    freed[column] = {};
    const HeldCases without = held_by(cases, freed);
    const double chance =
        static_cast<double>(without.of_interest) / static_cast<double>(without.cases);
    if (inside.of_interest == 0 || chance >= 1.0) return 1.0;
    if (chance <= 0.0) return 0.0;
    const boost::math::binomial law(static_cast<double>(inside.cases), chance);
    return boost::math::cdf(
        boost::math::complement(law, static_cast<double>(inside.of_interest) - 1.0));
}

/// Frees the least significant column until all that are left are significant.
void drop_insignificant(const Cases& cases, InputBox& box, double greatest) {
    while (true) {
        double worst = greatest;
        std::optional<std::size_t> column;
        for (const std::size_t one : restricted_columns(box)) {
            const double p = quasi_p_of(cases, box, one);
            if (p > worst) {
                worst = p;
                column = one;
            }
        }
        if (!column) return;
        box[*column] = {};
    }
}

/// The box of a trajectory: of greatest coverage x density, or the widest that is dense enough.
const InputBox& chosen_of(const Cases& cases,
                          const std::vector<InputBox>& trajectory,
                          const PrimSettings& settings) {
    const InputBox* best = &trajectory.back();
    double greatest = -1.0;
    for (const InputBox& box : trajectory) {
        const BoxQuality quality = quality_of(cases, box);
        const bool is_allowed = quality.density >= settings.least_density.value_or(0.0);
        const double worth =
            settings.least_density ? quality.coverage : quality.coverage * quality.density;
        if (is_allowed && worth > greatest) {
            greatest = worth;
            best = &box;
        }
    }
    return *best;
}

InputBox found_in(const Cases& cases,
                  const std::vector<InputBox>& trajectory,
                  const PrimSettings& settings) {
    InputBox box = chosen_of(cases, trajectory, settings);
    paste(cases, box, settings.peel);
    drop_insignificant(cases, box, settings.greatest_quasi_p);
    return box;
}

/// Half of the cases, keyed by the number of the resample.
Cases half_of(const Cases& cases, const PrimSettings& settings, std::size_t number) {
    Cases half = cases;
    half.left.clear();
    half.all_of_interest = 0.0;
    for (const std::size_t i : cases.left) {
        const double u =
            keyed_uniform(settings.seed, "half", number * cases.inputs.rows.size() + i);
        if (u >= 0.5) continue;
        half.left.push_back(i);
        half.all_of_interest += cases.of_interest[i] ? 1.0 : 0.0;
    }
    half.all = static_cast<double>(half.left.size());
    return half;
}

/// How often each column is restricted in boxes of half the cases.
std::vector<double> reproduced_in_halves(const Cases& cases, const PrimSettings& settings) {
    std::vector<double> shares(cases.inputs.factors.size(), 0.0);
    for (std::size_t r = 0; r < resamples; ++r) {
        const Cases half = half_of(cases, settings, r);
        if (half.all_of_interest == 0.0) continue;
        const std::vector<InputBox> trajectory =
            peel(half, settings.peel, settings.least_mass, settings.end);
        for (const std::size_t column : restricted_columns(found_in(half, trajectory, settings))) {
            shares[column] += 1.0;
        }
    }
    for (double& share : shares) share /= static_cast<double>(resamples);
    return shares;
}

DiscoveredBox describe(const Cases& cases,
                       const InputBox& box,
                       const std::vector<InputBox>& trajectory,
                       const PrimSettings& settings) {
    DiscoveredBox found;
    const std::vector<double> reproduced = reproduced_in_halves(cases, settings);
    for (const ColumnLimit& limit : limits_of(cases.inputs, box)) {
        found.limits.push_back(
            {limit, quasi_p_of(cases, box, limit.column), reproduced[limit.column]});
    }
    found.quality = quality_of(cases, box);
    for (const InputBox& step : trajectory) found.trajectory.push_back(quality_of(cases, step));
    return found;
}

}  // namespace

std::vector<DiscoveredBox> discover_boxes(const FactorTable& inputs,
                                          const std::vector<bool>& of_interest,
                                          const PrimSettings& settings) {
    std::vector<DiscoveredBox> boxes;
    if (inputs.rows.empty()) return boxes;
    Cases cases = all_cases(inputs, of_interest);
    while (boxes.size() < settings.most_boxes && !cases.left.empty()) {
        const InputBox everything(inputs.factors.size());
        const std::vector<InputBox> trajectory =
            peel(cases, settings.peel, settings.least_mass, settings.end);
        const InputBox box = found_in(cases, trajectory, settings);
        if (restricted_columns(box).empty() ||
            quality_of(cases, box).density <= quality_of(cases, everything).density) {
            break;
        }
        boxes.push_back(describe(cases, box, trajectory, settings));
        std::erase_if(cases.left, [&](std::size_t i) { return holds(box, inputs.rows[i]); });
        const bool some_left =
            std::ranges::any_of(cases.left, [&](std::size_t i) { return of_interest[i]; });
        if (!some_left) break;
    }
    return boxes;
}

}  // namespace cantiere
