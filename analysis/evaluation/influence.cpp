#include "analysis/evaluation/influence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <Eigen/Dense>
#include <boost/math/distributions/fisher_f.hpp>

#include "analysis/evaluation/decision.h"
#include "model/core/quantiles.h"

namespace cantiere {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

std::vector<std::size_t> rising_order(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::less{}, [&](std::size_t i) { return values[i]; });
    return order;
}

/// Ranks from 1; equals share the mean of theirs.
VectorXd shared_ranks(const std::vector<double>& values) {
    const std::vector<std::size_t> order = rising_order(values);
    VectorXd ranks(static_cast<Index>(values.size()));
    for (std::size_t first = 0; first < order.size();) {
        std::size_t after = first + 1;
        while (after < order.size() && values[order[after]] == values[order[first]]) ++after;
        const double shared = 0.5 * static_cast<double>(first + 1 + after);
        for (; first < after; ++first) ranks(static_cast<Index>(order[first])) = shared;
    }
    return ranks;
}

VectorXd normal_scores(const std::vector<double>& values) {
    const auto count = static_cast<double>(values.size());
    const VectorXd scores = shared_ranks(values).unaryExpr(
        [&](double rank) { return normal_quantile((rank - 0.375) / (count + 0.25)); });
    return scores.array() - scores.mean();
}

bool is_constant(const std::vector<double>& values) {
    const auto [least, greatest] = std::ranges::minmax_element(values);
    return *least == *greatest;
}

/// Orthonormal columns of mean zero that span the ranks and their squares.
MatrixXd rank_basis(const std::vector<std::vector<double>>& columns) {
    const auto rows = static_cast<Index>(columns.front().size());
    MatrixXd terms(rows, 2 * static_cast<Index>(columns.size()));
    for (std::size_t j = 0; j < columns.size(); ++j) {
        VectorXd ranks = shared_ranks(columns[j]) / static_cast<double>(rows);
        ranks.array() -= ranks.mean();
        const VectorXd squares = ranks.array().square();
        terms.col(2 * static_cast<Index>(j)) = ranks;
        terms.col(2 * static_cast<Index>(j) + 1) = squares.array() - squares.mean();
    }
    Eigen::ColPivHouseholderQR<MatrixXd> factored(terms);
    factored.setThreshold(1e-9);
    return factored.householderQ() * MatrixXd::Identity(rows, factored.rank());
}

/// The F-test of one response on an orthonormal basis.
double p_value_of(const MatrixXd& basis, const std::vector<double>& response) {
    const Eigen::Map<const VectorXd> scores(response.data(), static_cast<Index>(response.size()));
    const auto terms = static_cast<double>(basis.cols());
    const double left = static_cast<double>(basis.rows()) - 1.0 - terms;
    if (left < 1.0) return 1.0;
    const double explained = (basis.transpose() * scores).squaredNorm();
    const double unexplained = scores.squaredNorm() - explained;
    if (!(unexplained > 1e-12 * explained)) return 0.0;
    const boost::math::fisher_f law(terms, left);
    return boost::math::cdf(complement(law, explained / terms / (unexplained / left)));
}

}  // namespace

ScoredResponses scored(const std::vector<std::vector<double>>& responses) {
    ScoredResponses result;
    for (const std::vector<double>& response : responses) {
        if (is_constant(response)) continue;
        const VectorXd scores = normal_scores(response);
        result.scores.emplace_back(scores.begin(), scores.end());
    }
    return result;
}

double influence_p_value(const std::vector<std::vector<double>>& columns,
                         const std::vector<std::vector<double>>& responses) {
    return influence_p_values(columns, {scored(responses)}).front();
}

std::vector<double> influence_p_values(const std::vector<std::vector<double>>& columns,
                                       const std::vector<ScoredResponses>& sets) {
    const MatrixXd basis = rank_basis(columns);
    std::vector<double> p_values;
    for (const ScoredResponses& responses : sets) {
        double least = 1.0;
        for (const std::vector<double>& response : responses.scores) {
            if (basis.cols() > 0) least = std::min(least, p_value_of(basis, response));
        }
        const double tested = std::max(static_cast<double>(responses.scores.size()), 1.0);
        p_values.push_back(std::min(least * tested, 1.0));
    }
    return p_values;
}

std::vector<std::vector<double>> differences_from_best(const DecisionSamples& samples, double wtp) {
    const std::vector<std::vector<double>> benefits = net_benefits(samples, wtp);
    const std::size_t best = decide(samples, wtp).best;
    std::vector<std::vector<double>> differences;
    for (std::size_t d = 0; d < benefits.size(); ++d) {
        if (d == best) continue;
        std::vector<double>& one = differences.emplace_back();
        for (std::size_t i = 0; i < benefits[d].size(); ++i) {
            one.push_back(benefits[d][i] - benefits[best][i]);
        }
    }
    return differences;
}

std::vector<double> false_discovery_rates(const std::vector<double>& p_values) {
    const std::vector<std::size_t> order = rising_order(p_values);
    const auto count = static_cast<double>(p_values.size());
    std::vector<double> rates(p_values.size());
    double least = 1.0;
    for (std::size_t place = order.size(); place > 0; --place) {
        const std::size_t one = order[place - 1];
        least = std::min(least, p_values[one] * count / static_cast<double>(place));
        rates[one] = least;
    }
    return rates;
}

}  // namespace cantiere
