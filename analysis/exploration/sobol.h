#pragma once
/// Variance-based sensitivity: which parameters, alone and together, make an output vary.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/exploration/design.h"

namespace cantiere {

/// How the rows of a Saltelli design follow one another: for each base point A, AB_1..AB_D, with
/// the second order BA_1..BA_D, then B.
struct SaltelliShape {
    std::size_t base = 0;  // base points
    std::size_t columns = 0;
    SecondOrder second_order = SecondOrder::no;

    std::size_t rows_a_point() const {
        return (second_order == SecondOrder::yes ? 2 * columns : columns) + 2;
    }
};

/// Recognises a Saltelli design by its rows; nothing when they are of another design.
std::optional<SaltelliShape> saltelli_shape(const Rows& design);

/// A share of the output's variance with its 95 % interval, by bootstrap over base points.
struct VarianceShare {
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
};

struct SobolIndex {
    VarianceShare first;  // S: alone (Saltelli et al. 2010)
    VarianceShare total;  // ST: with all its interactions (Jansen 1999)
};

/// What two parameters do together beyond each alone (Saltelli 2002).
struct SobolPair {
    std::size_t a = 0;
    std::size_t b = 0;
    VarianceShare share;
};

struct SobolIndices {
    double variance =
        0.0;  // of the output over rows A and B together; all shares are 0 where it is 0
    std::vector<SobolIndex> columns;
    std::vector<SobolPair> pairs;  // of designs with the second order
};

/// Returns the indices of an output with one value a row of the design. Shares are estimates: they
/// may fall a little below 0 or above 1. The bootstrap has 1,000 resamples keyed by the seed.
SobolIndices sobol_indices(const SaltelliShape& shape,
                           const std::vector<double>& output,
                           std::uint64_t seed);

}  // namespace cantiere
