#pragma once
/// Which rows of a table are of interest: a condition on its columns.

#include <string>
#include <vector>

#include "analysis/exploration/numeric_csv.h"

namespace cantiere {

/// Returns, for every row, whether a condition of `--where` holds: comparisons of columns and
/// numbers joined by and, or, not, parentheses. Throws UsageError.
std::vector<bool> rows_of_interest(const NumericTable& table, const std::string& condition);

}  // namespace cantiere
