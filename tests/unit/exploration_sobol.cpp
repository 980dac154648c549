#include "analysis/exploration/sobol.h"

#include <cmath>

#include "analysis/exploration/regional.h"
#include "analysis/exploration/sobol_remarks.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

constexpr double pi = 3.14159265358979323846;

/// Ishigami's function of a row of the unit cube.
double ishigami(const std::vector<double>& u) {
    const double x1 = pi * (2.0 * u[0] - 1.0);
    const double x2 = pi * (2.0 * u[1] - 1.0);
    const double x3 = pi * (2.0 * u[2] - 1.0);
    return std::sin(x1) + 7.0 * std::sin(x2) * std::sin(x2) +
           0.1 * x3 * x3 * x3 * x3 * std::sin(x1);
}

std::vector<double> outputs_of(const Rows& rows) {
    std::vector<double> values;
    for (const std::vector<double>& row : rows) values.push_back(ishigami(row));
    return values;
}

}  // namespace

TEST_CASE("Sobol indices of Ishigami's function are the closed form") {
    // S .3139 .4424 0, ST .5576 .4424 .2437, S13 .2437 (Ishigami and Homma 1990).
    const Rows rows = saltelli_rows(3, 1024, SecondOrder::yes, 7);
    const auto shape = saltelli_shape(rows);
    REQUIRE(shape);
    CHECK(shape->base == 1024);
    CHECK(shape->second_order == SecondOrder::yes);
    const SobolIndices found = sobol_indices(*shape, outputs_of(rows), 1);
    CHECK(found.variance == Approx(13.8446).epsilon(0.03));
    const std::vector<double> first{0.3139, 0.4424, 0.0};
    const std::vector<double> total{0.5576, 0.4424, 0.2437};
    for (std::size_t j = 0; j < 3; ++j) {
        CHECK(found.columns[j].first.value == Approx(first[j]).margin(0.03));
        CHECK(found.columns[j].total.value == Approx(total[j]).margin(0.03));
        CHECK(found.columns[j].first.low < found.columns[j].first.value);
        CHECK(found.columns[j].first.high > found.columns[j].first.value);
        CHECK(found.columns[j].total.low - 0.02 < total[j]);
        CHECK(found.columns[j].total.high + 0.02 > total[j]);
    }
    REQUIRE(found.pairs.size() == 3);
    CHECK(found.pairs[0].share.value == Approx(0.0).margin(0.05));
    CHECK(found.pairs[1].share.value == Approx(0.2437).margin(0.05));
    CHECK(found.pairs[2].share.value == Approx(0.0).margin(0.05));
}

TEST_CASE(
    "Additive outputs have equal first and total indices, and a column that does nothing has "
    "none") {
    const Rows rows = saltelli_rows(3, 1024, SecondOrder::no, 3);
    std::vector<double> output;
    for (const std::vector<double>& row : rows) output.push_back(1000.0 + 2.0 * row[0] + row[1]);
    const SobolIndices found = sobol_indices(*saltelli_shape(rows), output, 1);
    CHECK(found.columns[0].first.value == Approx(0.8).margin(0.01));
    CHECK(found.columns[1].first.value == Approx(0.2).margin(0.01));
    CHECK(found.columns[0].total.value == Approx(0.8).margin(0.01));
    CHECK(found.columns[2].first.value == 0.0);
    CHECK(found.columns[2].total.value == 0.0);
    CHECK(found.variance == Approx(5.0 / 12.0).epsilon(0.01));
    CHECK(found.pairs.empty());
}

TEST_CASE("An output that is constant has indices of zero") {
    const Rows rows = saltelli_rows(2, 64, SecondOrder::yes);
    const SobolIndices found =
        sobol_indices(*saltelli_shape(rows), std::vector<double>(rows.size(), 0.1), 1);
    CHECK(found.variance == 0.0);
    CHECK(found.columns[1].total.high == 0.0);
    CHECK(found.pairs.front().share.value == 0.0);
}

TEST_CASE("Rows that are no Saltelli design are told apart") {
    Rows rows = saltelli_rows(3, 8, SecondOrder::no, 1);
    REQUIRE(saltelli_shape(rows));
    CHECK(saltelli_shape(rows)->base == 8);
    CHECK(saltelli_shape(rows)->second_order == SecondOrder::no);
    CHECK_FALSE(saltelli_shape(sobol_rows(3, 40)));
    CHECK_FALSE(saltelli_shape(latin_hypercube_rows({"a", "b", "c"}, 40, 1)));
    std::swap(rows[6], rows[7]);
    CHECK_FALSE(saltelli_shape(rows));
    rows.pop_back();
    CHECK_FALSE(saltelli_shape(rows));
    CHECK_FALSE(saltelli_shape({}));
}

TEST_CASE("Regional indices tell the column that sorts the runs of interest") {
    const Rows rows = latin_hypercube_rows({"a", "b"}, 400, 5);
    std::vector<bool> high;
    for (const std::vector<double>& row : rows) high.push_back(row[0] > 0.7);
    const auto found = regional_indices(rows, high);
    CHECK(found[0].distance == 1.0);
    CHECK(found[0].p_value < 1e-12);
    CHECK(found[0].median_in > 0.8);
    CHECK(found[0].median_out < 0.4);
    CHECK(found[1].distance < 0.15);
    CHECK(found[1].p_value > 0.01);
    CHECK(regional_indices(rows, std::vector<bool>(400, false))[0].distance == 0.0);
}

TEST_CASE("Sobol indices that cannot be used are said to be so") {
    const VarianceShare sure{0.4, 0.3, 0.5};
    const SobolIndices good{1.0, {{sure, sure}, {sure, sure}}, {}};
    const SobolSource many{{"a", "b"}, 64, true};
    CHECK(sobol_remarks(good, many, Language::english).empty());

    SECTION("too few base points") {
        CHECK(sobol_remarks(good, {{"a", "b"}, 32, true}, Language::english).empty());
        const auto few = sobol_remarks(good, {{"a", "b"}, 31, true}, Language::english);
        REQUIRE(few.size() == 1);
        CHECK(few.front().starts_with("Not to be used: with 31 base points (-n)"));
        CHECK(sobol_remarks(good, {{"a", "b"}, 4, true}, Language::italian)
                  .front()
                  .starts_with("Da non usare: con 4 punti base (-n)"));
    }
    SECTION("outside 0 to 1 by more than half the interval") {
        SobolIndices bad = good;
        bad.columns[1].first = {1.956, 1.7, 3.2};   // half of it is .75; 1.956 is beyond 1.75
        bad.columns[0].total = {-0.05, -0.2, 0.1};  // no more than luck: -.15 is the limit
        const auto remarks = sobol_remarks(bad, many, Language::english);
        REQUIRE(remarks.size() == 1);
        CHECK(remarks.front().starts_with("Not to be used: 1 of the indices (S1 b) lie outside"));
        bad.columns[1].first = {1.7, 1.0, 2.5};
        CHECK(sobol_remarks(bad, many, Language::english).empty());
        bad.columns[0].total = {-0.2, -0.3, -0.1};
        CHECK(sobol_remarks(bad, many, Language::english).size() == 1);
    }
    SECTION("totals that luck has swollen, in runs of a study alone") {
        const VarianceShare none{0.1, -0.1, 0.3}, all{1.02, 0.7, 1.4};
        const SobolIndices lucky{1.0, {{none, all}, {none, all}}, {}};  // .2 and 2.04 together
        REQUIRE(sobol_remarks(lucky, many, Language::english).size() == 1);
        CHECK(
            sobol_remarks(lucky, many, Language::english)
                .front()
                .starts_with("Totals add up to 2.04 and first-order indices to 0.20: part of ST"));
        CHECK(sobol_remarks(lucky, {{"a", "b"}, 64, false}, Language::english).empty());
        const SobolIndices alone{1.0, {{sure, all}, {none, all}}, {}};  // .5 and 2.04
        CHECK(sobol_remarks(alone, many, Language::english).empty());
    }
}
