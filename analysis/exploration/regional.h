#pragma once
/// Regional sensitivity: which parameters tell the runs of interest from the others.

#include <vector>

#include "analysis/exploration/design.h"

namespace cantiere {

/// How far apart one column lies in the runs of interest and in the others (Hornberger and Spear
/// 1981).
struct RegionalIndex {
    double distance = 0.0;   // Kolmogorov-Smirnov, of two samples
    double p_value = 1.0;    // of no difference, asymptotic
    double median_in = 0.0;  // of the column, in the runs of interest
    double median_out = 0.0;
};

/// Returns the index of every column; where no run or every run is of interest, distances are 0.
std::vector<RegionalIndex> regional_indices(const Rows& design,
                                            const std::vector<bool>& of_interest);

}  // namespace cantiere
