#pragma once
/// The time that each phase of the month takes.

#include <ctime>
#include <map>
#include <string_view>

#include "model/core/draws.h"
#include "model/inputs.h"
#include "model/step.h"

namespace cantiere {

/// Adds up nanoseconds of this thread by phase: each lap is the time since the one before.
class PhaseWatch {
  public:
    /// Starts a lap that no phase is given.
    void start() { last_ = now(); }

    /// Gives the time since the last lap to a phase; names outlive the watch.
    void lap(std::string_view phase) {
        const double time = now();
        nanoseconds_[phase] += time - last_;
        last_ = now();
    }

    const std::map<std::string_view, double>& nanoseconds() const { return nanoseconds_; }

  private:
    static double now() {
        std::timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return 1e9 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec);
    }

    std::map<std::string_view, double> nanoseconds_;
    double last_ = 0.0;
};

/// Lives the month of `step`, with the time of each phase; made from step.cpp.
void timed_step(PhaseWatch& watch,
                State& state,
                Events& events,
                Ledger& ledger,
                const RunInputs& inputs,
                const Draws& draws,
                Month month);

}  // namespace cantiere
