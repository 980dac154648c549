#pragma once
/// Regression on one or several columns by penalised splines.

#include <cstddef>
#include <vector>

#include <Eigen/Core>

namespace cantiere {

/// A low-rank thin plate regression spline (Wood 2003; Ruppert, Wand and Carroll 2003) on one to
/// three columns, and a sum of splines of one column each on more. On one column it is the natural
/// cubic spline with knots at quantiles, its squared second derivative penalised; linear functions
/// are never penalised. Columns are standardised; constant ones drop out. The strength of the
/// penalty is that of the least generalised cross-validation score, degrees of freedom
/// counted 1.4-fold (Kim and Gu 2004).
class Smoother {
  public:
    /// Prepares the basis; columns have one value a row and equal lengths.
    explicit Smoother(const std::vector<std::vector<double>>& columns);

    Eigen::Index rows() const { return basis_.rows(); }

    /// Counts coefficients without the mean.
    Eigen::Index size() const { return basis_.cols(); }

    /// Returns the orthonormal basis: every column has mean zero (rows x size).
    const Eigen::MatrixXd& basis() const { return basis_; }

    /// A fit to one response.
    struct Fit {
        double mean = 0.0;
        Eigen::VectorXd coefficients;  // of the basis, drawn in
        Eigen::VectorXd weights;       // how much of each is kept, in (0, 1]
        double degrees = 0.0;          // effective, the mean included
    };

    /// Fits a response with one value a row.
    Fit fit(const Eigen::VectorXd& response) const;

    /// Returns the fitted values.
    Eigen::VectorXd values(const Fit& fit) const;

  private:
    Eigen::MatrixXd basis_;
    Eigen::VectorXd penalties_;  // of the basis, with the strength 1
};

}  // namespace cantiere
