#pragma once
/// Tables of numbers that users bring: a header of names, then rows.

#include <string>
#include <vector>

#include "analysis/exploration/design.h"
#include "scenarios/csv.h"

namespace cantiere {

struct NumericTable {
    std::vector<std::string> names;
    Rows rows;
    std::vector<Place> places;  // of the rows

    std::vector<double> column(std::size_t place) const;
};

/// Reads the cells of a CSV file of at least one row, each column with a name of its own; `role`
/// says what it is for.
CsvTable read_csv_rows(const std::string& path,
                       const std::string& role,
                       const FileSource& files,
                       Problems& problems);

/// Reads a CSV file of finite numbers; `role` says what it is for. Every cell that is none is told;
/// empty when there are errors.
NumericTable read_numeric_csv(const std::string& path,
                              const std::string& role,
                              const FileSource& files,
                              Problems& problems);

}  // namespace cantiere
