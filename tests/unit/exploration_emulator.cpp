#include "analysis/exploration/emulator.h"

#include <cmath>

#include "analysis/exploration/design.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

/// Matern 5/2 of a distance in lengths.
double matern(double d) {
    const double a = std::sqrt(5.0) * d;
    return (1.0 + a + a * a / 3.0) * std::exp(-a);
}

double smooth(const std::vector<double>& x) {
    return std::sin(3.0 * x[0]) + x[1] * x[1] - x[0] * x[1];
}

std::vector<double> values_of(const Rows& rows) {
    std::vector<double> values;
    for (const std::vector<double>& row : rows) values.push_back(smooth(row));
    return values;
}

}  // namespace

TEST_CASE("Kriging without noise passes through its points and is sure there") {
    const Rows points{{0.1}, {0.35}, {0.6}, {0.95}};
    const std::vector<double> values{1.0, 4.0, -2.0, 0.5};
    const Emulator emulator(points, values, {{0.3}, 0.0});
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Prediction told = emulator.at(points[i]);
        REQUIRE(told.mean == Approx(values[i]).margin(1e-8));
        REQUIRE(told.variance == Approx(0.0).margin(1e-8));
    }
    REQUIRE(emulator.at(std::vector<double>{0.2}).variance > 0.01);
}

TEST_CASE("A plane is told exactly, with nothing left unsure, inside and outside of its points") {
    const Rows points{{0.0, 0.0}, {1.0, 0.2}, {0.3, 0.9}, {0.7, 0.4}, {0.5, 0.5}};
    std::vector<double> values;
    for (const auto& x : points) values.push_back(2.0 + 3.0 * x[0] - 5.0 * x[1]);
    const Emulator emulator(points, values, {{0.5, 0.5}, 0.0});
    REQUIRE(emulator.at(std::vector<double>{0.9, 0.9}).mean == Approx(2.0 + 2.7 - 4.5));
    REQUIRE(emulator.at(std::vector<double>{0.9, 0.9}).variance < 1e-12);
}

TEST_CASE("Universal kriging of three points is what is worked by hand") {
    // Points 0, 1/2, 1 with values 0, 1, 0, length 1/2. By symmetry the trend is a constant b and a
    // slope 0. Residuals (-b, 1-b, -b) with correlations r = m(1), s = m(2):
    const double r = matern(1.0);
    const double s = matern(2.0);
    // K^-1 applied to a symmetric (u, v, u) is (p, q, p): p (1 + s) + r q = u, 2 r p + q = v.
    const auto solve = [&](double u, double v) {
        const double p = (u - r * v) / (1.0 + s - 2.0 * r * r);
        return std::pair(p, v - 2.0 * r * p);
    };
    const auto [p1, q1] = solve(1.0, 1.0);
    const auto [py, qy] = solve(0.0, 1.0);
    const double b = (2.0 * py + qy) / (2.0 * p1 + q1);  // 1' K^-1 y / 1' K^-1 1
    const auto [p, q] = solve(-b, 1.0 - b);
    const double k_near = matern(0.5);  // of 1/4 from 0 and from 1/2
    const double k_far = matern(1.5);   // from 1
    const Emulator emulator({{0.0}, {0.5}, {1.0}}, {0.0, 1.0, 0.0}, {{0.5}, 0.0});
    const Prediction told = emulator.at(std::vector<double>{0.25});
    REQUIRE(told.mean == Approx(b + (k_near + k_far) * p + k_near * q).epsilon(1e-9));
    // The variance: sigma2 = residuals' K^-1 residuals / (3 - 2).
    const double sigma2 = 2.0 * (-b) * p + (1.0 - b) * q;
    const auto [pk, qk] = solve(0.5 * (k_near + k_far), k_near);  // symmetric part of k
    const double odd = 0.5 * (k_near - k_far);                    // (odd, 0, -odd), K^-1: / (1 - s)
    const double explained = (k_near + k_far) * pk + k_near * qk + 2.0 * odd * odd / (1.0 - s);
    const double constant = 1.0 - (2.0 * pk + qk);
    const double of_constant = constant * constant / (2.0 * p1 + q1);
    // Of the slope about the middle: h = x - 1/2 = -1/4, H = (-1/2, 0, 1/2).
    const double slope = -0.25 - (-0.5 * 2.0) * odd / (1.0 - s);
    const double of_slope = slope * slope / (2.0 * 0.25 / (1.0 - s));
    REQUIRE(told.variance ==
            Approx(sigma2 * (1.0 - explained + of_constant + of_slope)).epsilon(1e-9));
}

TEST_CASE("A fitted emulator tells a smooth function within a hundredth of its range") {
    const Rows points = latin_hypercube_rows({"a", "b"}, 30, 2, 50);
    const Emulator emulator = Emulator::fitted(points, values_of(points), Noise::none);
    double worst = 0.0;
    double beyond = 0.0;
    for (const auto& x : latin_hypercube_rows({"u", "v"}, 200, 8)) {
        const Prediction told = emulator.at(x);
        const double error = std::abs(told.mean - smooth(x));
        worst = std::max(worst, error);
        beyond += error > 3.0 * std::sqrt(told.variance) + 1e-9 ? 1.0 : 0.0;
    }
    REQUIRE(worst < 0.02);  // values run over about 2
    REQUIRE(beyond <= 10.0);
}

TEST_CASE("A fit finds the idle input and gives it a long correlation") {
    const Rows points = latin_hypercube_rows({"a", "idle"}, 30, 4, 50);
    std::vector<double> values;
    for (const auto& x : points) values.push_back(std::sin(6.0 * x[0]));
    const Emulator emulator = Emulator::fitted(points, values, Noise::none);
    REQUIRE(emulator.shape().lengths[1] > 5.0 * emulator.shape().lengths[0]);
}

TEST_CASE("Noise is smoothed over and the mean is told closer than the values") {
    const Rows points = latin_hypercube_rows({"a", "b"}, 80, 2, 10);
    std::vector<double> values = values_of(points);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] += i % 2 == 0 ? 0.1 : -0.1;
    const Emulator emulator = Emulator::fitted(points, values, Noise::estimated);
    REQUIRE(emulator.shape().nugget > 1e-4);
    double squares = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        squares += std::pow(emulator.at(points[i]).mean - smooth(points[i]), 2);
    }
    REQUIRE(std::sqrt(squares / 80.0) < 0.06);  // of noise .1
}

TEST_CASE("Leaving one out is what an emulator without that point says") {
    const Rows points{{0.0}, {0.2}, {0.45}, {0.7}, {1.0}};
    const std::vector<double> values{0.0, 1.0, 0.3, -0.5, 0.4};
    const Emulator all(points, values, {{0.4}, 0.0});
    double squares = 0.0;
    for (std::size_t left = 0; left < points.size(); ++left) {
        Rows others = points;
        std::vector<double> known = values;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(left));
        known.erase(known.begin() + static_cast<std::ptrdiff_t>(left));
        const double told = Emulator(others, known, {{0.4}, 0.0}).at(points[left]).mean;
        squares += std::pow(told - values[left], 2);
    }
    REQUIRE(all.cross_validation().rmse == Approx(std::sqrt(squares / 5.0)).epsilon(1e-6));
}

TEST_CASE("A constant output is told as it is") {
    const Rows points = latin_hypercube_rows({"a", "b"}, 10, 1);
    const Emulator emulator = Emulator::fitted(points, std::vector<double>(10, 4.0), Noise::none);
    REQUIRE(emulator.at(std::vector<double>{0.5, 0.5}).mean == Approx(4.0));
    REQUIRE(emulator.at(std::vector<double>{0.5, 0.5}).variance < 1e-12);
}
