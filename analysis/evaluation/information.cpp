#include "analysis/evaluation/information.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include <Eigen/Dense>

#include "analysis/evaluation/decision.h"
#include "analysis/evaluation/influence.h"
#include "analysis/evaluation/smoother.h"
#include "analysis/statistics.h"
#include "model/core/contracts.h"
#include "model/core/quantiles.h"
#include "scenarios/sampling.h"

namespace cantiere {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using Columns = std::vector<std::vector<double>>;

constexpr std::uint64_t noise_seed = 1;

/// Differences in net benefit from the first strategy: a row a draw, a column a further strategy.
MatrixXd differences_from_first(const DecisionSamples& samples, double wtp) {
    const std::vector<std::vector<double>> benefits = net_benefits(samples, wtp);
    const auto vector = [](const std::vector<double>& values) {
        return Eigen::Map<const VectorXd>(values.data(), static_cast<Index>(values.size()));
    };
    MatrixXd differences(static_cast<Index>(samples.draws()),
                         static_cast<Index>(benefits.size()) - 1);
    for (Index d = 0; d < differences.cols(); ++d) {
        differences.col(d) =
            vector(benefits[static_cast<std::size_t>(d) + 1]) - vector(benefits.front());
    }
    return differences;
}

/// Mean of the greatest of the columns and 0, minus the greatest of their means and 0.
double gain(const MatrixXd& foreseen) {
    if (foreseen.cols() == 0) return 0.0;
    const double knowing = foreseen.rowwise().maxCoeff().cwiseMax(0.0).mean();
    return std::max(knowing - std::max(foreseen.colwise().mean().maxCoeff(), 0.0), 0.0);
}

/// The fits of all columns of differences, and what they foresee.
struct Foresight {
    std::vector<Smoother::Fit> fits;
    MatrixXd foreseen;
};

Foresight foresee(const Smoother& smoother, const MatrixXd& differences) {
    Foresight result{{}, MatrixXd(differences.rows(), differences.cols())};
    for (Index d = 0; d < differences.cols(); ++d) {
        result.fits.push_back(smoother.fit(differences.col(d)));
        result.foreseen.col(d) = smoother.values(result.fits.back());
    }
    return result;
}

double gain_by(const Smoother& smoother, const MatrixXd& differences) {
    return gain(foresee(smoother, differences).foreseen);
}

/// Standard normal numbers that are the same whatever they are used for.
MatrixXd keyed_normals(Index rows, Index cols, const std::string& name) {
    MatrixXd normals(rows, cols);
    for (Index i = 0; i < rows; ++i) {
        for (Index j = 0; j < cols; ++j) {
            const auto place = static_cast<std::uint64_t>(i * cols + j);
            normals(i, j) = normal_quantile(keyed_uniform(noise_seed, name, place));
        }
    }
    return normals;
}

/// The error that the draws leave: of the mean of the greatest minus the one chosen.
double sampling_variance(const MatrixXd& foreseen) {
    Index best = 0;
    const double greatest = foreseen.colwise().mean().maxCoeff(&best);
    VectorXd gained = foreseen.rowwise().maxCoeff().cwiseMax(0.0);
    if (greatest > 0.0) gained -= foreseen.col(best);
    const auto count = static_cast<double>(gained.size());
    return (gained.array() - gained.mean()).square().sum() / (count - 1.0) / count;
}

/// Lower triangle L with L L' the covariance of what the fits leave over.
MatrixXd residual_root(const Foresight& foresight, const MatrixXd& differences) {
    const MatrixXd left = differences - foresight.foreseen;
    MatrixXd covariance = left.transpose() * left;
    for (Index a = 0; a < covariance.rows(); ++a) {
        for (Index b = 0; b < covariance.cols(); ++b) {
            const double degrees = 0.5 * (foresight.fits[static_cast<std::size_t>(a)].degrees +
                                          foresight.fits[static_cast<std::size_t>(b)].degrees);
            covariance(a, b) /= std::max(static_cast<double>(left.rows()) - degrees, 1.0);
        }
    }
    const Eigen::SelfAdjointEigenSolver<MatrixXd> parts(covariance);
    return parts.eigenvectors() * parts.eigenvalues().cwiseMax(0.0).cwiseSqrt().asDiagonal();
}

/// The spread of the gain over the posterior of the coefficients, on some of the rows.
class CoefficientError {
  public:
    CoefficientError(const Smoother& smoother, Index differences)
        : smoother_(smoother),
          normals_(keyed_normals(samples * smoother.size(), differences, "coefficients")) {
        constexpr Index most_rows = 500;
        const Index step = (smoother.rows() + most_rows - 1) / most_rows;
        const Index count = (smoother.rows() + step - 1) / step;
        some_.resize(count, smoother.size());
        for (Index i = 0; i < count; ++i) some_.row(i) = smoother.basis().row(i * step);
    }

    double variance(const Foresight& foresight, const MatrixXd& differences) const {
        const MatrixXd noise = normals_ * residual_root(foresight, differences).transpose();
        VectorXd gains(samples);
        for (Index s = 0; s < samples; ++s) {
            MatrixXd sampled(some_.rows(), differences.cols());
            for (Index d = 0; d < differences.cols(); ++d) {
                const Smoother::Fit& fit = foresight.fits[static_cast<std::size_t>(d)];
                const VectorXd apart = fit.weights.cwiseSqrt().cwiseProduct(
                    noise.col(d).segment(s * smoother_.size(), smoother_.size()));
                sampled.col(d) = (some_ * (fit.coefficients + apart)).array() + fit.mean;
            }
            gains(s) = gain(sampled);
        }
        return (gains.array() - gains.mean()).square().sum() / static_cast<double>(samples - 1);
    }

  private:
    static constexpr Index samples = 100;

    const Smoother& smoother_;
    MatrixXd normals_;  // (samples x coefficients) x differences
    MatrixXd some_;     // rows of the basis
};

Columns group_columns(const DecisionSamples& samples, const ParameterGroup& group) {
    Columns columns;
    for (const std::size_t one : group.parameters)
        columns.push_back(samples.parameters[one].values);
    return columns;
}

/// Columns that have nothing to do with anything.
Columns dummies(std::size_t count, std::size_t rows, std::size_t set) {
    Columns columns;
    for (std::size_t j = 0; j < count; ++j) {
        std::vector<double>& column = columns.emplace_back();
        for (std::size_t i = 0; i < rows; ++i) {
            column.push_back(keyed_uniform(noise_seed, "dummy", (set * count + j) * rows + i));
        }
    }
    return columns;
}

/// The greatest gain that nothing gives, at each willingness to pay.
std::vector<double> noise_floor(const DecisionSamples& samples,
                                std::size_t columns,
                                const std::vector<double>& wtp) {
    constexpr std::size_t sets = 19;
    std::vector<double> floor(wtp.size(), 0.0);
    for (std::size_t set = 0; set < sets; ++set) {
        const Smoother smoother(dummies(columns, samples.draws(), set));
        for (std::size_t k = 0; k < wtp.size(); ++k) {
            floor[k] =
                std::max(floor[k], gain_by(smoother, differences_from_first(samples, wtp[k])));
        }
    }
    return floor;
}

/// The EVPPI of a group and its error, without the floor; `from_best` are the differences from the
/// best strategy at each willingness to pay.
InformationValue foreseen_value(const DecisionSamples& samples,
                                const ParameterGroup& group,
                                const std::vector<double>& wtp,
                                const std::vector<ScoredResponses>& from_best,
                                InformationErrors errors) {
    const Columns columns = group_columns(samples, group);
    const Smoother smoother(columns);
    std::optional<CoefficientError> error;
    if (errors == InformationErrors::yes) {
        error.emplace(smoother, static_cast<Index>(samples.strategies.size()) - 1);
    }
    InformationValue result;
    result.p_value = influence_p_values(columns, from_best);
    for (const double k : wtp) {
        const MatrixXd differences = differences_from_first(samples, k);
        const Foresight foresight = foresee(smoother, differences);
        result.value.push_back(std::min(gain(foresight.foreseen), decide(samples, k).evpi));
        if (!error) {
            result.se.push_back(no_value);
            continue;
        }
        result.se.push_back(differences.cols() == 0
                                ? 0.0
                                : std::sqrt(sampling_variance(foresight.foreseen) +
                                            error->variance(foresight, differences)));
    }
    return result;
}

double sd_of(const std::vector<double>& values) {
    const Eigen::Map<const VectorXd> map(values.data(), static_cast<Index>(values.size()));
    return std::sqrt((map.array() - map.mean()).square().sum() /
                     static_cast<double>(std::max<Index>(map.size() - 1, 1)));
}

}  // namespace

std::size_t least_draws(std::size_t parameters) {
    return std::max<std::size_t>(30, 10 * parameters);
}

std::vector<InformationValue> perfect_information(const DecisionSamples& samples,
                                                  const std::vector<ParameterGroup>& groups,
                                                  const std::vector<double>& wtp,
                                                  InformationErrors errors) {
    std::map<std::size_t, std::vector<double>> floors;  // by number of parameters
    std::vector<InformationValue> values;
    std::vector<ScoredResponses> from_best;
    for (const double k : wtp) from_best.push_back(scored(differences_from_best(samples, k)));
    for (const ParameterGroup& group : groups) {
        const std::size_t count = group.parameters.size();
        expects(samples.draws() >= least_draws(count), "draws enough for a regression");
        if (!floors.contains(count)) floors[count] = noise_floor(samples, count, wtp);
        values.push_back(foreseen_value(samples, group, wtp, from_best, errors));
        values.back().noise_floor = floors[count];
    }
    return values;
}

std::vector<double> sample_information(const DecisionSamples& samples,
                                       const StudyDesign& study,
                                       const std::vector<double>& wtp) {
    constexpr std::size_t studies = 5;
    const ParameterSample& parameter = samples.parameters[study.parameter];
    const double se = study.sd.value_or(sd_of(parameter.values)) / std::sqrt(study.observations);
    std::vector<double> result(wtp.size(), 0.0);
    for (std::size_t s = 0; s < studies; ++s) {
        std::vector<double> observed = parameter.values;
        for (std::size_t i = 0; i < observed.size(); ++i) {
            const double u = keyed_uniform(noise_seed, parameter.name, s * observed.size() + i);
            observed[i] += se * normal_quantile(u);
        }
        const Smoother smoother({observed});
        for (std::size_t k = 0; k < wtp.size(); ++k) {
            result[k] += gain_by(smoother, differences_from_first(samples, wtp[k])) / studies;
        }
    }
    const Smoother knowing({parameter.values});
    for (std::size_t k = 0; k < wtp.size(); ++k) {
        const double perfect = std::min(gain_by(knowing, differences_from_first(samples, wtp[k])),
                                        decide(samples, wtp[k]).evpi);
        result[k] = std::min(result[k], perfect);
    }
    return result;
}

double discounted_population(double first_year, std::size_t years, double rate_per_year) {
    double sum = 0.0;
    for (std::size_t t = 0; t < years; ++t) {
        sum += first_year / std::pow(1.0 + rate_per_year, static_cast<double>(t));
    }
    return sum;
}

}  // namespace cantiere
