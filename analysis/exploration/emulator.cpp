#include "analysis/exploration/emulator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "model/core/contracts.h"

namespace cantiere {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double least_variance = 1e-20;  // of standardised values on a plane: no process is left
constexpr double jitter = 1e-12;          // of the diagonal, so that near points do not break it

MatrixXd matrix_of(const std::vector<std::vector<double>>& points) {
    MatrixXd matrix(static_cast<Index>(points.size()), static_cast<Index>(points.front().size()));
    for (Index i = 0; i < matrix.rows(); ++i) {
        for (Index j = 0; j < matrix.cols(); ++j) {
            matrix(i, j) = points[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
        }
    }
    return matrix;
}

/// Matern 5/2 at a scaled distance of one dimension.
double matern(double distance) {
    const double a = std::sqrt(5.0) * distance;
    return (1.0 + a + a * a / 3.0) * std::exp(-a);
}

/// Choleski factor; the jitter grows by a hundred until the matrix is positive definite.
Eigen::LLT<MatrixXd> factor(MatrixXd matrix) {
    constexpr int tries = 5;
    double added = jitter;
    Eigen::LLT<MatrixXd> result;
    for (int i = 0; i < tries; ++i, added *= 100.0) {
        matrix.diagonal().array() += added;
        result.compute(matrix);
        if (result.info() == Eigen::Success) {
            break;
        }
    }
    ensures(result.info() == Eigen::Success,
            "correlations of distinct points are positive definite");
    return result;
}

double log_determinant(const Eigen::LLT<MatrixXd>& factored) {
    const VectorXd diagonal = factored.matrixLLT().diagonal();
    return 2.0 * diagonal.array().log().sum();
}

/// What a pattern search moves: logarithms of the lengths, then of the nugget where it is
/// estimated.
EmulatorShape shape_at(const std::vector<double>& logs, std::size_t dimensions) {
    EmulatorShape shape;
    for (std::size_t j = 0; j < dimensions; ++j) {
        shape.lengths.push_back(std::exp(logs[j]));
    }
    shape.nugget = logs.size() > dimensions ? std::exp(logs[dimensions]) : 0.0;
    return shape;
}

/// Greatest likelihood by coordinate steps that halve (Hooke and Jeeves 1961), from the best of
/// three starts. Needs no slope and always ends.
class PatternSearch {
  public:
    PatternSearch(const std::vector<std::vector<double>>& points,
                  const std::vector<double>& values,
                  Noise noise)
        : points_(points),
          values_(values),
          dimensions_(points.front().size()),
          size_(dimensions_ + (noise == Noise::estimated ? 1 : 0)) {}

    EmulatorShape run() {
        start();
        for (double step = 1.0; step > 0.1; step *= 0.5) {
            constexpr int most_rounds = 8;
            for (int round = 0; round < most_rounds && improve(step); ++round) {
            }
        }
        return shape_at(best_, dimensions_);
    }

  private:
    void start() {
        for (const double length : {0.4, 1.0, 3.0}) {
            std::vector<double> logs(size_, std::log(length));
            if (size_ > dimensions_) {
                logs.back() = std::log(0.05);
            }
            take_if_better(logs);
        }
    }

    bool improve(double step) {
        bool better = false;
        for (std::size_t i = 0; i < size_; ++i) {
            for (const double way : {step, -step}) {
                std::vector<double> logs = best_;
                logs[i] = bounded(i, logs[i] + way);
                better = take_if_better(logs) || better;
            }
        }
        return better;
    }

    double bounded(std::size_t i, double value) const {
        return i < dimensions_ ? std::clamp(value, std::log(0.05), std::log(20.0))
                               : std::clamp(value, std::log(1e-6), std::log(10.0));
    }

    bool take_if_better(const std::vector<double>& logs) {
        if (logs == best_) {
            return false;
        }
        const double found =
            Emulator(points_, values_, shape_at(logs, dimensions_)).log_likelihood();
        if (best_.empty() || found > likelihood_ + 1e-6) {
            best_ = logs;
            likelihood_ = found;
            return true;
        }
        return false;
    }

    const std::vector<std::vector<double>>& points_;
    const std::vector<double>& values_;
    std::size_t dimensions_;
    std::size_t size_;
    std::vector<double> best_;
    double likelihood_ = 0.0;
};

}  // namespace

Emulator::Emulator(const std::vector<std::vector<double>>& points,
                   const std::vector<double>& values,
                   EmulatorShape shape)
    : shape_(std::move(shape)) {
    expects(!points.empty() && points.size() == values.size(), "every point has a value");
    points_ = matrix_of(points);
    const Index n = points_.rows();
    const Index q = points_.cols() + 1;
    expects(n > q, "there are more points than coefficients of the trend");
    const Eigen::Map<const VectorXd> stated(values.data(), n);
    centre_ = stated.mean();
    const double spread = std::sqrt((stated.array() - centre_).square().mean());
    scale_ = spread > 0.0 ? spread : 1.0;
    const VectorXd standard = (stated.array() - centre_) / scale_;

    MatrixXd matrix(n, n);
    for (Index i = 0; i < n; ++i) {
        const VectorXd point = points_.row(i).transpose();
        for (Index k = 0; k <= i; ++k) {
            matrix(i, k) = correlation({point.data(), static_cast<std::size_t>(point.size())}, k);
            matrix(k, i) = matrix(i, k);
        }
    }
    matrix.diagonal().array() += shape_.nugget;
    correlations_ = factor(std::move(matrix));

    trend_.resize(n, q);
    trend_ << VectorXd::Ones(n), points_;
    weighted_trend_ = correlations_.solve(trend_);
    information_ = factor(trend_.transpose() * weighted_trend_);
    coefficients_ = information_.solve(weighted_trend_.transpose() * standard);
    const VectorXd residuals = standard - trend_ * coefficients_;
    weights_ = correlations_.solve(residuals);
    variance_ = std::max(residuals.dot(weights_) / static_cast<double>(n - q), least_variance);
    log_likelihood_ = -0.5 * (static_cast<double>(n - q) * std::log(variance_) +
                              log_determinant(correlations_) + log_determinant(information_));
}

Emulator Emulator::fitted(const std::vector<std::vector<double>>& points,
                          const std::vector<double>& values,
                          Noise noise) {
    return {points, values, PatternSearch(points, values, noise).run()};
}

double Emulator::correlation(std::span<const double> a, const Index row) const {
    double product = 1.0;
    for (std::size_t j = 0; j < a.size(); ++j) {
        const double distance = std::abs(a[j] - points_(row, static_cast<Index>(j)));
        product *= matern(distance / shape_.lengths[j]);
    }
    return product;
}

VectorXd Emulator::basis(std::span<const double> point) {
    VectorXd row(static_cast<Index>(point.size()) + 1);
    row(0) = 1.0;
    std::copy(point.begin(), point.end(), row.data() + 1);
    return row;
}

Prediction Emulator::at(std::span<const double> point) const {
    VectorXd near(points_.rows());
    for (Index i = 0; i < near.size(); ++i) {
        near(i) = correlation(point, i);
    }
    const VectorXd trend = basis(point);
    const VectorXd halved = correlations_.matrixL().solve(near);
    const VectorXd unexplained = trend - weighted_trend_.transpose() * near;
    const double of_trend = unexplained.dot(information_.solve(unexplained));
    const double share = std::max(0.0, 1.0 - halved.squaredNorm() + of_trend);
    return {centre_ + scale_ * (trend.dot(coefficients_) + near.dot(weights_)),
            scale_ * scale_ * variance_ * share};
}

CrossValidation Emulator::cross_validation() const {
    const Index n = points_.rows();
    const MatrixXd inverse = correlations_.solve(MatrixXd::Identity(n, n));
    const MatrixXd projected =
        inverse - weighted_trend_ * information_.solve(weighted_trend_.transpose());
    double squares = 0.0;
    double within = 0.0;
    for (Index i = 0; i < n; ++i) {
        const double error = weights_(i) / projected(i, i);  // Dubrule 1983
        const double variance = variance_ / projected(i, i);
        squares += error * error;
        within += error * error <= 9.0 * variance ? 1.0 : 0.0;
    }
    const auto count = static_cast<double>(n);
    return {scale_ * std::sqrt(squares / count), within / count};
}

}  // namespace cantiere
