#include "analysis/exploration/peeling.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace cantiere {
namespace {

/// A value with what its case is.
struct Valued {
    double value = 0.0;
    bool is_of_interest = false;
};

enum class End : std::uint8_t { low, high };

/// A category of a column of words.
struct CategoryEdge {
    std::size_t place = 0;
};

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
        if (holds(box, cases.inputs.rows[i])) {
            values.push_back(
                {cases.inputs.rows[i][column], static_cast<bool>(cases.of_interest[i])});
        }
    }
    std::ranges::sort(values, [end](const Valued& a, const Valued& b) {
        return is_nearer(end, a.value, b.value);
    });
    return values;
}

/// What a run of values holds.
HeldCases held_in(std::span<const Valued> values) {
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
    HeldCases held;
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
    const HeldCases inside = held_by(cases, box);
    const auto wanted = static_cast<std::size_t>(share * static_cast<double>(inside.cases));
    const std::size_t added =
        next_border(beyond, std::clamp<std::size_t>(wanted, 1, beyond.size()));
    const HeldCases gained = held_in(std::span(beyond).first(added));
    Step step{box, {inside.cases + gained.cases, inside.of_interest + gained.of_interest}, 0.0};
    at(step.box[column], end).reset();
    if (added < beyond.size()) at(step.box[column], end) = border(beyond, added);
    step.gain = density(step.held) - density(inside);
    return step;
}

/// The cases of one category inside a box.
HeldCases held_of(const Cases& cases,
                  const InputBox& box,
                  std::size_t column,
                  CategoryEdge category) {
    HeldCases held;
    for (const std::size_t i : cases.left) {
        const std::vector<double>& row = cases.inputs.rows[i];
        if (row[column] != static_cast<double>(category.place) || !holds(box, row)) continue;
        ++held.cases;
        held.of_interest += cases.of_interest[i] ? 1U : 0U;
    }
    return held;
}

/// Takes the cases of one category away.
std::optional<Step> peeled(const Cases& cases,
                           const InputBox& box,
                           std::size_t column,
                           CategoryEdge category,
                           double /*share*/) {
    const HeldCases taken = held_of(cases, box, column, category);
    const HeldCases before = held_by(cases, box);
    if (taken.cases == 0 || taken.cases == before.cases) return std::nullopt;
    Step step{box, {before.cases - taken.cases, before.of_interest - taken.of_interest}, 0.0};
    step.box[column].without.push_back(category.place);
    step.gain = (density(step.held) - density(before)) / static_cast<double>(taken.cases);
    return step;
}

/// Lets the cases of one category in again.
std::optional<Step> pasted(const Cases& cases,
                           const InputBox& box,
                           std::size_t column,
                           CategoryEdge category,
                           double /*share*/) {
    Step step{box, held_by(cases, box), 0.0};
    if (std::erase(step.box[column].without, category.place) == 0) return std::nullopt;
    const HeldCases gained = held_of(cases, step.box, column, category);
    if (gained.cases == 0) return std::nullopt;
    const double before = density(step.held);
    step.held.cases += gained.cases;
    step.held.of_interest += gained.of_interest;
    step.gain = density(step.held) - before;
    return step;
}

/// Keeps the step of greatest gain, those of one column included: at its ends, or by its
/// categories.
template <class Move>
void keep_best(std::optional<Step>& best, const Factor& factor, Move move) {
    const auto weigh = [&best](std::optional<Step> step) {
        if (step && (!best || step->gain > best->gain)) best = std::move(step);
    };
    if (factor.categories.empty()) {
        weigh(move(End::low));
        weigh(move(End::high));
    }
    for (std::size_t c = 0; c < factor.categories.size(); ++c) weigh(move(CategoryEdge{c}));
}

}  // namespace

std::vector<InputBox> peel(const Cases& cases, double share, double least_mass, PeelEnd end) {
    const std::vector<Factor>& factors = cases.inputs.factors;
    std::vector<InputBox> trajectory{InputBox(factors.size())};
    while (true) {
        std::optional<Step> best;
        for (std::size_t column = 0; column < factors.size(); ++column) {
            keep_best(best, factors[column], [&](auto edge) {
                auto step = peeled(cases, trajectory.back(), column, edge, share);
                const bool is_allowed =
                    step && static_cast<double>(step->held.cases) >= least_mass * cases.all;
                return is_allowed ? step : std::nullopt;
            });
        }
        if (!best || (best->gain <= 0.0 && end == PeelEnd::no_gain)) return trajectory;
        trajectory.push_back(std::move(best->box));
    }
}

void paste(const Cases& cases, InputBox& box, double share) {
    while (true) {
        std::optional<Step> best;
        for (const std::size_t column : restricted_columns(box)) {
            keep_best(best, cases.inputs.factors[column], [&](auto edge) {
                return pasted(cases, box, column, edge, share);
            });
        }
        if (!best || best->gain < 0.0) return;
        box = std::move(best->box);
    }
}

}  // namespace cantiere
