#pragma once
/// What to choose under uncertainty, and what a wrong choice costs.

#include <cstddef>
#include <vector>

#include "analysis/evaluation/decision_samples.h"

namespace cantiere {

/// The decision at one willingness to pay k: net benefit NB = k x effect - cost. Vectors are by
/// strategy, EUR.
struct DecisionAt {
    double wtp = 0.0;                   // EUR a unit of effect
    std::vector<double> net_benefit;    // mean over draws
    std::vector<double> share_best;     // CEAC: share of draws where it is the best; ties share
    std::vector<double> expected_loss;  // mean over draws of the best net benefit minus its own
    std::size_t best = 0;               // of the greatest mean net benefit, the first of equals
    double evpi = 0.0;                  // least expected loss: what knowing the draw would be worth
};

/// Returns the decision at a willingness to pay; the CEAF is `share_best[best]` (Fenwick, Claxton
/// and Sculpher 2001), not the upper edge of the curves.
DecisionAt decide(const DecisionSamples& samples, double wtp);

/// Returns net benefits by strategy and draw, EUR.
std::vector<std::vector<double>> net_benefits(const DecisionSamples& samples, double wtp);

/// Returns the mean of the greatest minus the greatest of the means, over draws; at least zero.
double gain_of_knowing(const std::vector<std::vector<double>>& by_strategy);

/// How much is lost by a strategy when the draw turns out to be one where another is best; EUR.
struct Regret {
    double max = 0.0;
    double p90 = 0.0;  // quantile by linear interpolation
    double mean = 0.0;
};

/// Returns the regret of every strategy over draws, taken as states of the world (Savage 1954).
std::vector<Regret> regrets(const DecisionSamples& samples, double wtp);

/// Returns the EVPI of the parameters alone, EUR: what is left when the part of the spread between
/// draws that is luck of few replicates is taken out. Differences from the first strategy are drawn
/// in towards their means by the matrix that gives them the covariance of the analysis of variance,
/// between minus within over replicates (negative parts zero). NaN where draws have one replicate,
/// or there are fewer than three draws.
double evpi_without_luck(const ResultsDecision& decision, double wtp);

}  // namespace cantiere
