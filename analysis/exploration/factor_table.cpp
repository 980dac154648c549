#include "analysis/exploration/factor_table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "analysis/exploration/numeric_csv.h"
#include "scenarios/csv.h"

namespace cantiere {
namespace {

constexpr const char* mend_column =
    "write a number in every cell, decimals after a point, or a word in every cell";

/// The cells of one column, and how many of them are numbers.
struct ReadColumn {
    std::vector<std::string> cells;
    std::vector<std::optional<double>> numbers;
    std::size_t of_numbers = 0;
};

ReadColumn read_column(const CsvTable& table, std::size_t place) {
    ReadColumn column;
    for (const CsvRow& row : table.rows) {
        column.cells.push_back(row.cells[place]);
        column.numbers.push_back(parse_number(row.cells[place]));
        column.of_numbers += column.numbers.back() ? 1U : 0U;
    }
    return column;
}

/// Tells whether a word is a number gone wrong, such as 1,5 or nan: no category is meant by it.
bool is_meant_as_number(const std::string& word) {
    static const std::vector<std::string> no_numbers{"nan", "inf", "infinity"};
    std::string bare = word;
    if (!bare.empty() && (bare.front() == '-' || bare.front() == '+')) bare.erase(0, 1);
    std::ranges::transform(bare, bare.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return bare.find_first_not_of("0123456789.,' ") == std::string::npos ||
           std::ranges::find(no_numbers, bare) != no_numbers.end();
}

/// Tells the first cell of the rarer kind.
void tell_mixed(const CsvTable& table,
                std::size_t place,
                const ReadColumn& column,
                Problems& problems) {
    const bool is_word_rarer = 2 * column.of_numbers >= column.cells.size();
    const auto odd = std::ranges::find_if(column.numbers, [&](const std::optional<double>& number) {
        return number.has_value() != is_word_rarer;
    });
    const auto row = static_cast<std::size_t>(odd - column.numbers.begin());
    problems.error("mixed-column",
                   table.place(table.rows[row], place),
                   fmt::format("{} is \"{}\"", table.header[place], column.cells[row]),
                   fmt::format("{} of the {} cells of this column are numbers, and a column is "
                               "numbers or words, not both",
                               column.of_numbers,
                               column.cells.size()),
                   mend_column);
}

/// Tells the cells of a column of words that are none; returns whether there are any.
bool tell_no_words(const CsvTable& table,
                   std::size_t place,
                   const ReadColumn& column,
                   Problems& problems) {
    bool any = false;
    for (std::size_t i = 0; i < column.cells.size(); ++i) {
        if (!is_meant_as_number(column.cells[i])) continue;  // so is an empty cell
        any = true;
        problems.error("not-a-word",
                       table.place(table.rows[i], place),
                       fmt::format("{} is \"{}\"", table.header[place], column.cells[i]),
                       "it is no finite number and no word",
                       mend_column);
    }
    return any;
}

std::vector<std::string> categories_of(std::vector<std::string> cells) {
    std::ranges::sort(cells);
    cells.erase(std::ranges::unique(cells).begin(), cells.end());
    return cells;
}

/// Adds a column to the table.
void add_column(const CsvTable& read, std::size_t place, FactorTable& table, Problems& problems) {
    const ReadColumn column = read_column(read, place);
    const bool is_numbers = column.of_numbers == column.cells.size();
    if (!is_numbers && column.of_numbers > 0) {
        tell_mixed(read, place, column, problems);
        return;
    }
    if (!is_numbers && tell_no_words(read, place, column, problems)) return;
    Factor factor{read.header[place], {}};
    if (!is_numbers) factor.categories = categories_of(column.cells);
    for (std::size_t i = 0; i < column.cells.size(); ++i) {
        const auto category = std::ranges::lower_bound(factor.categories, column.cells[i]);
        table.rows[i].push_back(is_numbers
                                    ? *column.numbers[i]
                                    : static_cast<double>(category - factor.categories.begin()));
    }
    table.factors.push_back(std::move(factor));
}

}  // namespace

FactorTable factors_of_numbers(const std::vector<std::string>& names, Rows rows) {
    FactorTable table{{}, std::move(rows)};
    for (const std::string& name : names) table.factors.push_back({name, {}});
    return table;
}

FactorTable read_factor_csv(const std::string& path,
                            const std::string& role,
                            const FileSource& files,
                            Problems& problems) {
    Problems own;
    const CsvTable read = read_csv_rows(path, role, files, own);
    FactorTable table{{}, Rows(read.rows.size())};
    const bool is_read = !own.has_errors();
    for (std::size_t j = 0; is_read && j < read.header.size(); ++j) {
        add_column(read, j, table, own);
    }
    for (const Problem& problem : own.list()) {
        problems.error(problem.code, problem.place, problem.what, problem.why, problem.fix);
    }
    return own.has_errors() ? FactorTable{} : table;
}

}  // namespace cantiere
