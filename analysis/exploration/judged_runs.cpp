#include "analysis/exploration/judged_runs.h"

#include <algorithm>
#include <utility>

#include "model/core/contracts.h"

namespace cantiere {
namespace {

/// The place in (0, 1) where a parameter has a value: bisection, since quantiles rise.
double place_of_value(const ExploredParameter& parameter, double value) {
    constexpr int steps = 60;
    double low = 0.0;
    double high = 1.0;
    for (int i = 0; i < steps; ++i) {
        const double middle = 0.5 * (low + high);
        (parameter.at(middle) < value ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

}  // namespace

JudgedRuns::JudgedRuns(const std::vector<ExploredParameter>& parameters,
                       const std::vector<MatchTarget>& targets,
                       const Simulator& simulator)
    : parameters_(parameters), targets_(targets), simulator_(simulator) {}

std::vector<double> JudgedRuns::stated_place() const {
    std::vector<double> place;
    for (const ExploredParameter& parameter : parameters_) {
        place.push_back(place_of_value(parameter, parameter.stated.value));
    }
    return place;
}

std::size_t JudgedRuns::simulate(const Rows& unit_rows) {
    const std::size_t first = runs_.size();
    Rows values = values_at(parameters_, unit_rows);
    for (std::size_t j = 0; runs_.empty() && j < parameters_.size(); ++j) {
        values.front()[j] = parameters_[j].stated.value;  // to the last digit
    }
    std::vector<std::vector<SimulatedOutput>> outputs = simulator_(values);
    ensures(outputs.size() == values.size(), "the simulator answers every row");
    for (std::size_t i = 0; i < values.size(); ++i) {
        runs_.push_back({unit_rows[i], judged(std::move(values[i]), std::move(outputs[i]))});
    }
    return first;
}

const JudgedRow& JudgedRuns::best() const {
    const auto worst = [](const PlacedRun& run) { return ranked(run.judged.implausibility, 1); };
    return std::min_element(
               runs_.begin(),
               runs_.end(),
               [&](const PlacedRun& a, const PlacedRun& b) { return worst(a) < worst(b); })
        ->judged;
}

JudgedRow JudgedRuns::judged(std::vector<double> values,
                             std::vector<SimulatedOutput> outputs) const {
    JudgedRow row{std::move(values), std::move(outputs), {}};
    for (std::size_t t = 0; t < targets_.size(); ++t) {
        const SimulatedOutput& output = row.outputs[t];
        row.implausibility.push_back(
            implausibility(targets_[t], {output.mean, 0.0}, output.variance));
    }
    return row;
}

}  // namespace cantiere
