#pragma once
/// Populations of weighted points, each parameter told by its standard normal score under the
/// prior: where the prior is uniform in the unit cube it is normal here, and no move leaves it.

#include <cstddef>
#include <vector>

#include <Eigen/Dense>

namespace cantiere {

/// One kept run.
struct Particle {
    Eigen::VectorXd scores;   // by parameter
    Eigen::VectorXd offsets;  // by target: told less observed, scaled
    std::size_t run = 0;
    double distance = 0.0;  // root mean square of the offsets
};

/// Kept runs with weights that sum to 1.
struct Population {
    std::vector<Particle> particles;
    std::vector<double> weights;
    double effective_sample_size = 0.0;
};

/// Returns the place in the unit cube of normal scores.
std::vector<double> unit_of(const Eigen::VectorXd& scores);

/// Returns the normal scores of a place in the unit cube.
Eigen::VectorXd scores_of(const std::vector<double>& unit);

/// Moves of a population: a parent by its weight, then a normal step of twice the weighted
/// covariance (Beaumont et al. 2009; Filippi et al. 2013).
class Kernel {
  public:
    explicit Kernel(const Population& from);

    /// Moves from a parent told by a uniform, by a step of standard normal draws.
    Eigen::VectorXd move(double u, const Eigen::VectorXd& normals) const;

    /// Returns prior density over density of the moves, up to a constant: the weight of a point.
    double weight(const Eigen::VectorXd& scores) const;

  private:
    const Population& from_;
    Eigen::LLT<Eigen::MatrixXd> covariance_;
};

/// Returns the population with its scores moved along the regression on the offsets to where these
/// are zero, weighted by how near they were (Beaumont, Zhang and Balding 2002); as it is where too
/// few points would carry the regression. The greatest distance is the tolerance.
Population adjusted(const Population& population);

}  // namespace cantiere
