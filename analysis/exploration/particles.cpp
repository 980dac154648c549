#include "analysis/exploration/particles.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "analysis/exploration/implausibility.h"
#include "model/core/quantiles.h"

namespace cantiere {
namespace {

Eigen::VectorXd mean_of(const Population& population) {
    Eigen::VectorXd mean = Eigen::VectorXd::Zero(population.particles.front().scores.size());
    for (std::size_t i = 0; i < population.particles.size(); ++i) {
        mean += population.weights[i] * population.particles[i].scores;
    }
    return mean;
}

Eigen::MatrixXd covariance_of(const Population& population) {
    const Eigen::VectorXd mean = mean_of(population);
    Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(mean.size(), mean.size());
    for (std::size_t i = 0; i < population.particles.size(); ++i) {
        const Eigen::VectorXd away = population.particles[i].scores - mean;
        covariance += population.weights[i] * away * away.transpose();
    }
    return covariance;
}

/// 1 at the observation, 0 at the tolerance (Epanechnikov).
double nearness(double distance, double tolerance) {
    const double share = tolerance > 0.0 ? distance / tolerance : 0.0;
    return std::max(0.0, 1.0 - share * share);
}

}  // namespace

std::vector<double> unit_of(const Eigen::VectorXd& scores) {
    constexpr double margin = 0x1p-33;
    std::vector<double> unit;
    for (const double score : scores) {
        const double share = 0.5 * std::erfc(-score / std::numbers::sqrt2);
        unit.push_back(std::clamp(share, margin, 1.0 - margin));
    }
    return unit;
}

Eigen::VectorXd scores_of(const std::vector<double>& unit) {
    constexpr double margin = 0x1p-33;
    Eigen::VectorXd scores(static_cast<Eigen::Index>(unit.size()));
    for (std::size_t j = 0; j < unit.size(); ++j) {
        scores[static_cast<Eigen::Index>(j)] =
            normal_quantile(std::clamp(unit[j], margin, 1.0 - margin));
    }
    return scores;
}

Kernel::Kernel(const Population& from) : from_(from) {
    constexpr double least_variance = 1e-9;  // where a population has come down to one value
    Eigen::MatrixXd covariance = 2.0 * covariance_of(from);
    covariance.diagonal().array() += least_variance;
    covariance_.compute(covariance);
}

Eigen::VectorXd Kernel::move(double u, const Eigen::VectorXd& normals) const {
    double passed = 0.0;
    std::size_t parent = 0;
    while (parent + 1 < from_.weights.size() && passed + from_.weights[parent] < u) {
        passed += from_.weights[parent++];
    }
    const Eigen::VectorXd step = covariance_.matrixL() * normals;
    return from_.particles[parent].scores + step;
}

double Kernel::weight(const Eigen::VectorXd& scores) const {
    double density = 0.0;
    for (std::size_t i = 0; i < from_.particles.size(); ++i) {
        const Eigen::VectorXd away =
            covariance_.matrixL().solve(scores - from_.particles[i].scores);
        density += from_.weights[i] * std::exp(-0.5 * away.squaredNorm());
    }
    return std::exp(-0.5 * scores.squaredNorm()) / density;
}

Population adjusted(const Population& population) {
    const std::size_t n = population.particles.size();
    const Eigen::Index targets = population.particles.front().offsets.size();
    constexpr std::size_t points_for_a_coefficient = 5;
    if (n < points_for_a_coefficient * static_cast<std::size_t>(targets + 1)) return population;
    double tolerance = 0.0;
    for (const Particle& particle : population.particles) {
        tolerance = std::max(tolerance, particle.distance);
    }
    Population result = population;
    const auto rows = static_cast<Eigen::Index>(n);
    Eigen::MatrixXd basis(rows, targets + 1);
    Eigen::MatrixXd scores(rows, population.particles.front().scores.size());
    for (std::size_t i = 0; i < n; ++i) {
        const Particle& particle = population.particles[i];
        result.weights[i] *= nearness(particle.distance, tolerance);
        const double root = std::sqrt(result.weights[i]);
        const auto row = static_cast<Eigen::Index>(i);
        basis(row, 0) = root;
        basis.row(row).tail(targets) = root * particle.offsets.transpose();
        scores.row(row) = root * particle.scores.transpose();
    }
    const Eigen::MatrixXd slopes =
        basis.colPivHouseholderQr().solve(scores).bottomRows(targets).transpose();
    for (Particle& particle : result.particles) particle.scores -= slopes * particle.offsets;
    result.effective_sample_size = normalise(result.weights);
    return result;
}

}  // namespace cantiere
