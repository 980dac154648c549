#pragma once
/// Tables of inputs that users bring: columns of numbers and columns of words.

#include <string>
#include <vector>

#include "analysis/exploration/design.h"

namespace cantiere {

/// A column: of numbers, or of words where it has categories.
struct Factor {
    std::string name;
    std::vector<std::string> categories;  // sorted; none of a column of numbers
};

/// Rows of numbers; a word stands there as the place of its category in the factor's list.
struct FactorTable {
    std::vector<Factor> factors;
    Rows rows;
};

/// Makes a table of columns of numbers.
FactorTable factors_of_numbers(const std::vector<std::string>& names, Rows rows);

/// Reads a CSV file in which each column is all finite numbers or all words; `role` says what it is
/// for. A column of both is told with a cell of the rarer kind; empty when there are errors.
FactorTable read_factor_csv(const std::string& path,
                            const std::string& role,
                            const FileSource& files,
                            Problems& problems);

}  // namespace cantiere
