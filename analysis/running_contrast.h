#pragma once
/// What the runs so far say while a batch is under way: the net public cost of one scenario, more
/// than under its base.

#include <cstddef>
#include <string>

#include "analysis/statistics.h"
#include "scenarios/batch.h"

namespace cantiere {

class RunningContrast {
  public:
    /// About the scenario named, or the first that is not its own base. The study outlives it.
    explicit RunningContrast(const Study& study, const std::string& scenario = "");

    /// Tells whether the study has a scenario to compare with a base.
    bool exists() const { return exists_; }

    /// Returns the id of the scenario.
    const std::string& scenario() const;

    /// Takes a finished block; one caller at a time.
    void add(const BatchProgress& done);

    /// Returns the paired difference over the blocks taken; without an interval where they are few.
    Stat stat() const { return stat_of(difference_); }

  private:
    const Study& study_;
    std::size_t scenario_ = 0;
    bool exists_ = false;
    Sample difference_;
};

}  // namespace cantiere
