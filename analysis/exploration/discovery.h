#pragma once
/// Scenario discovery: where the cases of interest lie, by boxes and by a tree as a check.

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/exploration/cart.h"
#include "analysis/exploration/prim.h"

namespace cantiere {

struct Discovery {
    std::string where;  // which cases are of interest, as written
    std::size_t cases = 0;
    std::size_t of_interest = 0;
    std::vector<Factor> factors;
    std::vector<DiscoveredBox> boxes;
    DiscoveredTree tree;
};

/// Looks for boxes and grows the tree, whose folds have the seed of the resamples of the boxes.
Discovery discover_cases(const std::string& where,
                         const FactorTable& inputs,
                         const std::vector<bool>& of_interest,
                         const PrimSettings& settings);

/// Lists the columns that any box restricts.
std::vector<std::size_t> columns_of_boxes(const Discovery& discovery);

/// Returns the names of columns.
std::vector<std::string> factor_names(const std::vector<std::size_t>& columns,
                                      const Discovery& discovery);

}  // namespace cantiere
