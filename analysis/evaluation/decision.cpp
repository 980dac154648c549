#include "analysis/evaluation/decision.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <Eigen/Dense>

namespace cantiere {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

double mean_over_draws(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// The greatest net benefit of each draw.
std::vector<double> greatest_of(const std::vector<std::vector<double>>& by_strategy) {
    std::vector<double> greatest = by_strategy.front();
    for (const std::vector<double>& values : by_strategy) {
        for (std::size_t draw = 0; draw < values.size(); ++draw) {
            greatest[draw] = std::max(greatest[draw], values[draw]);
        }
    }
    return greatest;
}

/// How far rounding alone can put the net benefits of a draw apart.
std::vector<double> rounding_of(const DecisionSamples& samples, double wtp) {
    constexpr double units_in_the_last_place = 8.0;
    std::vector<double> rounding(samples.draws(), 0.0);
    for (const Strategy& strategy : samples.strategies) {
        for (std::size_t draw = 0; draw < rounding.size(); ++draw) {
            const double size =
                std::abs(wtp * strategy.effect[draw]) + std::abs(strategy.cost[draw]);
            rounding[draw] =
                std::max(rounding[draw],
                         units_in_the_last_place * std::numeric_limits<double>::epsilon() * size);
        }
    }
    return rounding;
}

/// Differences in net benefit from the first strategy, run by run: a row a run, a column a further
/// strategy.
MatrixXd run_differences(const ResultsDecision& decision, double wtp) {
    const auto runs = static_cast<Index>(decision.cost.front().values.size());
    MatrixXd differences(runs, static_cast<Index>(decision.cost.size()) - 1);
    const auto benefit = [&](std::size_t strategy, Index run) {
        const auto place = static_cast<std::size_t>(run);
        return wtp * decision.effect[strategy].values[place] -
               decision.cost[strategy].values[place];
    };
    for (Index d = 0; d < differences.cols(); ++d) {
        for (Index run = 0; run < runs; ++run) {
            differences(run, d) = benefit(static_cast<std::size_t>(d) + 1, run) - benefit(0, run);
        }
    }
    return differences;
}

/// A symmetric matrix without its negative parts, to a power of its eigenvalues; zeros stay zero.
MatrixXd power_of(const MatrixXd& symmetric, double power) {
    const Eigen::SelfAdjointEigenSolver<MatrixXd> parts(symmetric);
    const double least = 1e-12 * parts.eigenvalues().cwiseAbs().maxCoeff();
    const VectorXd powers = parts.eigenvalues().unaryExpr(
        [least, power](double value) { return value > least ? std::pow(value, power) : 0.0; });
    return parts.eigenvectors() * powers.asDiagonal() * parts.eigenvectors().transpose();
}

/// The symmetric matrix M with M S M = P: it gives values of covariance S the covariance P (optimal
/// transport).
MatrixXd transport(const MatrixXd& from, const MatrixXd& to) {
    const MatrixXd root = power_of(from, 0.5);
    const MatrixXd inverse = power_of(from, -0.5);
    return inverse * power_of(root * to * root, 0.5) * inverse;
}

}  // namespace

std::vector<std::vector<double>> net_benefits(const DecisionSamples& samples, double wtp) {
    std::vector<std::vector<double>> benefits;
    for (const Strategy& strategy : samples.strategies) {
        std::vector<double>& values = benefits.emplace_back();
        values.reserve(strategy.cost.size());
        for (std::size_t draw = 0; draw < strategy.cost.size(); ++draw) {
            values.push_back(wtp * strategy.effect[draw] - strategy.cost[draw]);
        }
    }
    return benefits;
}

double gain_of_knowing(const std::vector<std::vector<double>>& by_strategy) {
    double best = mean_over_draws(by_strategy.front());
    for (const std::vector<double>& values : by_strategy)
        best = std::max(best, mean_over_draws(values));
    return mean_over_draws(greatest_of(by_strategy)) - best;
}

DecisionAt decide(const DecisionSamples& samples, double wtp) {
    const std::vector<std::vector<double>> benefits = net_benefits(samples, wtp);
    DecisionAt decision;
    decision.wtp = wtp;
    decision.share_best = shares_best(benefits, rounding_of(samples, wtp));
    const double best = mean_over_draws(greatest_of(benefits));
    for (const std::vector<double>& values : benefits) {
        decision.net_benefit.push_back(mean_over_draws(values));
        decision.expected_loss.push_back(best - decision.net_benefit.back());
    }
    const auto least = std::ranges::min_element(decision.expected_loss);
    decision.best = static_cast<std::size_t>(least - decision.expected_loss.begin());
    decision.evpi = *least;
    return decision;
}

std::vector<Regret> regrets(const DecisionSamples& samples, double wtp) {
    const std::vector<std::vector<double>> benefits = net_benefits(samples, wtp);
    const std::vector<double> greatest = greatest_of(benefits);
    std::vector<Regret> result;
    for (const std::vector<double>& values : benefits) {
        std::vector<double> lost;
        for (std::size_t draw = 0; draw < values.size(); ++draw) {
            lost.push_back(greatest[draw] - values[draw]);
        }
        result.push_back(
            {*std::ranges::max_element(lost), quantile_of(lost, 0.9), mean_over_draws(lost)});
    }
    return result;
}

double evpi_without_luck(const ResultsDecision& decision, double wtp) {
    const auto draws = static_cast<Index>(decision.samples.draws());
    if (draws < 3 || decision.cost.size() < 2) return decision.cost.size() == 1 ? 0.0 : no_value;
    const auto replicates = static_cast<Index>(decision.cost.front().replicates);
    if (replicates < 2) return no_value;

    const MatrixXd runs = run_differences(decision, wtp);
    MatrixXd means(draws, runs.cols());
    MatrixXd within = MatrixXd::Zero(runs.cols(), runs.cols());
    for (Index draw = 0; draw < draws; ++draw) {
        const MatrixXd of_draw = runs.middleRows(draw * replicates, replicates);
        means.row(draw) = of_draw.colwise().mean();
        const MatrixXd apart = of_draw.rowwise() - means.row(draw);
        within += apart.transpose() * apart;
    }
    within /= static_cast<double>(draws * (replicates - 1) * replicates);
    const Eigen::RowVectorXd center = means.colwise().mean();
    const MatrixXd apart = means.rowwise() - center;
    const MatrixXd between = apart.transpose() * apart / static_cast<double>(draws - 1);
    const MatrixXd drawn_in = (apart * transport(between, between - within)).rowwise() + center;

    std::vector<std::vector<double>> by_strategy{
        std::vector<double>(static_cast<std::size_t>(draws), 0.0)};
    for (Index d = 0; d < drawn_in.cols(); ++d) {
        by_strategy.emplace_back(drawn_in.col(d).begin(), drawn_in.col(d).end());
    }
    return gain_of_knowing(by_strategy);
}

}  // namespace cantiere
