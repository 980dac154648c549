#pragma once
/// Growing classification trees and cutting them back (Breiman, Friedman, Olshen and Stone 1984).

#include <cstddef>
#include <vector>

#include "analysis/exploration/input_box.h"

namespace cantiere {

/// A node of a tree; of its two children the first has the lower numbers or the listed categories.
struct TreeNode {
    InputBox box;
    HeldCases held;
    std::size_t children = 0;  // place of the first one, the other after it; 0 for none
};

/// Nodes, each before its children; the root is the first.
using Tree = std::vector<TreeNode>;

/// Grows a tree over the cases left. A node splits where that lowers the Gini impurity 2 p (1 - p)
/// most: numbers midway between two values, words into two sets of categories (in the order of
/// their density, which holds the best of all pairs of sets: theorem 4.5); the first column where
/// several are as good. It ends where a child would have less than `least_leaf` of the cases, or
/// nothing is gained.
Tree grown_tree(const Cases& cases, double least_leaf);

/// A tree cut back: the nodes that end it, and from which price of a leaf on that is worth it.
struct CutTree {
    double price = 0.0;  // in mean squared error of the densities
    std::vector<bool> is_leaf;
};

/// Returns the trees of minimal cost-complexity, from the whole one to its root: each collapses the
/// nodes whose splits lower the squared error p (1 - p) least for each leaf they add (weakest
/// link).
std::vector<CutTree> cut_trees(const Tree& tree);

/// The error and the leaves below a node of a tree cut back.
struct BelowNode {
    double error = 0.0;  // cases times squared error
    std::size_t leaves = 1;
};

/// Measures what lies below each node.
std::vector<BelowNode> below_nodes(const Tree& tree, const std::vector<bool>& is_leaf);

/// Returns the node that ends a tree cut back for a row.
std::size_t leaf_of(const Tree& tree, const CutTree& cut, const std::vector<double>& row);

}  // namespace cantiere
