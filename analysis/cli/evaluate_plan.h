#pragma once
/// What `evaluate` is asked, and what that means for the samples at hand.

#include <optional>
#include <string>
#include <vector>

#include "analysis/evaluation/evaluation.h"

namespace cantiere {

struct EvaluateArguments {
    std::string source;  // results or samples
    std::string wtp, base, perspective;
    std::vector<std::string> only, evppi, evsi;
    std::optional<double> population, study_cost, cost_per_observation;
    bool regret = false;
    std::string satisfy;  // a condition
    bool markdown = false;
};

/// What is evaluated, and where it comes from.
struct Evaluated {
    DecisionSamples samples;
    std::optional<ResultsDecision> runs;
    double stated_wtp = 0.0;  // EUR an autonomy-year, of the study
};

/// Returns the plan that the options ask for; throws UsageError.
EvaluationPlan plan_of(const EvaluateArguments& arguments, const Evaluated& evaluated);

}  // namespace cantiere
