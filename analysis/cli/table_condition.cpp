#include "analysis/cli/table_condition.h"

#include <algorithm>

#include "analysis/cli/condition.h"
#include "analysis/cli/usage_error.h"

namespace cantiere {

std::vector<bool> rows_of_interest(const NumericTable& table, const std::string& condition) {
    if (condition.empty()) {
        throw UsageError("which runs are of interest is not said",
                         "write --where 'OUTPUT > 0.5', with names of the outputs");
    }
    const Expression where = read_condition("--where", condition, table.names);
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
