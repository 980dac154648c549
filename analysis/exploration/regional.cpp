#include "analysis/exploration/regional.h"

#include <cmath>

#include "analysis/exploration/screening.h"
#include "analysis/statistics.h"

namespace cantiere {
namespace {

/// P(D > d) of two samples without a difference: Kolmogorov's series with Stephens' correction.
double kolmogorov_p(double distance, double size) {
    const double root = std::sqrt(size);
    const double x = (root + 0.12 + 0.11 / root) * distance;
    if (x < 0.2) return 1.0;
    double sum = 0.0;
    constexpr int terms = 100;
    for (int k = 1; k <= terms; ++k) {
        sum += (k % 2 == 1 ? 2.0 : -2.0) * std::exp(-2.0 * k * k * x * x);
    }
    return std::min(std::max(sum, 0.0), 1.0);
}

}  // namespace

std::vector<RegionalIndex> regional_indices(const Rows& design,
                                            const std::vector<bool>& of_interest) {
    std::vector<RegionalIndex> indices;
    for (std::size_t j = 0; j < design.front().size(); ++j) {
        std::vector<double> in;
        std::vector<double> out;
        for (std::size_t i = 0; i < design.size(); ++i) {
            (of_interest[i] ? in : out).push_back(design[i][j]);
        }
        RegionalIndex index;
        index.median_in = quantile_of(in, 0.5);
        index.median_out = quantile_of(out, 0.5);
        if (!in.empty() && !out.empty()) {
            const auto m = static_cast<double>(in.size());
            const auto n = static_cast<double>(out.size());
            index.distance = kolmogorov_smirnov(in, out);
            index.p_value = kolmogorov_p(index.distance, m * n / (m + n));
        }
        indices.push_back(index);
    }
    return indices;
}

}  // namespace cantiere
