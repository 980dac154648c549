/// Normal quantiles near the centre for any x86-64 processor: two lanes. Only plain functions of
/// this unit, no library templates: what is compiled here must not be what another unit links.

#include "model/core/normal_centre_kernel.h"

namespace cantiere::detail {

namespace {

constexpr int portable_lanes_of_centre = 2;

void fill_near_centre_portable(double* to, const double* u, std::size_t count) {
    fill_centre<portable_lanes_of_centre>(to, u, count);
}

}  // namespace

const CentreFill fill_centre_portable = fill_near_centre_portable;

}  // namespace cantiere::detail
