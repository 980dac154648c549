#include "analysis/exploration/numeric_csv.h"

#include <fmt/format.h>

#include "scenarios/toml_reader.h"

namespace cantiere {
namespace {

/// Tells each name that an earlier column has: what is found would not say which is meant.
void tell_names_twice(const CsvTable& table, Problems& problems) {
    for (std::size_t place = 0; place < table.header.size(); ++place) {
        if (table.column(table.header[place]) == place) continue;
        problems.error("name-twice",
                       {table.file, 1, 1},
                       fmt::format("two columns are named {}", table.header[place]),
                       "columns are told by their names",
                       "give each column a name of its own");
    }
}

}  // namespace

std::vector<double> NumericTable::column(std::size_t place) const {
    std::vector<double> values;
    for (const std::vector<double>& row : rows) {
        values.push_back(row[place]);
    }
    return values;
}

CsvTable read_csv_rows(const std::string& path,
                       const std::string& role,
                       const FileSource& files,
                       Problems& problems) {
    ReadFiles kept;
    Problems own;
    const auto file = read_source(path, role, std::nullopt, {files, kept, own});
    CsvTable table;
    if (file) {
        table = parse_csv(file, own);
        if (!own.has_errors()) tell_names_twice(table, own);
    }
    if (file && table.rows.empty() && !own.has_errors()) {
        own.error("no-rows",
                  {file, 1, 1},
                  "the table has no rows",
                  fmt::format("it is {}", role),
                  "write a header and a row of numbers for each run");
    }
    for (const Problem& problem : own.list()) {
        problems.error(problem.code, problem.place, problem.what, problem.why, problem.fix);
    }
    return table;
}

NumericTable read_numeric_csv(const std::string& path,
                              const std::string& role,
                              const FileSource& files,
                              Problems& problems) {
    Problems own;
    const CsvTable table = read_csv_rows(path, role, files, own);
    NumericTable result{table.header, {}, {}};
    for (const CsvRow& row : table.rows) {
        result.rows.emplace_back();
        result.places.push_back(table.place(row));
        for (std::size_t j = 0; j < row.cells.size(); ++j) {
            const std::optional<double> number = parse_number(row.cells[j]);
            if (!number) {
                own.error("not-a-number",
                          table.place(row, j),
                          fmt::format("{} is \"{}\"", table.header[j], row.cells[j]),
                          "every cell takes a finite number, decimals after a point",
                          "mend it, or leave the row out");
            }
            result.rows.back().push_back(number.value_or(0.0));
        }
    }
    for (const Problem& problem : own.list()) {
        problems.error(problem.code, problem.place, problem.what, problem.why, problem.fix);
    }
    return own.has_errors() ? NumericTable{} : result;
}

}  // namespace cantiere
