#pragma once
/// Samples of a decision problem: cost and effect of every strategy in every draw of the
/// parameters.

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/perspective.h"
#include "analysis/result_samples.h"
#include "scenarios/file_source.h"
#include "scenarios/problems.h"
#include "scenarios/sourced_number.h"

namespace cantiere {

/// One strategy; a value a draw, means over replicates where draws have several.
struct Strategy {
    std::string id;
    std::vector<double> cost;    // EUR
    std::vector<double> effect;  // autonomy-years, or the unit of the samples
};

/// One uncertain parameter; a value a draw.
struct ParameterSample {
    std::string name;
    std::vector<double> values;
    Quality quality = Quality::none;  // how well its number is known; none for samples of a CSV
};

struct DecisionSamples {
    std::vector<Strategy> strategies;
    std::vector<ParameterSample> parameters;

    std::size_t draws() const { return strategies.empty() ? 0 : strategies.front().cost.size(); }

    /// Finds a parameter by name; null when there is none.
    const ParameterSample* find(const std::string& name) const;
};

/// Reads samples from a CSV: `draw`, `STRATEGY.cost` and `STRATEGY.effect` for each strategy, then
/// parameters. Draws count up from 0 or 1, each once, in any order. Every cell that is no number,
/// every draw that is missing and every half of a strategy is told; empty when there are errors.
DecisionSamples read_decision_csv(const std::string& path,
                                  const FileSource& files,
                                  Problems& problems);

/// Which scenarios of a results file are the strategies.
struct ResultsChoice {
    std::string base;               // they all have this base, hence the same people
    std::vector<std::string> only;  // all of the base where empty
    Perspective perspective;        // whose cost
};

/// Samples of a results file, and what they leave out.
struct ResultsDecision {
    DecisionSamples samples;
    /// Runs one by one: the net cost and the effect of each strategy, for the share of luck.
    std::vector<Sample> cost, effect;
    std::vector<std::string> other_bases;  // scenarios that cannot be compared with these
    std::size_t failed_draws = 0;          // left out: a run of theirs failed
};

/// Reads the strategies of a results file: discounted net cost of a perspective and autonomy-years.
ResultsDecision decision_of(const Results& results, const ResultsChoice& choice);

}  // namespace cantiere
