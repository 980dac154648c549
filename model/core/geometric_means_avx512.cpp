/// Geometric means for AVX-512: sixteen lanes. Only plain functions of this unit, no library
/// templates: what is compiled here must not be what another unit links.

#include "model/core/geometric_means_kernel.h"

namespace cantiere::detail {

namespace {

constexpr int avx512_lanes_of_means = 16;

void fill_avx512(const MeansBlock& block) { fill_means<avx512_lanes_of_means>(block); }

}  // namespace

const MeansFill fill_means_avx512 = fill_avx512;

}  // namespace cantiere::detail
