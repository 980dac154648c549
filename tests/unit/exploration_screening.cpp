#include "analysis/exploration/screening.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace cantiere;

namespace {

const std::vector<std::string> three{"a", "b", "c"};

}  // namespace

TEST_CASE("Morris indices of the Primer's exercise 4 are those worked by hand") {
    const double t = 1.0 / 3.0;
    const Rows design{{0, t},
                      {0, 1},
                      {2 * t, 1},
                      {0, t},
                      {2 * t, t},
                      {2 * t, 1},
                      {2 * t, 0},
                      {2 * t, 2 * t},
                      {0, 2 * t},
                      {t, 1},
                      {1, 1},
                      {1, t},
                      {t, 1},
                      {t, t},
                      {1, t},
                      {t, 2 * t},
                      {t, 0},
                      {1, 0}};
    const std::vector<double> y{0.97,
                                0.71,
                                2.39,
                                0.97,
                                2.3,
                                2.39,
                                1.87,
                                2.4,
                                0.87,
                                2.15,
                                1.71,
                                1.54,
                                2.15,
                                2.17,
                                1.54,
                                2.2,
                                1.87,
                                1.0};
    const auto indices = morris_indices(design, y, 4, 1);
    REQUIRE(indices[0].mu == Approx(0.65));
    REQUIRE(indices[0].mu_star == Approx(1.62));
    REQUIRE(indices[0].sigma == Approx(1.794107020219251));
    REQUIRE(indices[1].mu == Approx(0.21));
    REQUIRE(indices[1].mu_star == Approx(0.35));
    REQUIRE(indices[1].sigma == Approx(0.41199514560246936));
    REQUIRE(indices[0].mu_star_low < 1.62);
    REQUIRE(indices[0].mu_star_high > 1.62);
}

TEST_CASE("Morris indices of the Ishigami function are those of all its trajectories") {
    const double pi = std::acos(-1.0);
    std::vector<ExploredParameter> x;
    for (const std::string& name : three) {
        x.push_back(*explored_parameter(name, {Family::uniform, 0.0, -pi, pi}));
    }
    const Rows rows = values_at(x, morris_rows(three, 4000, 3));
    std::vector<double> y;
    for (const std::vector<double>& row : rows) {
        y.push_back(std::sin(row[0]) + 7.0 * std::pow(std::sin(row[1]), 2) +
                    0.1 * std::pow(row[2], 4) * std::sin(row[0]));
    }
    const auto indices = morris_indices(rows, y, 4, 1);
    REQUIRE(indices[0].mu_star == Approx(7.704054).margin(0.3));  // sd 6.25 of 4000: .1
    REQUIRE(indices[1].mu_star == Approx(7.875).margin(1e-6));
    REQUIRE(indices[2].mu_star == Approx(6.248796).margin(0.3));
}

TEST_CASE("Levels are the values that columns take, rounding aside") {
    const double third = 1.0 / 3.0;
    CHECK(levels_seen({{0.0, 5.0}, {third, 5.0}, {third + 1e-15, 9.0}, {1.0, 9.0}}) == 3);
    CHECK(levels_seen({{0.0}, {0.0}}) == 1);
    CHECK(levels_seen({}) == 0);
}

TEST_CASE("Rows that change two columns at once are no trajectories") {
    REQUIRE(first_outside_trajectories({{0, 0}, {1, 1}, {1, 0}}) == 1);
    REQUIRE(first_outside_trajectories({{0, 0}, {1, 0}, {0, 0}}) == 2);  // the same column again
    REQUIRE(first_outside_trajectories({{0, 0}, {1, 0}}) == 1);          // cut short
    REQUIRE(first_outside_trajectories({{0, 0}, {1, 0}, {1, 1}}) == 3);
}

TEST_CASE("PAWN finds the column that moves the output and leaves the idle one near zero") {
    const Rows rows = latin_hypercube_rows(three, 2000, 5);
    std::vector<double> y;
    for (const std::vector<double>& row : rows) y.push_back(row[1]);
    const auto indices = pawn_indices(rows, y);
    REQUIRE(indices[1].max == Approx(0.9).margin(0.01));  // the last tenth lies above nine tenths
    REQUIRE(indices[1].median > 0.5);
    REQUIRE(indices[0].median < 0.12);
    REQUIRE(kolmogorov_smirnov({1, 2, 3, 4}, {3, 4, 5, 6}) == Approx(0.5));
    REQUIRE(pawn_indices(rows, std::vector<double>(2000, 1.0))[0].max == 0.0);
}
