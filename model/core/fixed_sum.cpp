#include "model/core/fixed_sum.h"

#include <algorithm>
#include <bit>

#include "model/core/rows.h"

namespace cantiere {

namespace {

/// Shares whose steps, in halves of 16 bits, add up within 31 bits.
constexpr std::size_t most_shares_at_once = 4096;

/// Bits of a number in its order among numbers that are not negative.
std::uint64_t bits_of(double number) { return std::bit_cast<std::uint64_t>(number); }

bool are_shares(std::span<const double> terms) {
    std::uint64_t outside = 0;  // the highest bit is set where a term is negative or above 1
    for (const double term : terms) {
        outside |= bits_of(term) | (bits_of(1.0) - bits_of(term));
    }
    if (outside >> 63 == 0) return true;
    return std::ranges::all_of(terms, [](double term) { return term >= 0.0 && term <= 1.0; });
}

/// As round_half_away does, but for a term a hair below half a step, 1.2e-10. In two halves, since
/// few processors make integers of 64 bits of several numbers at once.
std::int64_t steps_of_shares(std::span<const double> terms, double steps_per_unit) {
    std::int32_t highs = 0;
    std::int32_t lows = 0;
    for (const double term : terms) {
        const double beyond_half = term * steps_per_unit + 0.5;
        const auto high = static_cast<std::int32_t>(beyond_half * 0x1p-16);
        highs += high;
        lows += static_cast<std::int32_t>(beyond_half - high * 0x1p16);
    }
    return std::int64_t{highs} * 0x10000 + lows;
}

/// Rounds as round_half_away does what is below 2^51 in size, without a branch.
std::int64_t rounded(double value) {
    constexpr double unit_spaced = 0x1.8p52;
    const double near = value + unit_spaced;  // to nearest, halves to even
    const double rest = value - (near - unit_spaced);
    const std::uint64_t sign = bits_of(value) >> 63;
    const bool half_left = (bits_of(rest) ^ sign << 63) == bits_of(0.5);
    const std::int64_t away = 1 - 2 * static_cast<std::int64_t>(sign);
    return static_cast<std::int64_t>(bits_of(near) - bits_of(unit_spaced)) + (half_left ? away : 0);
}

}  // namespace

void FixedPoint::add_shares(std::span<const double> terms) {
    expects(are_shares(terms), "a share is from 0 to 1");
    for (std::size_t begin = 0; begin < terms.size(); begin += most_shares_at_once) {
        const std::size_t count = std::min(most_shares_at_once, terms.size() - begin);
        add_steps(steps_of_shares(terms.subspan(begin, count), steps_per_unit));
    }
}

void FixedPoint::add_each(std::span<FixedPoint> sums, std::span<const double> terms) {
    expects(sums.size() == terms.size(), "each sum has its term");
    constexpr double large_term = 0x1p18;
    constexpr std::uint64_t large_sum = std::uint64_t{1} << 62;
    for_each_block(terms.size(), [&](std::size_t begin, std::size_t end) {
        std::uint64_t large = 0;  // the highest bit is set where a term or a sum is large
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint64_t size = bits_of(terms[i]) << 1 >> 1;
            large |= bits_of(large_term) - size;
            large |= static_cast<std::uint64_t>(sums[i].steps_) + large_sum;
        }
        if (large >> 63 != 0) {
            for (std::size_t i = begin; i < end; ++i) sums[i].add(terms[i]);
            return;
        }
        for (std::size_t i = begin; i < end; ++i) {
            sums[i].steps_ += rounded(terms[i] * steps_per_unit);
        }
    });
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
