#pragma once
/// The variables of a results file as samples, one value a run, by scenario.

#include <cstddef>
#include <map>

#include "analysis/perspective.h"
#include "analysis/statistics.h"
#include "outputs/results_reader.h"

namespace cantiere {

/// Reads each variable once and cuts samples out of it.
class ResultSamples {
  public:
    explicit ResultSamples(const Results& results) : results_(results) {}

    const ResultsHeader& header() const { return results_.header(); }

    /// Tells whether the file holds a variable.
    bool has(Variable variable) const { return results_.has(variable); }

    /// Returns the runs of a scenario at one place of the variable's own axes, counted row major
    /// (0 where it has none). Where the file keeps means over replicates or over all runs, the
    /// sample has one replicate, or one run. A quantile of waits has no value in any run where some
    /// run that has not failed does not reach it.
    Sample sample(Variable variable, std::size_t scenario, std::size_t place = 0);

    /// Counts the places of the variable's own axes.
    std::size_t places(Variable variable);

  private:
    const ResultsArray& array(Variable variable);
    bool has_run(std::size_t scenario, std::size_t draw);

    const Results& results_;
    std::map<Variable, ResultsArray> arrays_;
};

/// Returns the net cost that counts from a perspective, EUR: of the public payers, of society, or
/// of one payer.
Sample net_cost_of(ResultSamples& samples, const Perspective& perspective, std::size_t scenario);

}  // namespace cantiere
