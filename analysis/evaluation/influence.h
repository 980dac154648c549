#pragma once
/// Whether an input has any influence on a choice, or only luck makes it seem so.

#include <vector>

#include "analysis/evaluation/decision_samples.h"

namespace cantiere {

/// Responses that vary as normal scores of their ranks (Blom 1958), so that tails do not count as
/// findings.
struct ScoredResponses {
    std::vector<std::vector<double>> scores;  // of mean zero
};
ScoredResponses scored(const std::vector<std::vector<double>>& responses);

/// Returns the p-value of the hypothesis that none of the columns moves any response: an F-test of
/// a regression on the rank of each column and its square, of each response in its turn, times the
/// number of responses (Bonferroni). Constant columns and responses say nothing: 1 where no other
/// is left.
double influence_p_value(const std::vector<std::vector<double>>& columns,
                         const std::vector<std::vector<double>>& responses);

/// The same of several sets of responses, each on its own.
std::vector<double> influence_p_values(const std::vector<std::vector<double>>& columns,
                                       const std::vector<ScoredResponses>& sets);

/// Returns the differences in net benefit of all strategies from the best one, a list each.
std::vector<std::vector<double>> differences_from_best(const DecisionSamples& samples, double wtp);

/// Returns, of each p-value, the least share of false findings at which it would be one: Benjamini
/// and Hochberg (1995), in the order given.
std::vector<double> false_discovery_rates(const std::vector<double>& p_values);

}  // namespace cantiere
