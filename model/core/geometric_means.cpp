#include "model/core/geometric_means.h"

#include "model/core/contracts.h"
#include "model/core/geometric_means_kernel.h"

namespace cantiere {

namespace {

detail::MeansFill means_fill_of(InstructionSet set) {
    expects(is_supported(set), "the processor has the instructions asked for");
    if (set == InstructionSet::avx512) return detail::fill_means_avx512;
    if (set == InstructionSet::avx2) return detail::fill_means_avx2;
    return detail::fill_means_portable;
}

}  // namespace

void fill_geometric_means(std::span<float* const> means,
                          std::span<const double* const> factors,
                          std::span<const float> weights,
                          float floor,
                          std::size_t rows,
                          InstructionSet set) {
    expects(factors.size() <= detail::most_factors, "a mean has at most 16 factors");
    expects(weights.size() == means.size() * factors.size(), "a mean weighs every factor");
    const std::size_t groups = (rows + rows_of_means - 1) / rows_of_means;
    means_fill_of(set)({factors.data(),
                        means.data(),
                        weights.data(),
                        factors.size(),
                        means.size(),
                        groups * rows_of_means,
                        floor});
}

}  // namespace cantiere
