#pragma once
/// Progress of a batch on standard error: a bar on a terminal, a line every ten seconds elsewhere.

#include <chrono>
#include <cstddef>
#include <string>

#include "analysis/cli/context.h"
#include "analysis/running_contrast.h"
#include "scenarios/batch.h"

namespace cantiere {

/// Writes a time that is left: "40 s", "3 min 05 s", "2 h 10 min".
std::string duration_text(double seconds);

class Progress {
  public:
    Progress(const Study& study, const Context& context);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Takes a finished block; one caller at a time.
    void add(const BatchProgress& done);

  private:
    using Clock = std::chrono::steady_clock;

    void tell(const BatchProgress& done);
    std::string estimate() const;

    const Study& study_;
    const Context& context_;
    RunningContrast contrast_;
    Clock::time_point last_ = Clock::now();
    std::size_t first_runs_ = 0;  // runs that were in the log already
    bool began_ = false;
    bool drawn_ = false;
};

}  // namespace cantiere
