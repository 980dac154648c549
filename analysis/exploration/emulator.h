#pragma once
/// Gaussian process emulators: what a simulator would say where it has not been run, and how sure
/// that is.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <Eigen/Dense>

namespace cantiere {

/// What a fit leaves open: correlation lengths in the unit cube, and the share of noise.
struct EmulatorShape {
    std::vector<double> lengths;  // by dimension
    double nugget = 0.0;          // variance of noise over that of the process
};

/// Mean and variance of the simulator's expected value at a point, noise left out.
struct Prediction {
    double mean = 0.0;
    double variance = 0.0;
};

enum class Noise : std::uint8_t { none, estimated };

/// How well each value is told by the others.
struct CrossValidation {
    double rmse = 0.0;         // in the unit of the values
    double within_3_sd = 1.0;  // share of the errors within three of their standard deviations
};

/// A Gaussian process with a constant and linear mean, of Matern 5/2 correlation, the mean's
/// coefficients unknown: universal kriging (Sacks et al. 1989; Rasmussen and Williams 2006, 2.7).
class Emulator {
  public:
    /// Builds an emulator of a given shape. Points in the unit cube, more of them than dimensions
    /// + 1, no two alike where there is no noise.
    Emulator(const std::vector<std::vector<double>>& points,
             const std::vector<double>& values,
             EmulatorShape shape);

    /// Finds the shape of greatest restricted likelihood by a pattern search, lengths from .05 to
    /// 20, and builds the emulator.
    static Emulator fitted(const std::vector<std::vector<double>>& points,
                           const std::vector<double>& values,
                           Noise noise);

    Prediction at(std::span<const double> point) const;

    /// Returns the restricted log likelihood, up to a constant.
    double log_likelihood() const { return log_likelihood_; }
    const EmulatorShape& shape() const { return shape_; }

    /// Tells how well each value is predicted by the others under the same shape.
    CrossValidation cross_validation() const;

  private:
    double correlation(std::span<const double> a, Eigen::Index row) const;
    static Eigen::VectorXd basis(std::span<const double> point);

    Eigen::MatrixXd points_;  // row: a run
    EmulatorShape shape_;
    double centre_ = 0.0;  // of the values, which are standardised
    double scale_ = 1.0;
    Eigen::LLT<Eigen::MatrixXd> correlations_;
    Eigen::MatrixXd trend_;                    // basis at the points
    Eigen::LLT<Eigen::MatrixXd> information_;  // of the coefficients of the trend
    Eigen::MatrixXd weighted_trend_;           // correlations^-1 x trend
    Eigen::VectorXd coefficients_;
    Eigen::VectorXd weights_;  // correlations^-1 x (values - trend)
    double variance_ = 0.0;    // of the process, standardised
    double log_likelihood_ = 0.0;
};

}  // namespace cantiere
