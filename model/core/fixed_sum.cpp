#include "model/core/fixed_sum.h"

#include <algorithm>

#include "model/core/rows.h"

namespace cantiere {

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
