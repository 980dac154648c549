#pragma once
/// How many blocks may run at once in the memory there is.

#include <cstddef>

#include "scenarios/available_memory.h"
#include "scenarios/study.h"

namespace cantiere {

/// What a study needs while it runs, in bytes; figures beside measured ones in scenarios/README.md.
struct MemoryNeed {
    double program = 0.0;    // before the first block
    double block = 0.0;      // of each that runs
    double result = 0.0;     // while the results file is built, when no block runs
    double residents = 0.0;  // the most that a draw has, present at once
};

/// Estimates the memory that a study needs, with the people of so many draws.
MemoryNeed memory_need(const Study& study, std::size_t microdata_draws);

/// Threads that the memory bears, and why not more.
struct MemoryPlan {
    std::size_t wanted = 1;
    std::size_t threads = 1;  // at least one, whether it fits or not
    MemoryNeed need;
    AvailableMemory available;  // what each of the processes of this machine may take

    bool is_short() const;  // one block alone may not fit
};

/// Returns the threads of a process that shares its machine with so many of its command: the
/// processors it is bound to, and no more than its share of all of them.
std::size_t usual_threads(std::size_t processes);

/// Lowers the number of threads to what memory bears; `processes` share it.
MemoryPlan plan_memory(std::size_t wanted,
                       const MemoryNeed& need,
                       const AvailableMemory& available,
                       std::size_t processes = 1);

/// Bytes of one row over all columns that the month reads or writes.
double bytes_per_resident();

}  // namespace cantiere
