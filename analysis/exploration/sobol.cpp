#include "analysis/exploration/sobol.h"

#include <algorithm>
#include <numeric>

#include "analysis/statistics.h"
#include "model/core/contracts.h"
#include "scenarios/sampling.h"

namespace cantiere {
namespace {

/// Tells whether a row is `from` with one column taken out of `other`.
bool is_exchanged(const std::vector<double>& row,
                  const std::vector<double>& from,
                  const std::vector<double>& other,
                  std::size_t column) {
    for (std::size_t j = 0; j < row.size(); ++j) {
        if (row[j] != (j == column ? other[j] : from[j])) return false;
    }
    return true;
}

bool is_of_shape(const Rows& design, const SaltelliShape& shape) {
    const std::size_t stride = shape.rows_a_point();
    for (std::size_t start = 0; start < design.size(); start += stride) {
        const std::vector<double>& a = design[start];
        const std::vector<double>& b = design[start + stride - 1];
        for (std::size_t j = 0; j < shape.columns; ++j) {
            if (!is_exchanged(design[start + 1 + j], a, b, j)) return false;
            if (shape.second_order == SecondOrder::yes &&
                !is_exchanged(design[start + 1 + shape.columns + j], b, a, j)) {
                return false;
            }
        }
    }
    return true;
}

/// The outputs of a base point by what was exchanged, less the mean of rows A and B.
class Outputs {
  public:
    Outputs(const SaltelliShape& shape, const std::vector<double>& output)
        : shape_(shape), output_(output) {
        for (std::size_t i = 0; i < shape.base; ++i) center_ += at(i, 0) + at(i, last());
        center_ /= 2.0 * static_cast<double>(shape.base);
    }

    double a(std::size_t i) const { return at(i, 0) - center_; }
    double b(std::size_t i) const { return at(i, last()) - center_; }
    double ab(std::size_t i, std::size_t j) const { return at(i, 1 + j) - center_; }
    double ba(std::size_t i, std::size_t j) const {
        return at(i, 1 + shape_.columns + j) - center_;
    }

  private:
    std::size_t last() const { return shape_.rows_a_point() - 1; }
    double at(std::size_t i, std::size_t row) const {
        return output_[i * shape_.rows_a_point() + row];
    }

    const SaltelliShape& shape_;
    const std::vector<double>& output_;
    double center_ = 0.0;
};

/// The terms whose means over base points make the indices: they are found once, and resampled.
struct Terms {
    std::vector<double> sum, squares;               // of A and B: f_A + f_B, f_A^2 + f_B^2
    std::vector<std::vector<double>> first, total;  // by column
    std::vector<std::vector<double>> together;      // by pair
};

std::vector<SobolPair> pairs_of(const SaltelliShape& shape) {
    std::vector<SobolPair> pairs;
    for (std::size_t a = 0; shape.second_order == SecondOrder::yes && a < shape.columns; ++a) {
        for (std::size_t b = a + 1; b < shape.columns; ++b) pairs.push_back({a, b, {}});
    }
    return pairs;
}

Terms terms_of(const SaltelliShape& shape, const std::vector<double>& output) {
    const Outputs f(shape, output);
    const std::vector<SobolPair> pairs = pairs_of(shape);
    Terms terms;
    terms.first.resize(shape.columns);
    terms.total.resize(shape.columns);
    terms.together.resize(pairs.size());
    for (std::size_t i = 0; i < shape.base; ++i) {
        terms.sum.push_back(f.a(i) + f.b(i));
        terms.squares.push_back(f.a(i) * f.a(i) + f.b(i) * f.b(i));
        for (std::size_t j = 0; j < shape.columns; ++j) {
            const double moved = f.ab(i, j) - f.a(i);
            terms.first[j].push_back(f.b(i) * moved);
            terms.total[j].push_back(0.5 * moved * moved);
        }
        for (std::size_t p = 0; p < pairs.size(); ++p) {
            terms.together[p].push_back(f.ba(i, pairs[p].a) * f.ab(i, pairs[p].b) -
                                        f.a(i) * f.b(i));
        }
    }
    return terms;
}

using Points = std::vector<std::size_t>;

double mean_over(const std::vector<double>& values, const Points& points) {
    double sum = 0.0;
    for (const std::size_t i : points) sum += values[i];
    return sum / static_cast<double>(points.size());
}

double variance_over(const Terms& terms, const Points& points) {
    const double mean = 0.5 * mean_over(terms.sum, points);
    return 0.5 * mean_over(terms.squares, points) - mean * mean;
}

/// All shares, in the order first, total, together; zeros where nothing varies.
std::vector<double> shares_over(const Terms& terms, const Points& points, double least_variance) {
    const std::size_t columns = terms.first.size();
    const double variance = variance_over(terms, points);
    std::vector<double> shares(2 * columns + terms.together.size(), 0.0);
    if (variance <= least_variance) return shares;
    for (std::size_t j = 0; j < columns; ++j) {
        shares[j] = mean_over(terms.first[j], points) / variance;
        shares[columns + j] = mean_over(terms.total[j], points) / variance;
    }
    std::size_t p = 0;
    for (std::size_t a = 0; a < columns; ++a) {
        for (std::size_t b = a + 1; p < terms.together.size() && b < columns; ++b, ++p) {
            shares[2 * columns + p] =
                mean_over(terms.together[p], points) / variance - shares[a] - shares[b];
        }
    }
    return shares;
}

/// Indices of the base points of one resample.
Points resample(std::size_t base, std::uint64_t seed, std::size_t number) {
    Points points(base);
    for (std::size_t i = 0; i < base; ++i) {
        const double u = keyed_uniform(seed, "bootstrap", number * base + i);
        points[i] = static_cast<std::size_t>(u * static_cast<double>(base));
    }
    return points;
}

std::vector<VarianceShare> with_intervals(const Terms& terms,
                                          double least_variance,
                                          std::uint64_t seed) {
    constexpr std::size_t resamples = 1000;
    const std::size_t base = terms.sum.size();
    Points all(base);
    std::iota(all.begin(), all.end(), std::size_t{0});
    const std::vector<double> shares = shares_over(terms, all, least_variance);
    std::vector<std::vector<double>> again(shares.size());
    for (std::size_t r = 0; r < resamples; ++r) {
        const auto resampled = shares_over(terms, resample(base, seed, r), least_variance);
        for (std::size_t s = 0; s < shares.size(); ++s) again[s].push_back(resampled[s]);
    }
    std::vector<VarianceShare> result;
    for (std::size_t s = 0; s < shares.size(); ++s) {
        result.push_back({shares[s], quantile_of(again[s], 0.025), quantile_of(again[s], 0.975)});
    }
    return result;
}

}  // namespace

std::optional<SaltelliShape> saltelli_shape(const Rows& design) {
    if (design.empty()) return std::nullopt;
    for (const SecondOrder order : {SecondOrder::no, SecondOrder::yes}) {
        SaltelliShape shape{0, design.front().size(), order};
        if (design.size() % shape.rows_a_point() != 0) continue;
        shape.base = design.size() / shape.rows_a_point();
        if (is_of_shape(design, shape)) return shape;
    }
    return std::nullopt;
}

SobolIndices sobol_indices(const SaltelliShape& shape,
                           const std::vector<double>& output,
                           std::uint64_t seed) {
    expects(output.size() == shape.base * shape.rows_a_point(), "an output for every row");
    SobolIndices indices;
    indices.columns.resize(shape.columns);
    indices.pairs = pairs_of(shape);
    const auto [low, high] = std::ranges::minmax(output);
    if (low == high) return indices;

    const Terms terms = terms_of(shape, output);
    Points all(shape.base);
    std::iota(all.begin(), all.end(), std::size_t{0});
    indices.variance = variance_over(terms, all);
    const double nothing = 1e-20 * (high - low) * (high - low);
    const std::vector<VarianceShare> shares = with_intervals(terms, nothing, seed);
    for (std::size_t j = 0; j < shape.columns; ++j) {
        indices.columns[j] = {shares[j], shares[shape.columns + j]};
    }
    for (std::size_t p = 0; p < indices.pairs.size(); ++p) {
        indices.pairs[p].share = shares[2 * shape.columns + p];
    }
    return indices;
}

}  // namespace cantiere
