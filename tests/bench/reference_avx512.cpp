/// The month of the reference workload on the 16 lanes of AVX-512. Only plain functions of this
/// unit, no library templates: what is compiled here must not be what another unit links.

#include "tests/bench/reference_kernel.h"

namespace cantiere::detail {

namespace {

WorkloadSums sum_avx512(const WorkloadRows& rows) { return sum_rows<16>(rows); }

WorkloadSums live_avx512(const WorkloadRows& rows, const WorkloadMarks& marks, float month) {
    return live_rows<16>(rows, marks, month);
}

void hire_avx512(float* gaps, std::size_t groups) { hire_rows<16>(gaps, groups); }

}  // namespace

const WorkloadKernel reference_avx512{sum_avx512, live_avx512, hire_avx512};

}  // namespace cantiere::detail
