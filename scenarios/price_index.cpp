#include "scenarios/price_index.h"

#include <cmath>

#include "scenarios/rounding.h"

namespace cantiere {

PriceIndex::PriceIndex(const CsvTable& table, Problems& problems) {
    const std::optional<std::size_t> year = table.column("year");
    const std::optional<std::size_t> index = table.column("index");
    if (!year || !index) {
        problems.error("csv-header",
                       {table.file, 1, 1},
                       "the price index lacks the columns year and index",
                       "every amount is converted by it",
                       "begin the file with a line: year,index");
        return;
    }
    for (const CsvRow& row : table.rows) {
        const std::optional<double> when = parse_number(row.cells[*year]);
        const std::optional<double> level = parse_number(row.cells[*index]);
        const bool sound = when && level && *level > 0.0 && *when == std::floor(*when);
        if (!sound) {
            problems.error("csv-row",
                           table.place(row),
                           "this row is not a year and a positive index",
                           "every amount is converted by it",
                           "write for example 2024,1.0");
            continue;
        }
        points_[static_cast<int>(*when)] = *level;
    }
}

std::optional<double> PriceIndex::log_level(int year) const {
    const auto above = points_.lower_bound(year);
    if (above == points_.end()) {
        return std::nullopt;
    }
    if (above->first == year) {
        return std::log(above->second);
    }
    if (above == points_.begin()) {
        return std::nullopt;
    }
    const auto below = std::prev(above);
    const double share =
        static_cast<double>(year - below->first) / static_cast<double>(above->first - below->first);
    return std::log(below->second) + share * (std::log(above->second) - std::log(below->second));
}

std::optional<double> PriceIndex::factor(int from, int to) const {
    if (from == to) {
        return 1.0;
    }
    const std::optional<double> then = log_level(from);
    const std::optional<double> now = log_level(to);
    if (!then || !now) {
        return std::nullopt;
    }
    return rounded_to_12_digits(std::exp(*now - *then));
}

}  // namespace cantiere
