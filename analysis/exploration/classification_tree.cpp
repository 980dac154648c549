#include "analysis/exploration/classification_tree.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

namespace cantiere {
namespace {

/// Cases times the squared error p (1 - p) of their density: half of the Gini impurity.
double squared_error(const HeldCases& held) {
    const double p = density(held);
    return static_cast<double>(held.cases) * p * (1.0 - p);
}

HeldCases rest_of(const HeldCases& all, const HeldCases& part) {
    return {all.cases - part.cases, all.of_interest - part.of_interest};
}

HeldCases held_among(const Cases& cases, const std::vector<std::size_t>& rows) {
    const auto of_interest =
        std::ranges::count_if(rows, [&](std::size_t i) { return cases.of_interest[i]; });
    return {rows.size(), static_cast<std::size_t>(of_interest)};
}

/// Cases alike in one column: of one value, or of one category.
struct Alike {
    double value = 0.0;
    HeldCases held;
};

/// The cases of a node by their values of a column; categories in the order of their density.
std::vector<Alike> alike_by(const Cases& cases,
                            const std::vector<std::size_t>& rows,
                            std::size_t column) {
    std::vector<std::pair<double, bool>> values;
    for (const std::size_t i : rows) {
        values.emplace_back(cases.inputs.rows[i][column], cases.of_interest[i]);
    }
    std::ranges::sort(values);
    std::vector<Alike> groups;
    for (const auto& [value, is_of_interest] : values) {
        if (groups.empty() || groups.back().value != value) groups.push_back({value, {}});
        ++groups.back().held.cases;
        groups.back().held.of_interest += is_of_interest ? 1U : 0U;
    }
    if (!cases.inputs.factors[column].categories.empty()) {
        std::ranges::stable_sort(groups, {}, [](const Alike& one) { return density(one.held); });
    }
    return groups;
}

/// A node cut in two, and by how much that lowers the squared error.
struct Split {
    InputBox first, second;
    double gain = 0.0;
};

/// The boxes on both sides of the border before the group `next`.
Split split_before(const Factor& factor,
                   const InputBox& box,
                   std::size_t column,
                   const std::vector<Alike>& groups,
                   std::size_t next) {
    Split split{box, box, 0.0};
    if (factor.categories.empty()) {
        const double border = 0.5 * (groups[next - 1].value + groups[next].value);
        split.first[column].high = border;
        split.second[column].low = border;
        return split;
    }
    // A category that no case of the node has goes to the second part.
    for (std::size_t c = 0; c < factor.categories.size(); ++c) {
        const auto found = std::ranges::find(groups, static_cast<double>(c), &Alike::value);
        const bool is_first = found - groups.begin() < static_cast<std::ptrdiff_t>(next);
        std::vector<std::size_t>& without = (is_first ? split.second : split.first)[column].without;
        if (std::ranges::find(without, c) == without.end()) without.push_back(c);
    }
    return split;
}

/// The split of one column that lowers the squared error most.
std::optional<Split> best_split_by(const Cases& cases,
                                   const TreeNode& node,
                                   const std::vector<std::size_t>& rows,
                                   std::size_t column,
                                   std::size_t least) {
    const std::vector<Alike> groups = alike_by(cases, rows, column);
    HeldCases first;
    std::size_t best = 0;
    double greatest = 0.0;
    for (std::size_t next = 1; next < groups.size(); ++next) {
        first.cases += groups[next - 1].held.cases;
        first.of_interest += groups[next - 1].held.of_interest;
        const HeldCases second = rest_of(node.held, first);
        if (first.cases < least || second.cases < least) continue;
        const double gain = squared_error(node.held) - squared_error(first) - squared_error(second);
        if (gain > greatest + 1e-9) {
            greatest = gain;
            best = next;
        }
    }
    if (best == 0) return std::nullopt;
    Split split = split_before(cases.inputs.factors[column], node.box, column, groups, best);
    split.gain = greatest;
    return split;
}

std::optional<Split> best_split(const Cases& cases,
                                const TreeNode& node,
                                const std::vector<std::size_t>& rows,
                                std::size_t least) {
    std::optional<Split> best;
    if (node.held.of_interest == 0 || node.held.of_interest == node.held.cases) return best;
    for (std::size_t column = 0; column < node.box.size(); ++column) {
        std::optional<Split> split = best_split_by(cases, node, rows, column, least);
        if (split && (!best || split->gain > best->gain + 1e-9)) best = std::move(split);
    }
    return best;
}

/// The price of a leaf at which a split no longer pays.
double price_of(const TreeNode& node, const BelowNode& below) {
    return (squared_error(node.held) - below.error) / static_cast<double>(below.leaves - 1);
}

/// Ends a tree at a node; what was below is then no part of it.
void collapse_at(const Tree& tree, std::size_t node, CutTree& cut) {
    if (cut.is_leaf[node]) return;
    cut.is_leaf[node] = true;
    collapse_at(tree, tree[node].children, cut);
    collapse_at(tree, tree[node].children + 1, cut);
}

/// Collapses the nodes whose branches cost least to give up; returns what a leaf of theirs is
/// worth.
double collapse_weakest(const Tree& tree, CutTree& cut) {
    const std::vector<BelowNode> below = below_nodes(tree, cut.is_leaf);
    double weakest = price_of(tree.front(), below.front());
    for (std::size_t node = 0; node < tree.size(); ++node) {
        if (!cut.is_leaf[node]) weakest = std::min(weakest, price_of(tree[node], below[node]));
    }
    for (std::size_t node = 0; node < tree.size(); ++node) {
        if (cut.is_leaf[node]) continue;
        if (price_of(tree[node], below[node]) <= weakest + 1e-9) collapse_at(tree, node, cut);
    }
    return weakest;
}

}  // namespace

Tree grown_tree(const Cases& cases, double least_leaf) {
    const auto least = static_cast<std::size_t>(
        std::max(1.0, std::ceil(least_leaf * static_cast<double>(cases.left.size()) - 1e-9)));
    Tree tree{{InputBox(cases.inputs.factors.size()), {}, 0}};
    std::vector<std::vector<std::size_t>> rows{cases.left};
    tree.front().held = held_among(cases, cases.left);
    for (std::size_t node = 0; node < tree.size(); ++node) {
        const std::optional<Split> split = best_split(cases, tree[node], rows[node], least);
        if (!split) continue;
        tree[node].children = tree.size();
        std::vector<std::size_t> first = rows[node];
        const auto rest = std::ranges::stable_partition(first, [&](std::size_t i) {
            return holds(split->first, cases.inputs.rows[i]);
        });
        std::vector<std::size_t> second(rest.begin(), rest.end());
        first.erase(rest.begin(), rest.end());
        const HeldCases held = held_among(cases, first);
        tree.push_back({split->first, held, 0});
        tree.push_back({split->second, rest_of(tree[node].held, held), 0});
        rows.push_back(std::move(first));
        rows.push_back(std::move(second));
        rows[node].clear();
    }
    return tree;
}

std::vector<CutTree> cut_trees(const Tree& tree) {
    CutTree cut{0.0, std::vector<bool>(tree.size())};
    for (std::size_t node = 0; node < tree.size(); ++node) {
        cut.is_leaf[node] = tree[node].children == 0;
    }
    std::vector<CutTree> cuts{cut};
    const auto cases = static_cast<double>(tree.front().held.cases);
    while (!cut.is_leaf.front()) {
        cut.price = collapse_weakest(tree, cut) / cases;
        cuts.push_back(cut);
    }
    return cuts;
}

std::vector<BelowNode> below_nodes(const Tree& tree, const std::vector<bool>& is_leaf) {
    std::vector<BelowNode> below(tree.size());
    for (std::size_t node = tree.size(); node-- > 0;) {
        below[node].error = squared_error(tree[node].held);
        if (is_leaf[node]) continue;
        const BelowNode& first = below[tree[node].children];
        const BelowNode& second = below[tree[node].children + 1];
        below[node] = {first.error + second.error, first.leaves + second.leaves};
    }
    return below;
}

std::size_t leaf_of(const Tree& tree, const CutTree& cut, const std::vector<double>& row) {
    std::size_t node = 0;
    while (!cut.is_leaf[node]) {
        const std::size_t first = tree[node].children;
        node = holds(tree[first].box, row) ? first : first + 1;
    }
    return node;
}

}  // namespace cantiere
