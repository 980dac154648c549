#include "model/core/fixed_sum.h"

#include <algorithm>

#include "model/core/rows.h"

namespace cantiere {

void FixedPoint::add_shares(std::span<const double> terms) {
    bool all_shares = true;
    for (const double term : terms) all_shares = all_shares && term >= 0.0 && term <= 1.0;
    expects(all_shares, "a share is from 0 to 1");
    std::int64_t steps = 0;
    for (const double term : terms) {
        // As round_half_away does, but for a term a hair below half a step, 1.2e-10.
        const double beyond_half = term * steps_per_unit + 0.5;
        steps += static_cast<std::int64_t>(beyond_half);
    }
    add_steps(steps);
}

namespace {

template <class T>
double sum_blocks(std::span<const T> terms) {
    double sum = 0.0;
    // In order, unlike a visit of for_each_block: the sum of sums is not associative either.
    for (std::size_t block = 0; block < block_count(terms.size()); ++block) {
        const std::size_t begin = block * rows_per_block;
        double block_sum = 0.0;
        for (const T term : terms.subspan(begin, std::min(rows_per_block, terms.size() - begin))) {
            block_sum += static_cast<double>(term);
        }
        sum += block_sum;
    }
    return sum;
}

}  // namespace

double sum_in_blocks(std::span<const double> terms) { return sum_blocks(terms); }

double sum_in_blocks(std::span<const float> terms) { return sum_blocks(terms); }

}  // namespace cantiere
