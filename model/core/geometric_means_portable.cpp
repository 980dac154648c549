/// Geometric means for any x86-64 processor: four lanes. Only plain functions of this unit, no
/// library templates: what is compiled here must not be what another unit links.

#include "model/core/geometric_means_kernel.h"

namespace cantiere::detail {

namespace {

constexpr int portable_lanes_of_means = 4;

void fill_portable(const MeansBlock& block) { fill_means<portable_lanes_of_means>(block); }

}  // namespace

const MeansFill fill_means_portable = fill_portable;

}  // namespace cantiere::detail
