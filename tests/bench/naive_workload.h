#pragma once
/// The reference workload as an ordinary good programmer writes it in C++, and as fast as that is:
/// what the project's own core is compared with.

#include "tests/bench/workload.h"

namespace cantiere {

/// Simulates every replicate with objects, std::mt19937_64 and std::sort.
WorkloadHistories simulate_naive_workload(const WorkloadSize& size);

}  // namespace cantiere
