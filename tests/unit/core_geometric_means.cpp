#include "model/core/geometric_means.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "model/core/columns.h"
#include "model/core/contracts.h"
#include "model/core/draws.h"
#include "model/core/elementary.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

constexpr std::size_t factors = 8;
constexpr float lowest = 0.05f;
constexpr std::size_t room = 512;
using Column = std::array<double, room>;
constexpr std::array<std::size_t, 7> row_counts{0, 1, 15, 16, 17, 256, 500};

/// Factors from below 0 to above 1, the ends and the floor among them.
std::vector<Column> sample_factors() {
    const Draws draws(RunKey{5, 0, 0});
    std::vector<Column> columns(factors);
    for (std::size_t k = 0; k < factors; ++k) {
        for (std::size_t i = 0; i < room; ++i) {
            const double u = draws.uniform(hash_key({k, i}),
                                           Month{0},
                                           Decision::toy_choice,
                                           static_cast<Draws::Index>(k));
            columns[k][i] = i % 50 == k ? double{lowest} : 1.2 * u - 0.1;
        }
        columns[k][7 * k] = 0.0;
        columns[k][7 * k + 1] = 1.0;
    }
    return columns;
}

const std::vector<float>
    two_sets{.2f, .2f, .15f, .1f, .1f, .1f, .1f, .05f, .0f, .0f, .25f, .3f, .0f, .2f, .2f, .05f};

float mean_of(const std::vector<Column>& x, const float* weights, std::size_t row) {
    float sum = 0.0f;
    for (std::size_t k = 0; k < factors; ++k) {
        const auto level = std::max(static_cast<float>(x[k][row]), lowest);
        sum += log(level) * weights[k];
    }
    return std::min(exp(sum), 1.0f);
}

TEST_CASE("Geometric means are those of the formula, for any instructions and number of rows") {
    const std::vector<Column> x = sample_factors();
    std::vector<const double*> levels;
    for (const Column& column : x) levels.push_back(column.data());
    for (const InstructionSet set : members<InstructionSet>()) {
        if (!is_supported(set)) continue;
        for (const std::size_t rows : row_counts) {
            INFO(std::string(name(set)) << ", " << rows << " rows");
            std::array<float, room> first;
            std::array<float, room> second;
            first.fill(-1.0f);
            second.fill(-1.0f);
            const std::array<float*, 2> means{first.data(), second.data()};
            fill_geometric_means(means, levels, two_sets, lowest, rows, set);
            for (std::size_t i = 0; i < rows; ++i) {
                REQUIRE(first[i] == mean_of(x, two_sets.data(), i));
                REQUIRE(second[i] == mean_of(x, two_sets.data() + factors, i));
            }
            const std::size_t touched = (rows + rows_of_means - 1) / rows_of_means * rows_of_means;
            CHECK(std::all_of(first.begin() + static_cast<std::ptrdiff_t>(touched),
                              first.end(),
                              [](float mean) { return mean == -1.0f; }));
        }
    }
}

TEST_CASE("Geometric means refuse weights that do not fit the factors") {
    const std::vector<Column> x = sample_factors();
    std::array<float, room> mean;
    const std::array<float*, 1> means{mean.data()};
    const std::array<const double*, 2> two{x[0].data(), x[1].data()};
    CHECK_THROWS_AS(fill_geometric_means(means, two, two_sets, lowest, 16), ContractViolation);
    const std::vector<const double*> many(17, x[0].data());
    const std::vector<float> weights(17, 0.0f);
    CHECK_THROWS_AS(fill_geometric_means(means, many, weights, lowest, 16), ContractViolation);
}

}  // namespace
}  // namespace cantiere
