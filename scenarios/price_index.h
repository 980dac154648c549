#pragma once
/// Converting amounts between the prices of different years.

#include <map>
#include <optional>

#include "scenarios/csv.h"

namespace cantiere {

/// Consumer prices by year (scenarios/evidence/price_index.csv: year,index), interpolated
/// geometrically between its points; years outside of them have no value.
class PriceIndex {
  public:
    PriceIndex() = default;

    /// Makes an index of points.
    explicit PriceIndex(std::map<int, double> points) : points_(std::move(points)) {}

    /// Reads an index; rows that are not a year and a positive number are told.
    PriceIndex(const CsvTable& table, Problems& problems);

    /// Returns what one euro of year `from` is in euros of year `to`, rounded to 12 digits; nothing
    /// when a year is not covered. Equal years give 1 without any index.
    std::optional<double> factor(int from, int to) const;

    /// Tells whether amounts of that year can be converted.
    bool covers(int year) const { return log_level(year).has_value(); }

    bool empty() const { return points_.empty(); }
    int first_year() const { return points_.begin()->first; }
    int last_year() const { return points_.rbegin()->first; }

  private:
    std::optional<double> log_level(int year) const;

    std::map<int, double> points_;
};

}  // namespace cantiere
