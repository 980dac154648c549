#pragma once
/// Reading CSV tables: commas, double quotes, one header line.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/problems.h"

namespace cantiere {

struct CsvRow {
    int line = 0;
    std::vector<std::string> cells;
    std::vector<int> columns;  // where each cell begins in its line, in characters from 1
};

struct CsvTable {
    std::shared_ptr<const SourceFile> file;
    std::vector<std::string> header;
    std::vector<CsvRow> rows;

    /// Finds a column by its name.
    std::optional<std::size_t> column(std::string_view name) const;

    /// Returns the place of a row, for problems.
    Place place(const CsvRow& row) const { return {file, row.line, 1}; }

    /// Returns the place of a cell, for problems.
    Place place(const CsvRow& row, std::size_t cell) const {
        return {file, row.line, row.columns[cell]};
    }
};

/// Parses a CSV text; rows of another length than the header's are told.
CsvTable parse_csv(std::shared_ptr<const SourceFile> file, Problems& problems);

/// Reads a finite number with a decimal point; nothing when the text is anything else.
std::optional<double> parse_number(std::string_view text);

}  // namespace cantiere
