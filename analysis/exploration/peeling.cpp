#include "analysis/exploration/peeling.h"

#include <algorithm>
#include <cmath>

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

/// The values of a column in the cases inside, from the given end on.
std::vector<Valued> values_inside(const Cases& cases,
                                  const InputBox& box,
                                  std::size_t column,
                                  bool from_low) {
    std::vector<Valued> values;
    for (const std::size_t i : cases.left) {
        if (holds(box, cases.inputs[i])) {
            values.push_back({cases.inputs[i][column], static_cast<bool>(cases.of_interest[i])});
        }
    }
    std::ranges::sort(values, [from_low](const Valued& a, const Valued& b) {
        return from_low ? a.value < b.value : a.value > b.value;
    });
    return values;
}

/// A box after a step, and what it holds.
struct Step {
    InputBox box;
    Held held;
    double gain = 0.0;  // of density, for each case taken
};

/// Takes about a share of the cases away from one end; equal values go together.
std::optional<Step> peeled(const Cases& cases,
                           const InputBox& box,
                           std::size_t column,
                           bool from_low,
                           double share) {
    const std::vector<Valued> values = values_inside(cases, box, column, from_low);
    if (values.size() < 2) return std::nullopt;
    auto cut = std::max<std::size_t>(
        1,
        static_cast<std::size_t>(std::floor(share * static_cast<double>(values.size()))));
    // Back to where equal values begin; forward past them where they begin at the end.
    std::size_t first = cut;
    while (first > 0 && values[first - 1].value == values[cut].value) --first;
    if (first == 0) {
        while (cut < values.size() && values[cut].value == values[0].value) ++cut;
        if (cut == values.size()) return std::nullopt;
        first = cut;
    }
    Step step{box, {values.size() - first, 0}, 0.0};
    Held before{values.size(), 0};
    for (std::size_t i = 0; i < values.size(); ++i) {
        before.of_interest += values[i].is_of_interest ? 1U : 0U;
        step.held.of_interest += i >= first && values[i].is_of_interest ? 1U : 0U;
    }
    const double between = 0.5 * (values[first - 1].value + values[first].value);
    (from_low ? step.box[column].low : step.box[column].high) = between;
    step.gain = (density(step.held) - density(before)) / static_cast<double>(first);
    return step;
}

/// Moves one side outwards past about a share of as many cases as are inside.
std::optional<Step> pasted(const Cases& cases,
                           const InputBox& box,
                           std::size_t column,
                           bool at_low,
                           double share) {
    const std::optional<double> side = at_low ? box[column].low : box[column].high;
    if (!side) return std::nullopt;
    InputBox opened = box;
    (at_low ? opened[column].low : opened[column].high).reset();
    std::vector<Valued> beyond;
    for (const Valued& one : values_inside(cases, opened, column, !at_low)) {
        if (at_low ? one.value < *side : one.value > *side) beyond.push_back(one);
    }
    if (beyond.empty()) return std::nullopt;
    const Held inside = held_by(cases, box);
    auto added =
        std::clamp<std::size_t>(static_cast<std::size_t>(share * static_cast<double>(inside.cases)),
                                1,
                                beyond.size());
    while (added < beyond.size() && beyond[added].value == beyond[added - 1].value) ++added;
    Step step{box, inside, 0.0};
    for (std::size_t i = 0; i < added; ++i) {
        ++step.held.cases;
        step.held.of_interest += beyond[i].is_of_interest ? 1U : 0U;
    }
    std::optional<double>& moved = at_low ? step.box[column].low : step.box[column].high;
    if (added == beyond.size()) {
        moved.reset();
    } else {
        moved = 0.5 * (beyond[added - 1].value + beyond[added].value);
    }
    step.gain = density(step.held) - density(inside);
    return step;
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
    while (true) {
        std::optional<Step> best;
        for (std::size_t j = 0; j < trajectory.back().size(); ++j) {
            for (const bool from_low : {true, false}) {
                auto step = peeled(cases, trajectory.back(), j, from_low, share);
                const bool is_allowed =
                    step && static_cast<double>(step->held.cases) >= least_mass * cases.all;
                if (is_allowed && (!best || step->gain > best->gain)) best = std::move(step);
            }
        }
        if (!best || best->gain <= 0.0) return trajectory;
        trajectory.push_back(std::move(best->box));
    }
}

void paste(const Cases& cases, InputBox& box, double share) {
    while (true) {
        std::optional<Step> best;
        for (const std::size_t j : restricted_columns(box)) {
            for (const bool at_low : {true, false}) {
                auto step = pasted(cases, box, j, at_low, share);
                if (step && (!best || step->gain > best->gain)) best = std::move(step);
            }
        }
        if (!best || best->gain < 0.0) return;
        box = std::move(best->box);
    }
}

}  // namespace cantiere
