#pragma once
/// The reference workload on the project's own core, replicates side by side on threads.

#include "model/core/instruction_set.h"
#include "tests/bench/workload.h"

namespace cantiere {

/// Simulates every replicate. What it returns depends on residents, months, replicates and seed
/// only, whatever the threads and the instructions.
WorkloadHistories simulate_reference_workload(const WorkloadSize& size,
                                              InstructionSet set = best_instruction_set());

}  // namespace cantiere
