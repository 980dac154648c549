#pragma once
/// Means of runs, taken in the order the runs come.

#include <cstddef>
#include <span>
#include <vector>

#include "model/variables.h"

namespace cantiere {

/// What a run without a value does to a mean: it is left out, or the mean has no value either.
enum class AbsentRun { left_out, leaves_none };

/// Returns what a run without a value does to the means of a variable. Of a quantile of waits no
/// run may be left out: those that do not reach it before the end are the worst.
AbsentRun absent_run_of(Variable variable);

/// Sums up equally long rows of values.
class RunMeans {
  public:
    explicit RunMeans(std::size_t size, AbsentRun absent = AbsentRun::left_out)
        : absent_(absent), sums_(size, 0.0), counts_(size, 0) {}

    /// Adds values to those from place `first` on.
    void add(std::size_t first, std::span<const double> values);

    /// Returns the means; not a number where nothing was added.
    std::vector<double> means() const;

  private:
    AbsentRun absent_;
    std::vector<double> sums_;
    std::vector<std::size_t> counts_;
};

}  // namespace cantiere
