#pragma once
/// Global sensitivity from a design and the outputs of its rows, whoever ran them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/exploration/design.h"

namespace cantiere {

/// Elementary effects of one column: of a step over the whole range of the column.
struct MorrisIndex {
    double mu = 0.0;
    double mu_star = 0.0;  // mean of absolute effects (Campolongo, Cariboni and Saltelli 2007)
    double sigma = 0.0;
    double mu_star_low = 0.0, mu_star_high = 0.0;  // 95 %, bootstrap over trajectories
};

/// Tells whether rows are trajectories: blocks of D + 1 rows whose neighbours differ in one column,
/// each column once. Returns the first row (from 0) that is not so; the number of rows where all
/// are.
std::size_t first_outside_trajectories(const Rows& design);

/// Returns the number of levels that the rows show: the most values of a column, those apart by
/// rounding only taken for one.
std::size_t levels_seen(const Rows& design);

/// Returns the index of every column; the rows must be trajectories over a grid of `levels`.
std::vector<MorrisIndex> morris_indices(const Rows& design,
                                        const std::vector<double>& output,
                                        std::size_t levels,
                                        std::uint64_t seed);

/// How far the output's distribution moves with one column: Kolmogorov-Smirnov distances between
/// all rows and those of each tenth of the column (Pianosi and Wagener 2018).
struct PawnIndex {
    double median = 0.0;
    double max = 0.0;
};

/// Returns the index of every column of any design, over `slices` of equal numbers of rows.
std::vector<PawnIndex> pawn_indices(const Rows& design,
                                    const std::vector<double>& output,
                                    std::size_t slices = 10);

/// Returns the Kolmogorov-Smirnov distance of two samples; 0 where one is empty.
double kolmogorov_smirnov(std::vector<double> a, std::vector<double> b);

}  // namespace cantiere
