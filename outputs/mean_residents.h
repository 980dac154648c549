#pragma once
/// The mean number of residents of the runs that did not fail.

#include <cstddef>
#include <cstdint>

#include "model/core/rounding.h"
#include "outputs/results_file.h"

namespace cantiere {

class MeanResidents {
  public:
    /// Takes the runs of a block.
    void add(const Block& block) {
        for (const RunOutcome& outcome : block) {
            if (outcome.has_failed()) continue;
            sum_ += outcome[Variable::residents];
            ++runs_;
        }
    }

    /// Returns the mean, rounded; 0 where every run failed.
    std::uint64_t value() const {
        if (runs_ == 0) return 0;
        return static_cast<std::uint64_t>(round_half_away(sum_ / static_cast<double>(runs_)));
    }

  private:
    double sum_ = 0.0;
    std::size_t runs_ = 0;
};

}  // namespace cantiere
