#include "outputs/run_means.h"

#include <cmath>
#include <limits>

#include "model/core/contracts.h"

namespace cantiere {

AbsentRun absent_run_of(Variable variable) {
    switch (variable) {
        case Variable::wait_to_start_median:
        case Variable::wait_median_by_group:
        case Variable::wait_p90_by_group:
            return AbsentRun::leaves_none;
        default:
            return AbsentRun::left_out;
    }
}

void RunMeans::add(std::size_t first, std::span<const double> values) {
    expects(first + values.size() <= sums_.size(), "the values have places");
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (absent_ == AbsentRun::leaves_none || !std::isnan(values[i])) {
            sums_[first + i] += values[i];
            ++counts_[first + i];
        }
    }
}

std::vector<double> RunMeans::means() const {
    std::vector<double> means(sums_.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < means.size(); ++i) {
        if (counts_[i] > 0) {
            means[i] = sums_[i] / static_cast<double>(counts_[i]);
        }
    }
    return means;
}

}  // namespace cantiere
