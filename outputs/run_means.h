#pragma once
/// Means of runs, taken in the order the runs come.

#include <cstddef>
#include <span>
#include <vector>

namespace cantiere {

/// Sums up equally long rows of values; values that are not a number are left out.
class RunMeans {
  public:
    explicit RunMeans(std::size_t size) : sums_(size, 0.0), counts_(size, 0) {}

    /// Adds values to those from place `first` on.
    void add(std::size_t first, std::span<const double> values);

    /// Returns the means; not a number where nothing was added.
    std::vector<double> means() const;

  private:
    std::vector<double> sums_;
    std::vector<std::size_t> counts_;
};

}  // namespace cantiere
