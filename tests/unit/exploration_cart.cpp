#include "analysis/exploration/cart.h"

#include "analysis/exploration/classification_tree.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

using Places = std::vector<std::size_t>;

/// Eight cases in a row: x from 1 to 8 beside a column that tells nothing.
struct EightNumbers {
    FactorTable inputs{{{"same", {}}, {"x", {}}}, {}};
    std::vector<bool> of_interest{false, false, false, true, true, true, true, false};

    EightNumbers() {
        for (double x = 1.0; x < 9.0; x += 1.0) inputs.rows.push_back({7.0, x});
    }
};

/// Eight cases by words: a 1 of 3, b 2 of 2, c 0 of 3 of interest.
struct EightWords {
    FactorTable inputs{{{"place", {"a", "b", "c"}}}, {{0}, {0}, {0}, {1}, {1}, {2}, {2}, {2}}};
    std::vector<bool> of_interest{true, false, false, true, true, false, false, false};
};

double gini(const TreeNode& node) {
    const double p = density(node.held);
    return 2.0 * p * (1.0 - p);
}

/// By how much a split lowers the Gini impurity.
double gini_gain(const Tree& tree, std::size_t node) {
    double below = 0.0;
    for (const std::size_t child : {tree[node].children, tree[node].children + 1}) {
        below += static_cast<double>(tree[child].held.cases) /
                 static_cast<double>(tree[node].held.cases) * gini(tree[child]);
    }
    return gini(tree[node]) - below;
}

}  // namespace

// Gini of the root: 2 x 1/2 x 1/2 = .5. Split at 3.5: 5/8 of the cases have 2 x .8 x .2 = .32, the
// others none: gain .5 - .2 = .3. At 4.5 (1 of 4, 3 of 4): .125; at 7.5 (4 of 7): .071. The rest
// is split at 7.5, gain .32.
TEST_CASE("A tree splits numbers where the Gini impurity falls most, by hand") {
    const EightNumbers eight;
    const Tree tree = grown_tree(all_cases(eight.inputs, eight.of_interest), 0.05);
    REQUIRE(tree.size() == 5);
    CHECK(*tree[1].box[1].high == 3.5);
    CHECK(*tree[2].box[1].low == 3.5);
    CHECK(tree[0].box[0].is_free());
    CHECK(gini_gain(tree, 0) == Approx(0.3).epsilon(1e-12));
    CHECK(tree[1].children == 0);
    REQUIRE(tree[2].children == 3);
    CHECK(*tree[3].box[1].low == 3.5);
    CHECK(*tree[3].box[1].high == 7.5);
    CHECK(gini_gain(tree, 2) == Approx(0.32).epsilon(1e-12));
}

// Cases x p (1 - p): root 2, right child .8, leaves 0. The right child's split spares .8 for one
// leaf more, the whole tree 2 for two: the former goes first, at .8 / 8. The root then spares
// 2 - .8 for one leaf: 1.2 / 8.
TEST_CASE("A tree is cut back at its weakest links, by hand") {
    const EightNumbers eight;
    const Tree tree = grown_tree(all_cases(eight.inputs, eight.of_interest), 0.05);
    const std::vector<CutTree> cuts = cut_trees(tree);
    REQUIRE(cuts.size() == 3);
    CHECK(cuts[0].price == 0.0);
    CHECK(below_nodes(tree, cuts[0].is_leaf)[0].leaves == 3);
    CHECK(cuts[1].price == Approx(0.1).epsilon(1e-12));
    CHECK(below_nodes(tree, cuts[1].is_leaf)[0].leaves == 2);
    CHECK(leaf_of(tree, cuts[1], {7.0, 8.0}) == 2);
    CHECK(leaf_of(tree, cuts[0], {7.0, 8.0}) == 4);
    CHECK(cuts[2].price == Approx(0.15).epsilon(1e-12));
    CHECK(cuts[2].is_leaf[0]);
}

// Root: 3 of 8, Gini 2 x 3/8 x 5/8 = .46875. {a, c} against {b}: 6/8 of 2 x 1/6 x 5/6 = .208333,
// gain .260417; {c} against {a, b}: 5/8 of 2 x 3/5 x 2/5 = .3, gain .16875.
TEST_CASE("A tree splits words into the two sets that lower the Gini impurity most, by hand") {
    const EightWords eight;
    const Cases cases = all_cases(eight.inputs, eight.of_interest);
    const Tree tree = grown_tree(cases, 0.25);
    REQUIRE(tree.size() == 5);
    CHECK(tree[1].box[0].without == Places{1});
    CHECK(tree[2].box[0].without == Places{0, 2});
    CHECK(tree[2].held.cases == 2);
    CHECK(gini_gain(tree, 0) == Approx(0.46875 - 0.75 * 2.0 * 5.0 / 36.0).epsilon(1e-12));
    const Tree coarse = grown_tree(cases, 0.3);  // three cases a leaf: {b} alone is too few
    REQUIRE(coarse.size() == 3);
    CHECK(coarse[1].box[0].without == Places{0, 1});
    CHECK(gini_gain(coarse, 0) == Approx(0.16875).epsilon(1e-12));
}

TEST_CASE("A tree finds a planted box, and nothing where nothing sorts the cases") {
    const std::vector<std::string> names{"a", "b", "c"};
    const FactorTable inputs = factors_of_numbers(names, latin_hypercube_rows(names, 1000, 9));
    std::vector<bool> planted, by_chance, rare;
    for (std::size_t i = 0; i < inputs.rows.size(); ++i) {
        const std::vector<double>& row = inputs.rows[i];
        planted.push_back(row[0] < 0.4 && row[2] > 0.5);
        by_chance.push_back(i % 3 == 0);
        rare.push_back(row[1] < 0.4 && i % 4 == 0);
    }
    const DiscoveredTree found = discover_tree(inputs, planted, {});
    CHECK(found.all_leaves == 3);
    CHECK(found.columns == Places{0, 2});
    REQUIRE(found.leaves.size() == 1);
    CHECK(*found.leaves[0].limits[0].high == Approx(0.4).margin(0.01));
    CHECK(*found.leaves[0].limits[1].low == Approx(0.5).margin(0.01));
    CHECK(found.leaves[0].quality.density == 1.0);
    CHECK(found.leaves[0].quality.coverage == 1.0);
    CHECK(found.leaves[0].quality.mass == Approx(0.2).margin(0.03));

    CHECK(discover_tree(inputs, by_chance, {}).leaves.empty());
    const DiscoveredTree of_few = discover_tree(inputs, rare, {});  // nowhere the majority
    REQUIRE(of_few.leaves.size() == 1);
    CHECK(of_few.columns == Places{1});
    CHECK(of_few.leaves[0].quality.density == Approx(0.25).margin(0.05));
    CHECK(discover_tree(inputs, std::vector<bool>(1000, true), {}).leaves.empty());
    CHECK(discover_tree(factors_of_numbers(names, {}), {}, {}).leaves.empty());
}
