#include "analysis/evaluation/smoother.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <Eigen/Dense>

#include "analysis/exploration/region.h"
#include "analysis/statistics.h"
#include "model/core/contracts.h"

namespace cantiere {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t greatest_thin_plate = 3;  // columns; more are added up

/// A basis before it is made orthonormal, with the penalty on its coefficients.
struct RawBasis {
    MatrixXd columns;  // rows x coefficients
    MatrixXd penalty;  // coefficients x coefficients
};

/// Values at a scale whose squares neither overflow nor vanish: times a power of two, so that no
/// digit is lost.
VectorXd at_size_one(const VectorXd& values) {
    const double largest = values.cwiseAbs().maxCoeff();
    return largest > 0.0 ? VectorXd(values.unaryExpr([scale = -std::ilogb(largest)](double value) {
        return std::ldexp(value, scale);
    }))
                         : values;
}

/// Standardises columns; constant ones are left out.
MatrixXd standardised(const std::vector<std::vector<double>>& columns) {
    std::vector<VectorXd> kept;
    for (const std::vector<double>& values : columns) {
        const Eigen::Map<const VectorXd> map(values.data(), static_cast<Index>(values.size()));
        if (map.minCoeff() == map.maxCoeff()) continue;
        const VectorXd sized = at_size_one(map);
        const VectorXd apart = at_size_one(sized.array() - sized.mean());
        kept.emplace_back(apart / std::sqrt(apart.squaredNorm() / static_cast<double>(map.size())));
    }
    MatrixXd matrix(columns.empty() ? 0 : static_cast<Index>(columns.front().size()),
                    static_cast<Index>(kept.size()));
    for (Index j = 0; j < matrix.cols(); ++j) matrix.col(j) = kept[static_cast<std::size_t>(j)];
    return matrix;
}

/// How many knots so many rows can bear.
std::size_t knots_for(std::size_t rows, Index dimensions) {
    constexpr std::array<std::size_t, 3> most{20, 60, 90};
    return std::clamp(rows / 10,
                      std::size_t{2} * static_cast<std::size_t>(dimensions),
                      most[static_cast<std::size_t>(dimensions - 1)]);
}

/// Distinct values at equal steps of the order, both ends included.
MatrixXd quantile_knots(const VectorXd& values, std::size_t wanted) {
    std::vector<double> distinct(values.begin(), values.end());
    std::ranges::sort(distinct);
    if (const auto rest = std::ranges::unique(distinct);
        static_cast<std::size_t>(rest.begin() - distinct.begin()) <= wanted) {
        distinct.erase(rest.begin(), rest.end());
    } else {
        std::vector<double> sorted(values.begin(), values.end());
        std::vector<double> at;
        for (std::size_t i = 0; i < wanted; ++i) {
            at.push_back(
                quantile_of(sorted, static_cast<double>(i) / static_cast<double>(wanted - 1)));
        }
        at.erase(std::unique(at.begin(), at.end()), at.end());
        distinct = std::move(at);
    }
    return Eigen::Map<const VectorXd>(distinct.data(), static_cast<Index>(distinct.size()));
}

/// Rows far from one another, out of at most 2,000.
MatrixXd spread_knots(const MatrixXd& points, std::size_t wanted) {
    constexpr Index most = 2000;
    const Index step = (points.rows() + most - 1) / most;
    Rows candidates;
    for (Index i = 0; i < points.rows(); i += step) {
        std::vector<double> row(points.row(i).begin(), points.row(i).end());
        if (std::ranges::find(candidates, row) == candidates.end()) {
            candidates.push_back(std::move(row));
        }
    }
    const Rows chosen = spread_out(candidates, std::min(wanted, candidates.size()));
    MatrixXd knots(static_cast<Index>(chosen.size()), points.cols());
    for (Index i = 0; i < knots.rows(); ++i) {
        for (Index j = 0; j < knots.cols(); ++j) {
            knots(i, j) = chosen[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
        }
    }
    return knots;
}

/// The thin plate function of a distance, for squared second derivatives in one, two or three
/// dimensions (Green and Silverman 1994, 7.5), without its constant factor.
double thin_plate(double distance, Index dimensions) {
    if (dimensions == 1) return distance * distance * distance;
    if (dimensions == 3) return -distance;
    return distance == 0.0 ? 0.0 : distance * distance * std::log(distance);
}

MatrixXd thin_plates(const MatrixXd& points, const MatrixXd& knots) {
    MatrixXd result(points.rows(), knots.rows());
    for (Index k = 0; k < knots.rows(); ++k) {
        const VectorXd distances = (points.rowwise() - knots.row(k)).rowwise().norm();
        result.col(k) = distances.unaryExpr(
            [&](double distance) { return thin_plate(distance, points.cols()); });
    }
    return result;
}

MatrixXd with_ones(const MatrixXd& points) {
    MatrixXd result(points.rows(), points.cols() + 1);
    result << VectorXd::Ones(points.rows()), points;
    return result;
}

/// Linear terms, then thin plates around knots that no linear function can replace.
RawBasis spline_basis(const MatrixXd& points) {
    const std::size_t wanted = knots_for(static_cast<std::size_t>(points.rows()), points.cols());
    const MatrixXd knots =
        points.cols() == 1 ? quantile_knots(points.col(0), wanted) : spread_knots(points, wanted);
    const MatrixXd linear = with_ones(knots);
    const Eigen::HouseholderQR<MatrixXd> factored(linear);
    const Index bent = std::max<Index>(knots.rows() - linear.cols(), 0);
    const MatrixXd whole = factored.householderQ() * MatrixXd::Identity(knots.rows(), knots.rows());
    const MatrixXd free = whole.rightCols(bent);

    RawBasis basis;
    basis.columns.resize(points.rows(), points.cols() + bent);
    basis.columns << points, thin_plates(points, knots) * free;
    basis.penalty = MatrixXd::Zero(basis.columns.cols(), basis.columns.cols());
    basis.penalty.bottomRightCorner(bent, bent) =
        free.transpose() * thin_plates(knots, knots) * free;
    return basis;
}

/// One spline a column, side by side; penalties in proportion to what they act on.
RawBasis sum_of_splines(const MatrixXd& points) {
    RawBasis all{MatrixXd(points.rows(), 0), MatrixXd(0, 0)};
    for (Index j = 0; j < points.cols(); ++j) {
        RawBasis one = spline_basis(points.col(j));
        const double trace = one.penalty.trace();
        if (trace > 0.0) one.penalty *= one.columns.squaredNorm() / trace;
        const Index before = all.columns.cols();
        const Index after = before + one.columns.cols();
        all.columns.conservativeResize(Eigen::NoChange, after);
        all.columns.rightCols(one.columns.cols()) = one.columns;
        MatrixXd penalty = MatrixXd::Zero(after, after);
        penalty.topLeftCorner(before, before) = all.penalty;
        penalty.bottomRightCorner(after - before, after - before) = one.penalty;
        all.penalty = std::move(penalty);
    }
    return all;
}

/// Keeps columns that are no sums of others.
void drop_dependent(RawBasis& basis) {
    Eigen::ColPivHouseholderQR<MatrixXd> factored(basis.columns);
    factored.setThreshold(1e-9);
    const auto kept = factored.colsPermutation().indices().head(factored.rank());
    const MatrixXd columns = basis.columns(Eigen::all, kept);
    const MatrixXd penalty = basis.penalty(kept, kept);
    basis.columns = columns;
    basis.penalty = penalty;
}

/// Generalised cross-validation: squares left over, divided by the square of the degrees left.
class PenaltyScore {
  public:
    PenaltyScore(const VectorXd& scores,
                 double squares_outside,
                 const VectorXd& penalties,
                 double rows)
        : scores_(scores), outside_(squares_outside), penalties_(penalties), rows_(rows) {}

    VectorXd weights(double strength) const {
        return (1.0 + strength * penalties_.array()).inverse();
    }

    double at(double strength) const {
        constexpr double charged = 1.4;  // for each effective degree
        const VectorXd kept = weights(strength);
        const double left = rows_ - charged * (1.0 + kept.sum());
        if (left <= 0.0) return std::numeric_limits<double>::infinity();
        const double squares =
            outside_ + ((1.0 - kept.array()) * scores_.array()).matrix().squaredNorm();
        return rows_ * squares / (left * left);
    }

    /// The best strength on a grid of fifteen decades around those where penalties begin to bite.
    double best() const {
        constexpr int steps = 90;
        const double greatest = penalties_.size() == 0 ? 0.0 : penalties_.maxCoeff();
        if (greatest <= 0.0) return 0.0;
        double best_strength = 0.0;
        double least = std::numeric_limits<double>::infinity();
        for (int step = 0; step <= steps; ++step) {
            const double strength = std::pow(10.0, -3.0 + 15.0 * step / steps) / greatest;
            const double score = at(strength);
            if (score <= least) {  // of equals the smoothest
                least = score;
                best_strength = strength;
            }
        }
        return best_strength;
    }

  private:
    const VectorXd& scores_;
    double outside_;
    const VectorXd& penalties_;
    double rows_;
};

}  // namespace

Smoother::Smoother(const std::vector<std::vector<double>>& columns) {
    expects(!columns.empty(), "a column to regress on");
    const MatrixXd points = standardised(columns);
    if (points.cols() == 0) {
        basis_.resize(points.rows(), 0);
        return;
    }
    RawBasis raw = static_cast<std::size_t>(points.cols()) <= greatest_thin_plate
                       ? spline_basis(points)
                       : sum_of_splines(points);
    raw.columns.rowwise() -= raw.columns.colwise().mean().eval();
    drop_dependent(raw);

    // Demmler and Reinsch's basis: orthonormal, and the penalty has no cross terms in it.
    const Eigen::HouseholderQR<MatrixXd> factored(raw.columns);
    const Index size = raw.columns.cols();
    const MatrixXd thin = factored.householderQ() * MatrixXd::Identity(raw.columns.rows(), size);
    const MatrixXd upper = factored.matrixQR().topRows(size).triangularView<Eigen::Upper>();
    const MatrixXd half =
        upper.transpose().triangularView<Eigen::Lower>().solve(raw.penalty).transpose();
    const MatrixXd penalty = upper.transpose().triangularView<Eigen::Lower>().solve(half);
    const Eigen::SelfAdjointEigenSolver<MatrixXd> parts(0.5 * (penalty + penalty.transpose()));
    basis_ = thin * parts.eigenvectors();
    penalties_ = parts.eigenvalues().cwiseMax(0.0);
    const double unpenalised = 1e-10 * penalties_.maxCoeff();
    penalties_ = (penalties_.array() > unpenalised).select(penalties_, 0.0);
}

Smoother::Fit Smoother::fit(const VectorXd& response) const {
    Fit fit;
    fit.mean = response.mean();
    const VectorXd apart = response.array() - fit.mean;
    const VectorXd scores = basis_.transpose() * apart;
    const double outside = std::max(apart.squaredNorm() - scores.squaredNorm(), 0.0);
    const PenaltyScore score(scores, outside, penalties_, static_cast<double>(rows()));
    fit.weights = score.weights(score.best());
    fit.coefficients = fit.weights.cwiseProduct(scores);
    fit.degrees = 1.0 + fit.weights.sum();
    return fit;
}

VectorXd Smoother::values(const Fit& fit) const {
    return (basis_ * fit.coefficients).array() + fit.mean;
}

}  // namespace cantiere
