#include "model/core/fixed_sum.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "model/core/contracts.h"
#include "model/core/draws.h"
#include "model/core/rows.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

std::vector<double> levels(std::uint32_t count) {
    const Draws draws(RunKey{5, 0, 0});
    std::vector<double> list(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        list[i] = draws.uniform(hash_key({i}), Month{0}, Decision::toy_level);
    }
    return list;
}

FixedPoint sum_of(const std::vector<double>& terms) {
    FixedPoint sum;
    for (const double term : terms) {
        sum.add(term);
    }
    return sum;
}

TEST_CASE("shares added together are those added one by one, halves of a step too") {
    std::vector<double> terms = levels(5000);
    for (int k = 0; k < 40; ++k) terms.push_back((k + 0.5) * 0x1p-32);
    for (const double edge : {0.0, 1.0, 0x1p-33, 0x1p-34, 1.0 - 0x1p-33}) terms.push_back(edge);
    for (const double level : levels(500)) {
        terms.push_back(double{static_cast<float>(level)});
        terms.push_back(level * 0x1p-20);
    }
    FixedPoint together;
    together.add_shares(terms);
    CHECK(together == sum_of(terms));
}

TEST_CASE("terms added to a sum each are those added one by one, of any size and halves too") {
    std::vector<double> terms = levels(300);
    for (std::size_t i = 0; i < terms.size(); ++i) terms[i] = (terms[i] - 0.5) * 1e4;
    for (int k = -40; k < 40; ++k) terms.push_back((k + 0.5) * 0x1p-32);
    for (const double edge : {0.0, 0x1p-34, -0x1p-34, 0x1p17 + 0x1p-33, -0x1p17 - 0x1p-33}) {
        terms.push_back(edge);
    }
    for (const bool with_large : {false, true}) {
        if (with_large) terms.insert(terms.end(), {0x1p18, -0x1p29});
        std::vector<FixedPoint> each(terms.size());
        std::vector<FixedPoint> one_by_one(terms.size());
        for (int month = 0; month < 2; ++month) {
            FixedPoint::add_each(each, terms);
            for (std::size_t i = 0; i < terms.size(); ++i) one_by_one[i].add(terms[i]);
        }
        CHECK(each == one_by_one);
    }
}

TEST_CASE("what is no share is refused") {
    for (const double wrong : {-0x1p-40, 1.0 + 0x1p-50, std::nan("")}) {
        FixedPoint sum;
        CHECK_THROWS_AS(sum.add_shares(std::vector<double>{0.5, wrong}), ContractViolation);
    }
}

TEST_CASE("a fixed-point sum has the same bits in any order and any split") {
    std::vector<double> terms = levels(10000);
    const FixedPoint whole = sum_of(terms);
    FixedPoint second = sum_of({terms.begin() + 3333, terms.end()});
    second += sum_of({terms.begin(), terms.begin() + 3333});
    CHECK(second == whole);
    std::sort(terms.begin(), terms.end());
    CHECK(sum_of(terms) == whole);
    long double exact = 0.0L;
    for (const double term : terms) {
        exact += term;
    }
    CHECK(std::abs(whole.value() - static_cast<double>(exact)) <= 10000 * 0x1p-33);
}

TEST_CASE("a fixed-point sum is exact for shares on its grid and takes negatives") {
    const FixedPoint sum = sum_of({0.75, -0.25, 0x1p-32, -1000.5});
    CHECK(sum.value() == 0.5 - 1000.5 + 0x1p-32);
}

TEST_CASE("a fixed-point sum out of its bounds breaks the contract") {
    FixedPoint sum;
    CHECK_THROWS_AS(sum.add(0x1p31), ContractViolation);
    CHECK_THROWS_AS(sum.add(std::nan("")), ContractViolation);
    sum.add(0x1p30);
    CHECK_THROWS_AS(sum += sum, ContractViolation);
    std::vector<FixedPoint> sums(2);
    CHECK_THROWS_AS(FixedPoint::add_each(sums, std::vector<double>{0.5}), ContractViolation);
    CHECK_THROWS_AS(FixedPoint::add_each(sums, std::vector<double>{0.5, std::nan("")}),
                    ContractViolation);
}

TEST_CASE("a sum in blocks is the sum of the sums of its blocks, in order") {
    const std::vector<double> terms = levels(1000);
    double expected = 0.0;
    for (std::size_t begin = 0; begin < terms.size(); begin += rows_per_block) {
        double block = 0.0;
        for (std::size_t i = begin; i < std::min(begin + rows_per_block, terms.size()); ++i) {
            block += terms[i];
        }
        expected += block;
    }
    CHECK(sum_in_blocks(terms) == expected);
    CHECK(sum_in_blocks(std::vector<double>{}) == 0.0);
    const std::vector<float> small(300, 0.1f);
    CHECK(sum_in_blocks(small) == Approx(300.0 * static_cast<double>(0.1f)).epsilon(1e-15));
}

}  // namespace
}  // namespace cantiere
