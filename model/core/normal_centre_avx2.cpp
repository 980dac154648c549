/// Normal quantiles near the centre for AVX2: four lanes. Only plain functions of this unit, no
/// library templates: what is compiled here must not be what another unit links.

#include "model/core/normal_centre_kernel.h"

namespace cantiere::detail {

namespace {

constexpr int avx2_lanes_of_centre = 4;

void fill_near_centre_avx2(double* to, const double* u, std::size_t count) {
    fill_centre<avx2_lanes_of_centre>(to, u, count);
}

}  // namespace

const CentreFill fill_centre_avx2 = fill_near_centre_avx2;

}  // namespace cantiere::detail
