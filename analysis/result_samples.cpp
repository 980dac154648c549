#include "analysis/result_samples.h"

#include <algorithm>
#include <cmath>

#include "model/core/contracts.h"
#include "outputs/run_means.h"

namespace cantiere {
namespace {

/// Counts the leading axes that stand for runs: scenario, draw, replicate.
std::size_t run_axes(Variable variable) {
    switch (shape_of(variable).reduction) {
        case Reduction::per_run:
            return 3;
        case Reduction::mean_over_replicates:
            return 2;
        case Reduction::mean_over_runs:
            return 1;
        case Reduction::from_study:
            break;
    }
    expects(false, "a variable that runs report");
    return 0;
}

}  // namespace

const ResultsArray& ResultSamples::array(Variable variable) {
    const auto found = arrays_.find(variable);
    return found != arrays_.end()
               ? found->second
               : arrays_.emplace(variable, results_.array(variable)).first->second;
}

std::size_t ResultSamples::places(Variable variable) {
    const ResultsArray& all = array(variable);
    std::size_t count = 1;
    for (std::size_t axis = run_axes(variable); axis < all.shape.size(); ++axis) {
        count *= all.shape[axis];
    }
    return count;
}

Sample ResultSamples::sample(Variable variable, std::size_t scenario, std::size_t place) {
    const ResultsArray& all = array(variable);
    const std::size_t axes = run_axes(variable);
    Sample sample;
    sample.draws = axes > 1 ? all.shape[1] : 1;
    sample.replicates = axes > 2 ? all.shape[2] : 1;
    const std::size_t runs = sample.draws * sample.replicates;
    const std::size_t stride = places(variable);
    expects(scenario < all.shape[0] && place < stride, "a place of the variable");
    for (std::size_t run = 0; run < runs; ++run) {
        sample.values.push_back(all.values[(scenario * runs + run) * stride + place]);
    }
    if (absent_run_of(variable) == AbsentRun::left_out) return sample;
    for (std::size_t draw = 0; draw < sample.draws; ++draw) {
        if (std::isnan(sample.of_draw(draw).front()) && has_run(scenario, draw)) {
            sample.values.assign(runs, no_value);
        }
    }
    return sample;
}

/// Tells whether a run of a draw has not failed.
bool ResultSamples::has_run(std::size_t scenario, std::size_t draw) {
    const Sample cost = sample(Variable::net_cost_public, scenario);
    return std::ranges::any_of(cost.of_draw(draw), [](double eur) { return !std::isnan(eur); });
}

Sample net_cost_of(ResultSamples& samples, const Perspective& perspective, std::size_t scenario) {
    if (const Payer* payer = std::get_if<Payer>(&perspective)) {
        return samples.sample(Variable::cost, scenario, static_cast<std::size_t>(*payer));
    }
    return samples.sample(std::holds_alternative<PublicPayers>(perspective)
                              ? Variable::net_cost_public
                              : Variable::net_cost_societal,
                          scenario);
}

}  // namespace cantiere
