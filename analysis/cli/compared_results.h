#pragma once
/// Comparisons as the options of commands ask for them.

#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison.h"

namespace cantiere {

/// Returns what `--base`, `--wtp` and `--perspective` ask for, empty where they are not given;
/// throws UsageError.
ComparisonOptions comparison_options(const std::string& base,
                                     std::optional<double> wtp,
                                     const std::string& perspective);

/// Compares the scenarios of a file; throws UsageError for a base that it does not have.
Comparison compare_or_explain(const Results& results, const ComparisonOptions& options);

/// Finds what an option names `SCENARIO:VARIABLE`, or `STUDY/SCENARIO:VARIABLE` where several
/// studies have the scenario; throws UsageError for names that the comparisons do not have, and
/// where it has no value in them.
const OutcomeComparison& outcome_named(const std::string& option,
                                       const std::vector<Comparison>& comparisons,
                                       const std::string& name);

}  // namespace cantiere
