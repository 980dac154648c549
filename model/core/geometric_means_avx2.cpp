/// Geometric means for the AVX2: eight lanes. Only plain functions of this unit, no library
/// templates: what is compiled here must not be what another unit links.

#include "model/core/geometric_means_kernel.h"

namespace cantiere::detail {

namespace {

constexpr int avx2_lanes_of_means = 8;

void fill_avx2(const MeansBlock& block) { fill_means<avx2_lanes_of_means>(block); }

}  // namespace

const MeansFill fill_means_avx2 = fill_avx2;

}  // namespace cantiere::detail
