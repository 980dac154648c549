#include "analysis/exploration/peeling.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>

namespace cantiere {
namespace {

/// A value with what its case is.
struct Valued {
    double value = 0.0;
    bool is_of_interest = false;
};

bool is_inside(const Side& side, double value) {
    return (!side.low || value >= *side.low) && (!side.high || value <= *side.high);
}

double density(const Held& held) {
    return held.cases == 0
               ? 0.0
               : static_cast<double>(held.of_interest) / static_cast<double>(held.cases);
}

enum class End : std::uint8_t { low, high };

std::optional<double>& at(Side& side, End end) { return end == End::low ? side.low : side.high; }

/// Tells whether one value lies nearer to an end than another.
bool is_nearer(End end, double one, double other) {
    return end == End::low ? one < other : one > other;
}

/// The values of a column in the cases inside, from the given end on.
std::vector<Valued> values_inside(const Cases& cases,
                                  const InputBox& box,
                                  std::size_t column,
                                  End end) {
    std::vector<Valued> values;
    for (const std::size_t i : cases.left) {
        if (holds(box, cases.inputs[i])) {
            values.push_back({cases.inputs[i][column], static_cast<bool>(cases.of_interest[i])});
        }
    }
    std::ranges::sort(values, [end](const Valued& a, const Valued& b) {
        return is_nearer(end, a.value, b.value);
    });
    return values;
}

/// What a run of values holds.
Held held_in(std::span<const Valued> values) {
    const auto of_interest = std::ranges::count_if(values, &Valued::is_of_interest);
    return {values.size(), static_cast<std::size_t>(of_interest)};
}

/// Half way between a value and the next.
double border(const std::vector<Valued>& values, std::size_t next) {
    return 0.5 * (values[next - 1].value + values[next].value);
}

/// The first value at or after `from` that differs from the one before it; their number where none
/// does.
std::size_t next_border(const std::vector<Valued>& values, std::size_t from) {
    while (from < values.size() && values[from].value == values[from - 1].value) ++from;
    return from;
}

/// A box after a step, and what it holds.
struct Step {
    InputBox box;
    Held held;
    double gain = 0.0;  // of density; of a peeling, for each case taken
};

/// How many of the values to take away: about a share, equal values together; not all of them.
std::optional<std::size_t> number_to_peel(const std::vector<Valued>& values, double share) {
    if (values.size() < 2) return std::nullopt;
    const auto wanted = static_cast<std::size_t>(share * static_cast<double>(values.size()));
    std::size_t first = std::max<std::size_t>(wanted, 1);
    while (first > 0 && values[first - 1].value == values[first].value) --first;
    if (first == 0) first = next_border(values, 1);
    return first < values.size() ? std::optional(first) : std::nullopt;
}

/// Takes about a share of the cases away from one end.
std::optional<Step> peeled(const Cases& cases,
                           const InputBox& box,
                           std::size_t column,
                           End end,
                           double share) {
    const std::vector<Valued> values = values_inside(cases, box, column, end);
    const std::optional<std::size_t> first = number_to_peel(values, share);
    if (!first) return std::nullopt;
    Step step{box, held_in(std::span(values).subspan(*first)), 0.0};
    at(step.box[column], end) = border(values, *first);
    step.gain = (density(step.held) - density(held_in(values))) / static_cast<double>(*first);
    return step;
}

/// The values beyond one side of a box, the nearest first; none where the side is free.
std::vector<Valued> values_beyond(const Cases& cases,
                                  const InputBox& box,
                                  std::size_t column,
                                  End end) {
    InputBox opened = box;
    const std::optional<double> side = std::exchange(at(opened[column], end), std::nullopt);
    if (!side) return {};
    std::vector<Valued> beyond =
        values_inside(cases, opened, column, end == End::low ? End::high : End::low);
    std::erase_if(beyond, [&](const Valued& one) { return !is_nearer(end, one.value, *side); });
    return beyond;
}

/// Moves one side outwards past about a share of as many cases as are inside.
std::optional<Step> pasted(const Cases& cases,
                           const InputBox& box,
                           std::size_t column,
                           End end,
                           double share) {
    const std::vector<Valued> beyond = values_beyond(cases, box, column, end);
    if (beyond.empty()) return std::nullopt;
    const Held inside = held_by(cases, box);
    const auto wanted = static_cast<std::size_t>(share * static_cast<double>(inside.cases));
    const std::size_t added =
        next_border(beyond, std::clamp<std::size_t>(wanted, 1, beyond.size()));
    const Held gained = held_in(std::span(beyond).first(added));
    Step step{box, {inside.cases + gained.cases, inside.of_interest + gained.of_interest}, 0.0};
    at(step.box[column], end).reset();
    if (added < beyond.size()) at(step.box[column], end) = border(beyond, added);
    step.gain = density(step.held) - density(inside);
    return step;
}

/// The step of greatest gain among those that move one end of one of the columns.
template <class Move>
std::optional<Step> best_step(std::span<const std::size_t> columns, Move move) {
    std::optional<Step> best;
    for (const std::size_t column : columns) {
        for (const End end : {End::low, End::high}) {
            std::optional<Step> step = move(column, end);
            if (step && (!best || step->gain > best->gain)) best = std::move(step);
        }
    }
    return best;
}

}  // namespace

bool holds(const InputBox& box, const std::vector<double>& row) {
    for (std::size_t j = 0; j < box.size(); ++j) {
        if (!is_inside(box[j], row[j])) return false;
    }
    return true;
}

Held held_by(const Cases& cases, const InputBox& box) {
    Held held;
    for (const std::size_t i : cases.left) {
        if (!holds(box, cases.inputs[i])) continue;
        ++held.cases;
        held.of_interest += cases.of_interest[i] ? 1U : 0U;
    }
    return held;
}

std::vector<std::size_t> restricted_columns(const InputBox& box) {
    std::vector<std::size_t> columns;
    for (std::size_t j = 0; j < box.size(); ++j) {
        if (box[j].low || box[j].high) columns.push_back(j);
    }
    return columns;
}

std::vector<InputBox> peel(const Cases& cases, double share, double least_mass) {
    std::vector<InputBox> trajectory{InputBox(cases.inputs.front().size())};
    std::vector<std::size_t> columns(trajectory.front().size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    while (true) {
        std::optional<Step> best = best_step(columns, [&](std::size_t column, End end) {
            auto step = peeled(cases, trajectory.back(), column, end, share);
            const bool is_allowed =
                step && static_cast<double>(step->held.cases) >= least_mass * cases.all;
            return is_allowed ? step : std::nullopt;
        });
        if (!best || best->gain <= 0.0) return trajectory;
        trajectory.push_back(std::move(best->box));
    }
}

void paste(const Cases& cases, InputBox& box, double share) {
    while (true) {
        std::optional<Step> best = best_step(
            restricted_columns(box),
            [&](std::size_t column, End end) { return pasted(cases, box, column, end, share); });
        if (!best || best->gain < 0.0) return;
        box = std::move(best->box);
    }
}

}  // namespace cantiere
