#pragma once
/// Results as tidy tables: one a list of axes, a row an observation, a column a variable.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "outputs/results_reader.h"

namespace cantiere {

/// The variables that share their axes, hence a table.
struct ExportTable {
    std::vector<Axis> axes;
    std::vector<Variable> variables;

    /// Returns the name of its file: the axes joined by hyphens, `.csv`.
    std::string file_name() const;

    /// Tells whether its rows may be about fewer than five people; it then has a column
    /// `suppressed`.
    bool may_be_suppressed() const;
};

/// Lists the tables of an export, in the order of the variables.
std::vector<ExportTable> export_tables();

/// Returns the text of each position of an axis.
std::vector<std::string> axis_labels(const ResultsHeader& header, Axis axis);

/// Returns a table as CSV (RFC 4180). Values about fewer than five people are empty, and named in
/// the column `suppressed`.
std::string csv_text(const Results& results, const ExportTable& table);

/// Returns `datapackage.json` (Frictionless Data) for all tables.
std::string datapackage_text(const Results& results, const std::vector<ExportTable>& tables);

}  // namespace cantiere
