#include "analysis/cli/table_condition.h"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/expression.h"

namespace cantiere {
namespace {

Expression read_where(const std::string& text, const std::vector<std::string>& names) {
    if (text.empty()) {
        throw UsageError("which runs are of interest is not said",
                         "write --where 'OUTPUT > 0.5', with names of the outputs");
    }
    try {
        Expression condition(text);
        for (const std::string& name : condition.names()) one_of_names("--where", name, names);
        return condition;
    } catch (const ExpressionError& error) {
        throw UsageError(
            fmt::format("--where: {} at column {} of \"{}\"", error.what(), error.column(), text),
            error.fix());
    }
}

}  // namespace

std::vector<bool> rows_of_interest(const NumericTable& table, const std::string& condition) {
    const Expression where = read_where(condition, table.names);
    std::vector<bool> of_interest;
    for (const std::vector<double>& row : table.rows) {
        of_interest.push_back(where.holds([&](const std::string& name) {
            const auto found = std::ranges::find(table.names, name);
            return row[static_cast<std::size_t>(found - table.names.begin())];
        }));
    }
    return of_interest;
}

}  // namespace cantiere
