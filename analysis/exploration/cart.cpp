#include "analysis/exploration/cart.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>
#include <utility>

#include "analysis/exploration/classification_tree.h"
#include "scenarios/sampling.h"

namespace cantiere {
namespace {

/// The fold of each row: as many rows in each, drawn by key.
std::vector<std::size_t> folds_of(std::size_t rows, const CartSettings& settings) {
    std::vector<std::pair<double, std::size_t>> keys;
    for (std::size_t i = 0; i < rows; ++i) {
        keys.emplace_back(keyed_uniform(settings.seed, "fold", i), i);
    }
    std::ranges::sort(keys);
    std::vector<std::size_t> folds(rows);
    for (std::size_t place = 0; place < rows; ++place) {
        folds[keys[place].second] = place % settings.folds;
    }
    return folds;
}

/// Squared error with which a tree foresees one case.
double error_of(const Tree& tree, const CutTree& cut, const Cases& cases, std::size_t row) {
    const double p = density(tree[leaf_of(tree, cut, cases.inputs.rows[row])].held);
    return std::pow((cases.of_interest[row] ? 1.0 : 0.0) - p, 2.0);
}

/// Squared errors of each row, left out of the tree that foresees it, at each price.
std::vector<std::vector<double>> errors_left_out(const Cases& cases,
                                                 const std::vector<double>& prices,
                                                 const CartSettings& settings) {
    const std::vector<std::size_t> folds = folds_of(cases.left.size(), settings);
    std::vector<std::vector<double>> errors(prices.size());
    for (std::size_t fold = 0; fold < settings.folds; ++fold) {
        const auto is_out = [&](std::size_t i) { return folds[i] == fold; };
        Cases others = cases;
        std::erase_if(others.left, is_out);
        if (others.left.empty() || others.left.size() == cases.left.size()) continue;
        others.all = static_cast<double>(others.left.size());
        std::vector<std::size_t> out;
        std::ranges::copy_if(cases.left, std::back_inserter(out), is_out);
        const Tree tree = grown_tree(others, settings.least_leaf);
        const std::vector<CutTree> cuts = cut_trees(tree);
        for (std::size_t k = 0; k < prices.size(); ++k) {
            const auto dearer = std::ranges::upper_bound(cuts, prices[k], {}, &CutTree::price);
            const CutTree& cut = *std::prev(dearer);  // the first has price 0
            for (const std::size_t i : out) errors[k].push_back(error_of(tree, cut, cases, i));
        }
    }
    return errors;
}

double mean_error(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double standard_error_of(const std::vector<double>& values) {
    const double mean = mean_error(values);
    double sum = 0.0;
    for (const double value : values) sum += (value - mean) * (value - mean);
    return std::sqrt(sum) / static_cast<double>(values.size());
}

/// The smallest tree that foresees cases left out within one standard error of the best.
const CutTree& chosen_cut(const Cases& cases,
                          const std::vector<CutTree>& cuts,
                          const CartSettings& settings) {
    if (cuts.size() == 1) return cuts.front();
    std::vector<double> prices;  // each stands for those up to the next tree: geometric means
    for (std::size_t k = 0; k + 1 < cuts.size(); ++k) {
        prices.push_back(std::sqrt(cuts[k].price * cuts[k + 1].price));
    }
    prices.push_back(cuts.back().price * 2.0 + 1.0);  // the root alone
    const std::vector<std::vector<double>> errors = errors_left_out(cases, prices, settings);
    if (errors.front().empty()) return cuts.back();
    const auto least = std::ranges::min_element(errors, {}, mean_error);
    const double limit = mean_error(*least) + standard_error_of(*least);
    std::size_t k = errors.size() - 1;
    while (mean_error(errors[k]) > limit) --k;
    return cuts[k];
}

/// The leaves that are told, the best first.
std::vector<std::size_t> leaves_told(const Tree& tree, const CutTree& cut) {
    const double of_all = density(tree.front().held);
    std::vector<std::size_t> denser, majority;
    std::vector<std::size_t> open{0};
    while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        const double p = density(tree[node].held);
        if (!cut.is_leaf[node]) {
            open.insert(open.end(), {tree[node].children, tree[node].children + 1});
        } else if (p > of_all) {
            denser.push_back(node);
            if (p > 0.5) majority.push_back(node);
        }
    }
    std::vector<std::size_t> told = majority.empty() ? denser : majority;
    std::ranges::sort(told, std::greater{}, [&](std::size_t node) {
        return std::pair(
            density(tree[node].held) * static_cast<double>(tree[node].held.of_interest),
            tree.size() - node);
    });
    return told;
}

}  // namespace

DiscoveredTree discover_tree(const FactorTable& inputs,
                             const std::vector<bool>& of_interest,
                             const CartSettings& settings) {
    DiscoveredTree found;
    if (inputs.rows.empty()) return found;
    const Cases cases = all_cases(inputs, of_interest);
    const Tree tree = grown_tree(cases, settings.least_leaf);
    const std::vector<CutTree> cuts = cut_trees(tree);
    const CutTree& cut = chosen_cut(cases, cuts, settings);
    found.all_leaves = below_nodes(tree, cut.is_leaf).front().leaves;
    for (const std::size_t node : leaves_told(tree, cut)) {
        const InputBox& box = tree[node].box;
        found.leaves.push_back({limits_of(inputs, box), quality_of(cases, box, tree[node].held)});
        for (const std::size_t column : restricted_columns(box)) found.columns.push_back(column);
    }
    std::ranges::sort(found.columns);
    found.columns.erase(std::ranges::unique(found.columns).begin(), found.columns.end());
    return found;
}

}  // namespace cantiere
