/// The month of the reference workload on the baseline: 4 lanes of 32 bits (SSE2). Only plain
/// functions of this unit, no library templates: what is compiled here must not be what another
/// unit links.

#include "tests/bench/reference_kernel.h"

namespace cantiere::detail {

namespace {

WorkloadSums sum_portable(const WorkloadRows& rows) { return sum_rows<4>(rows); }

WorkloadSums live_portable(const WorkloadRows& rows, const WorkloadMarks& marks, float month) {
    return live_rows<4>(rows, marks, month);
}

void hire_portable(float* gaps, std::size_t groups) { hire_rows<4>(gaps, groups); }

}  // namespace

const WorkloadKernel reference_portable{sum_portable, live_portable, hire_portable};

}  // namespace cantiere::detail
