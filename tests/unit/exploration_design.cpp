#include "analysis/exploration/design.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/exploration/numeric_csv.h"
#include "analysis/exploration/screening.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

const std::vector<std::string> three{"a", "b", "c"};

std::vector<double> column(const Rows& rows, std::size_t j) {
    std::vector<double> values;
    for (const std::vector<double>& row : rows) values.push_back(row[j]);
    return values;
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
    double mx = 0.0;
    double my = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        mx += x[i] / static_cast<double>(x.size());
        my += y[i] / static_cast<double>(x.size());
    }
    double xy = 0.0;
    double xx = 0.0;
    double yy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - mx) * (y[i] - my);
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
    }
    return xy / std::sqrt(xx * yy);
}

ExploredParameter parameter(Family family, double low, double high) {
    return *explored_parameter("x", {family, central_value(family, low, high), low, high});
}

/// Reads a Parameter CSV from memory; the text of its problems where it cannot be used.
std::string problems_of(const std::string& csv, std::vector<ExploredParameter>* read = nullptr) {
    Problems problems;
    auto parameters = read_parameter_csv("p.csv", memory_files({{"p.csv", csv}}), problems);
    if (read != nullptr) *read = std::move(parameters);
    return text(problems);
}

}  // namespace

TEST_CASE("Every stratum of every column of a Latin hypercube holds one row") {
    const Rows rows = latin_hypercube_rows(three, 40, 7, 5);
    REQUIRE(rows.size() == 40);
    for (std::size_t j = 0; j < three.size(); ++j) {
        std::vector<int> seen(40, 0);
        for (const double u : column(rows, j)) ++seen[static_cast<std::size_t>(u * 40.0)];
        REQUIRE(std::ranges::all_of(seen, [](int count) { return count == 1; }));
    }
}

TEST_CASE("Columns of a Latin hypercube hardly correlate, and equal seeds give equal rows") {
    const Rows rows = latin_hypercube_rows(three, 400, 1);
    REQUIRE(std::abs(correlation(column(rows, 0), column(rows, 1))) < 0.15);  // 3 of .05
    REQUIRE(std::abs(correlation(column(rows, 0), column(rows, 2))) < 0.15);
    REQUIRE(rows == latin_hypercube_rows(three, 400, 1));
    REQUIRE(rows != latin_hypercube_rows(three, 400, 2));
}

TEST_CASE("A parameter more moves no other column of a Latin hypercube") {
    const Rows two = latin_hypercube_rows({"a", "c"}, 10, 3);
    const Rows more = latin_hypercube_rows(three, 10, 3);
    REQUIRE(column(two, 0) == column(more, 0));
    REQUIRE(column(two, 1) == column(more, 2));
}

TEST_CASE("Of several Latin hypercubes the one is taken whose nearest rows are farthest apart") {
    const auto nearest = [](const Rows& rows) {
        double least = 10.0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                least =
                    std::min(least, std::hypot(rows[i][0] - rows[k][0], rows[i][1] - rows[k][1]));
            }
        }
        return least;
    };
    const std::vector<std::string> two{"a", "b"};
    REQUIRE(nearest(latin_hypercube_rows(two, 12, 5, 100)) >
            1.5 * nearest(latin_hypercube_rows(two, 12, 5)));
}

TEST_CASE("Morris trajectories change each column once, by two thirds of four levels") {
    const Rows rows = morris_rows(three, 25, 11);
    REQUIRE(rows.size() == 25 * 4);
    REQUIRE(first_outside_trajectories(rows) == rows.size());
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        if ((i + 1) % 4 == 0) continue;
        double moved = 0.0;
        for (std::size_t j = 0; j < 3; ++j) moved += std::abs(rows[i + 1][j] - rows[i][j]);
        REQUIRE(moved == Approx(2.0 / 3.0));
    }
    for (const std::vector<double>& row : rows) {
        for (const double u : row) {
            REQUIRE(3.0 * u == Approx(std::round(3.0 * u)).margin(1e-12));
            REQUIRE((u > -1e-12 && u < 1.0 + 1e-12));
        }
    }
    REQUIRE(rows == morris_rows(three, 25, 11));
}

TEST_CASE("The Sobol sequence begins as Joe and Kuo print it") {
    const Rows expected{{0, 0, 0},
                        {0.5, 0.5, 0.5},
                        {0.75, 0.25, 0.25},
                        {0.25, 0.75, 0.75},
                        {0.375, 0.375, 0.625},
                        {0.875, 0.875, 0.125},
                        {0.625, 0.125, 0.875},
                        {0.125, 0.625, 0.375},
                        {0.1875, 0.3125, 0.9375},
                        {0.6875, 0.8125, 0.4375}};
    REQUIRE(sobol_rows(3, 10) == expected);
}

TEST_CASE("Scrambling moves Sobol points within the strata that they fill evenly") {
    const Rows rows = sobol_rows(4, 64, 9);
    REQUIRE(rows != sobol_rows(4, 64));
    REQUIRE(rows != sobol_rows(4, 64, 10));
    for (std::size_t j = 0; j < 4; ++j) {
        std::vector<int> seen(64, 0);
        for (const double u : column(rows, j)) ++seen[static_cast<std::size_t>(u * 64.0)];
        REQUIRE(std::ranges::all_of(seen, [](int count) { return count == 1; }));
    }
}

TEST_CASE("Saltelli's rows of a point are A, each AB, each BA and B") {
    const Rows base = sobol_rows(4, 3);
    const Rows first = saltelli_rows(2, 3, SecondOrder::no);
    REQUIRE(first.size() == 3 * (2 + 2));
    const std::vector<double>& p = base[2];  // .75 .25 .25 .75
    REQUIRE(first[8] == std::vector<double>{p[0], p[1]});
    REQUIRE(first[9] == std::vector<double>{p[2], p[1]});
    REQUIRE(first[10] == std::vector<double>{p[0], p[3]});
    REQUIRE(first[11] == std::vector<double>{p[2], p[3]});
    const Rows second = saltelli_rows(2, 512, SecondOrder::yes);
    REQUIRE(second.size() == 512 * (2 * 2 + 2));
    REQUIRE(second[2 * 6 + 3] == std::vector<double>{p[0], p[3]});  // BA_1: B with the first of A
    REQUIRE(second[2 * 6 + 4] == std::vector<double>{p[2], p[1]});
}

TEST_CASE("A range alone gives the quantiles of a lognormal and a gamma, the bounds of a uniform") {
    const ExploredParameter lognormal = parameter(Family::lognormal, 1.0, 4.0);
    REQUIRE(lognormal.at(0.025) == Approx(1.0));
    REQUIRE(lognormal.at(0.975) == Approx(4.0));
    REQUIRE(lognormal.at(0.5) == Approx(2.0));  // the geometric mean
    REQUIRE(lognormal.place_of(2.0) == Approx(0.5).epsilon(1e-6));
    REQUIRE(lognormal.place_of(4.0) == Approx(0.975).epsilon(1e-6));
    REQUIRE(lognormal.at(lognormal.place_of(3.0)) == Approx(3.0).epsilon(1e-12));
    const ExploredParameter gamma = parameter(Family::gamma, 1.0, 4.0);
    REQUIRE(gamma.at(0.025) == Approx(1.0).epsilon(1e-3));
    REQUIRE(gamma.at(0.975) == Approx(4.0).epsilon(1e-3));
    const ExploredParameter normal = parameter(Family::normal, -1.96, 1.96);
    REQUIRE(normal.at(0.5) == Approx(0.0).margin(1e-9));
    REQUIRE(std::isfinite(normal.at(0.0)));
    REQUIRE(std::isfinite(normal.at(1.0)));
    const ExploredParameter uniform = parameter(Family::uniform, 2.0, 6.0);
    REQUIRE(uniform.at(0.0) == 2.0);
    REQUIRE(uniform.at(1.0) == 6.0);
    REQUIRE(uniform.at(0.25) == Approx(3.0));
}

TEST_CASE("A Parameter CSV is read by the names of its columns") {
    std::vector<ExploredParameter> read;
    REQUIRE(problems_of("distribution,name,high,low,value\nuniform,slots,60,20,\n"
                        "triangular,cost,9,1,2\n",
                        &read) == "");
    REQUIRE(names_of(read) == std::vector<std::string>{"slots", "cost"});
    REQUIRE(read[0].at(0.5) == Approx(40.0));
    REQUIRE(read[1].at(0.125) == Approx(2.0));  // the mode: (2 - 1) / (9 - 1) lies below it
}

TEST_CASE("A wrong Parameter CSV is told cell by cell with reason and fix") {
    const std::string told = problems_of(
        "name,low,high,distribution\n"
        "a,1,2,unifrom\n"
        "a,1,2,uniform\n"
        "b,5,2,uniform\n"
        "c,x,2,uniform\n"
        "d,-1,2,gamma\n");
    REQUIRE(told.find("p.csv:2:7: the distribution is \"unifrom\"") != std::string::npos);
    REQUIRE(told.find("did you mean \"uniform\"?") != std::string::npos);
    REQUIRE(told.find("p.csv:3:1: \"a\" stands here twice") != std::string::npos);
    REQUIRE(told.find("p.csv:4:3: b cannot be uniform from 5 to 2 (low is not below high)") !=
            std::string::npos);
    REQUIRE(told.find("p.csv:5:3: low is \"x\"") != std::string::npos);
    REQUIRE(told.find("p.csv:6:3: d cannot be gamma from -1 to 2") != std::string::npos);
    REQUIRE(problems_of("name,low,hihg,distribution\n").find("there is no column high") !=
            std::string::npos);
    REQUIRE(problems_of("name,low,high,distribution\n").find("no parameter is listed") !=
            std::string::npos);
    REQUIRE(problems_of("name,low,high,distribution\na,1,2,fixed\n").find("is not varied") !=
            std::string::npos);
}

TEST_CASE("A design written as CSV reads back as the same numbers") {
    const Rows rows = latin_hypercube_rows(three, 5, 1);
    Problems problems;
    const NumericTable table =
        read_numeric_csv("x.csv",
                         "the design",
                         memory_files({{"x.csv", csv_text({"a", "b,\"c\"", "d"}, rows)}}),
                         problems);
    REQUIRE(text(problems) == "");
    REQUIRE(table.names == std::vector<std::string>{"a", "b,\"c\"", "d"});
    REQUIRE(table.rows == rows);
}
