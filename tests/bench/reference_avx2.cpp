/// The month of the reference workload on the 8 lanes of AVX2. Only plain functions of this
/// unit, no library templates: what is compiled here must not be what another unit links.

#include "tests/bench/reference_kernel.h"

namespace cantiere::detail {

namespace {

WorkloadSums sum_avx2(const WorkloadRows& rows) { return sum_rows<8>(rows); }

WorkloadSums live_avx2(const WorkloadRows& rows, const WorkloadMarks& marks, float month) {
    return live_rows<8>(rows, marks, month);
}

void hire_avx2(float* gaps, std::size_t groups) { hire_rows<8>(gaps, groups); }

}  // namespace

const WorkloadKernel reference_avx2{sum_avx2, live_avx2, hire_avx2};

}  // namespace cantiere::detail
