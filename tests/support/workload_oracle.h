#pragma once
/// The reference workload resident by resident in the order of its rules, with the draws of the
/// fast version: its oracle. No lanes, no blocks, no lists read from bit masks.

#include <cstdint>
#include <vector>

#include "model/core/ids.h"

namespace cantiere {

enum class WorkloadState { in_care, intern, employed, autonomous };

struct WorkloadPerson {
    EntityKey key;
    WorkloadState state = WorkloadState::in_care;
    float skill = 0.0f;
    float autonomy = 0.0f;
    int months = 0;
    std::uint32_t employer = 0;
};

/// Returns everybody at the end of each month from the first on: [month][resident].
std::vector<std::vector<WorkloadPerson>> simulate_workload_plainly(std::uint32_t residents,
                                                                   int months,
                                                                   RunKey run);

}  // namespace cantiere
