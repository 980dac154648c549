#include "analysis/exploration/discovery_text.h"

#include <cmath>

#include "analysis/exploration/peeling.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

/// Cases of one category, and how many of them are of interest.
struct OfCategory {
    std::size_t cases = 0;
    std::size_t of_interest = 0;
};

/// A table of one column of words, `a`, `b`, `c` ... with so many cases each.
struct WordTable {
    FactorTable inputs{{{"place", {}}}, {}};
    std::vector<bool> of_interest;

    explicit WordTable(const std::vector<OfCategory>& categories) {
        for (std::size_t c = 0; c < categories.size(); ++c) {
            inputs.factors[0].categories.push_back(std::string(1, static_cast<char>('a' + c)));
            for (std::size_t i = 0; i < categories[c].cases; ++i) {
                inputs.rows.push_back({static_cast<double>(c)});
                of_interest.push_back(i < categories[c].of_interest);
            }
        }
    }

    Cases cases() const { return all_cases(inputs, of_interest); }
};

using Places = std::vector<std::size_t>;

}  // namespace

// Half of 20 cases are of interest. Without c 9 of 10 are (coverage x density .81), without b too
// all 6 are (.6): the box is a or b. Ten draws at one half give 9 or more in 11 of 1,024 cases.
TEST_CASE("A set of categories is found, with its quasi-p by hand") {
    const WordTable table({{6, 6}, {4, 3}, {10, 1}});
    const Discovery found = discover_cases("y > 0", table.inputs, table.of_interest, {});
    REQUIRE(found.boxes.size() >= 1);
    const DiscoveredBox& box = found.boxes.front();
    REQUIRE(box.limits.size() == 1);
    CHECK(box.limits[0].values == Places{0, 1});
    CHECK_FALSE(box.limits[0].low);
    CHECK_FALSE(box.limits[0].high);
    CHECK(box.limits[0].quasi_p == Approx(11.0 / 1024.0).epsilon(1e-12));
    CHECK(box.quality.coverage == Approx(0.9));
    CHECK(box.quality.density == Approx(0.9));
    CHECK(box.quality.mass == Approx(0.5));
    REQUIRE(box.trajectory.size() == 3);
    CHECK(box.trajectory[1].coverage == Approx(0.9));
    CHECK(box.trajectory[2].coverage == Approx(0.6));
    CHECK(box.trajectory[2].density == Approx(1.0));

    const auto json = discovery_json(found, Language::english);
    const auto& told = json["boxes"][0];
    CHECK(told["limits"]["place"]["values"].dump() == R"(["a","b"])");
    CHECK_FALSE(told["limits"]["place"].contains("low"));
    CHECK(told["sentence"] ==
          "y > 0 when place is a or b: 9 of 10 such cases, and 9 of 10 cases there.");
    CHECK(
        discovery_json(found, Language::italian)["boxes"][0]["sentence"] ==
        "y > 0 quando place è a o b: 9 dei 10 casi di questo tipo, e 9 dei 10 casi che vi stanno.");
    CHECK(discovery_text(found, Language::english, {}).find("a, b") != std::string::npos);
    Discovery many = found;  // as if of twenty cases of interest
    many.of_interest = 20;
    CHECK(discovery_text(many, Language::english, {200, {}})
              .find("90 % of all such cases, and 90 % of the cases there.") != std::string::npos);
}

// Of 20 cases 12 are of interest. Without c (10 cases) 8 of 10 are: .2 more, .02 for each case
// taken; without b (2 cases) 12 of 18 are: .067 more, .033 for each.
TEST_CASE("The category goes first whose loss raises the density most for each case taken") {
    const WordTable table({{8, 8}, {2, 0}, {10, 4}});
    const auto trajectory = peel(table.cases(), 0.05, 0.05);
    REQUIRE(trajectory.size() == 3);
    CHECK(trajectory[1][0].without == Places{1});
    CHECK(trajectory[2][0].without == Places{1, 2});
    CHECK(peel(table.cases(), 0.05, 0.95).size() == 1);  // b is a tenth of the cases
    CHECK(peel(table.cases(), 0.05, 0.9).size() == 2);
}

TEST_CASE("A category comes back where the density does not fall, and never without a case") {
    const WordTable table({{4, 2}, {4, 2}, {4, 0}, {0, 0}});
    InputBox box(1);
    box[0].without = {1, 2, 3};
    paste(table.cases(), box, 0.05);
    CHECK(box[0].without == Places{2, 3});  // b: 4 of 8 as before; c would make it 4 of 12
}

TEST_CASE("A box planted in numbers and words is found in both") {
    FactorTable inputs{
        {{"x", {}}, {"place", {"hill", "island", "plain", "port", "town"}}, {"z", {}}},
        latin_hypercube_rows({"x", "place", "z"}, 1000, 4)};
    std::vector<bool> of_interest;
    for (std::vector<double>& row : inputs.rows) {
        row[1] = std::floor(5.0 * row[1]);
        of_interest.push_back(row[0] < 0.4 && (row[1] == 1.0 || row[1] == 3.0));
    }
    const Discovery found = discover_cases("y", inputs, of_interest, {});
    REQUIRE_FALSE(found.boxes.empty());
    const DiscoveredBox& box = found.boxes.front();
    REQUIRE(box.limits.size() == 2);
    CHECK(*box.limits[0].high == Approx(0.4).margin(0.03));
    CHECK(box.limits[1].values == Places{1, 3});
    CHECK(box.limits[1].reproduced == Approx(1.0));
    CHECK(box.quality.density > 0.95);
    CHECK(box.quality.coverage > 0.95);
    REQUIRE(found.tree.leaves.size() == 1);  // the check agrees
    CHECK(*found.tree.leaves[0].limits[0].high == Approx(0.4).margin(0.01));
    CHECK(found.tree.leaves[0].limits[1].values == Places{1, 3});
    const auto tree = discovery_json(found, Language::english)["tree"];
    CHECK(tree["same_inputs"] == true);
    CHECK(tree["sentence"] == "The tree and the boxes name the same inputs: x, place.");
}

TEST_CASE("Where boxes and tree name other inputs, it is said which") {
    Discovery found;
    found.factors = {{"a", {}}, {"b", {}}, {"c", {}}};
    found.boxes.emplace_back();
    found.boxes[0].limits.push_back({{0, 1.0, {}, {}}, 0.0, 1.0});
    found.boxes[0].limits.push_back({{1, 1.0, {}, {}}, 0.0, 1.0});
    found.tree.columns = {1, 2};
    const auto tree = discovery_json(found, Language::english)["tree"];
    CHECK(tree["same_inputs"] == false);
    CHECK(tree["sentence"] ==
          "The tree and the boxes do not name the same inputs; only the boxes: a; only the tree: "
          "c.");
}
