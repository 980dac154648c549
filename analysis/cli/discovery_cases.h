#pragma once
/// The cases of scenario discovery: rows of tables, or draws of a results file.

#include <string>
#include <vector>

#include "analysis/cli/context.h"
#include "analysis/comparison.h"
#include "analysis/exploration/factor_table.h"

namespace cantiere {

struct DiscoveryCases {
    FactorTable inputs;
    std::vector<bool> of_interest;
};

/// Reads inputs of numbers or words, and outputs of which a condition tells the cases of interest;
/// throws InputError, UsageError.
DiscoveryCases cases_of_tables(const std::string& inputs,
                               const std::string& outputs,
                               const std::string& where);

/// Takes the draws of a results file: inputs are the parameters that differ between them; of
/// interest are those where a condition on names `SCENARIO:VARIABLE` holds, each the paired
/// difference from the base, mean over the draw's replicates. Draws without a value are left out,
/// and told. Throws ResultsError, UsageError.
DiscoveryCases cases_of_results(const std::string& named,
                                const std::string& where,
                                const ComparisonOptions& options,
                                const Context& context);

}  // namespace cantiere
