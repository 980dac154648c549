#pragma once
/// Progress of runs that are only counted, with the time left: over itself on a terminal, every ten
/// seconds elsewhere.

#include <chrono>
#include <cstddef>
#include <string>

#include "analysis/cli/context.h"

namespace cantiere {

class RunCount {
  public:
    RunCount(std::string what, const Context& context);
    ~RunCount();
    RunCount(const RunCount&) = delete;
    RunCount& operator=(const RunCount&) = delete;

    /// Takes how many are done of how many; one caller at a time. Counts that start again, or go to
    /// another number, are of further runs: the time left is theirs.
    void tell(std::size_t done, std::size_t all);

  private:
    using Clock = std::chrono::steady_clock;

    std::string what_;
    const Context& context_;
    Clock::time_point began_ = Clock::now();
    Clock::time_point last_ = began_;
    std::size_t done_ = 0;
    std::size_t all_ = 0;
    bool drawn_ = false;
};

}  // namespace cantiere
