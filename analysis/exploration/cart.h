#pragma once
/// Scenario discovery by a classification tree (CART): a check on boxes by another method.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/exploration/input_box.h"

namespace cantiere {

struct CartSettings {
    double least_leaf = 0.05;  // of all cases
    std::size_t folds = 10;    // of the cross validation that prunes
    std::uint64_t seed = 1;    // of the folds
};

/// A leaf that holds many cases of interest.
struct TreeLeaf {
    std::vector<ColumnLimit> limits;
    BoxQuality quality;
};

struct DiscoveredTree {
    std::vector<TreeLeaf> leaves;      // the best first, by coverage x density
    std::size_t all_leaves = 1;        // of the tree
    std::vector<std::size_t> columns;  // that the leaves restrict
};

/// Grows a tree and cuts it back to the smallest whose squared error on cases left out, in folds,
/// is within one standard error of the least (the 1-SE rule). Its leaves are told where cases of
/// interest are the majority and denser than in all; where they are nowhere the majority, where
/// they are denser.
DiscoveredTree discover_tree(const FactorTable& inputs,
                             const std::vector<bool>& of_interest,
                             const CartSettings& settings);

}  // namespace cantiere
