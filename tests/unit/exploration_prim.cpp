#include "analysis/exploration/prim.h"

#include "analysis/exploration/peeling.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

const std::vector<std::string> four{"a", "b", "c", "d"};

FactorTable of_numbers(const Rows& rows) { return factors_of_numbers(four, rows); }

/// A box planted in a Latin hypercube: interest is certain inside and a chance in twenty outside.
struct Planted {
    Rows rows = latin_hypercube_rows(four, 1000, 9);
    std::vector<bool> of_interest;

    Planted() {
        for (const std::vector<double>& row : rows) {
            of_interest.push_back((row[0] < 0.4 && row[1] > 0.5) || row[3] > 0.98);
        }
    }
};

}  // namespace

TEST_CASE("A planted box is found, with its limits and nothing else") {
    const Planted planted;
    const auto boxes = discover_boxes(of_numbers(planted.rows), planted.of_interest, {});
    REQUIRE_FALSE(boxes.empty());
    const DiscoveredBox& box = boxes.front();
    REQUIRE(box.limits.size() == 2);
    CHECK(box.limits[0].column == 0);
    CHECK_FALSE(box.limits[0].low);
    CHECK(*box.limits[0].high == Approx(0.4).margin(0.03));
    CHECK(box.limits[1].column == 1);
    CHECK(*box.limits[1].low == Approx(0.5).margin(0.03));
    CHECK_FALSE(box.limits[1].high);
    CHECK(box.limits[0].quasi_p < 1e-6);
    CHECK(box.limits[1].reproduced > 0.9);
    CHECK(box.quality.density > 0.95);
    CHECK(box.quality.coverage > 0.85);
    CHECK(box.quality.mass == Approx(0.2).margin(0.03));
    CHECK(box.trajectory.front().coverage == 1.0);
    CHECK(box.trajectory.front().mass == 1.0);
    CHECK(box.trajectory.back().density >= box.trajectory.front().density);
}

TEST_CASE("A second pass looks at what the first left") {
    Planted planted;
    for (std::size_t i = 0; i < planted.rows.size(); ++i) {
        planted.of_interest[i] = planted.of_interest[i] || planted.rows[i][2] > 0.9;
    }
    const auto boxes = discover_boxes(of_numbers(planted.rows), planted.of_interest, {});
    REQUIRE(boxes.size() >= 2);
    double covered = 0.0;
    for (const DiscoveredBox& box : boxes) covered += box.quality.coverage;
    CHECK(covered > 0.85);
    CHECK(covered <= 1.0 + 1e-12);
}

TEST_CASE(
    "Where nothing sorts the cases there is no box, and where none or all are of interest "
    "neither") {
    const Rows rows = latin_hypercube_rows(four, 400, 2);
    std::vector<bool> by_chance;
    for (std::size_t i = 0; i < rows.size(); ++i) by_chance.push_back(i % 3 == 0);
    for (const DiscoveredBox& box : discover_boxes(of_numbers(rows), by_chance, {})) {
        for (const BoxLimit& limit : box.limits) CHECK(limit.quasi_p <= 0.05);
    }
    CHECK(discover_boxes(of_numbers(rows), std::vector<bool>(400, false), {}).empty());
    CHECK(discover_boxes(of_numbers(rows), std::vector<bool>(400, true), {}).empty());
    CHECK(discover_boxes(of_numbers({}), {}, {}).empty());
}

TEST_CASE("A density asked for is reached by the widest box that has it") {
    const Planted planted;
    PrimSettings settings;
    settings.least_density = 0.5;
    const auto wide = discover_boxes(of_numbers(planted.rows), planted.of_interest, settings);
    REQUIRE_FALSE(wide.empty());
    CHECK(wide.front().quality.density >= 0.45);
    CHECK(wide.front().quality.mass > 0.25);
}

TEST_CASE("Equal values are peeled together, and never all of them") {
    Rows rows;
    std::vector<bool> of_interest;
    for (int i = 0; i < 200; ++i) {
        rows.push_back({static_cast<double>(i % 2), 1.0});
        of_interest.push_back(i % 2 == 1);
    }
    const auto boxes = discover_boxes(factors_of_numbers({"a", "b"}, rows), of_interest, {});
    REQUIRE(boxes.size() == 1);
    REQUIRE(boxes.front().limits.size() == 1);
    CHECK(*boxes.front().limits.front().low == 0.5);
    CHECK(boxes.front().quality.coverage == 1.0);
    CHECK(boxes.front().quality.density == 1.0);
}

TEST_CASE("A peeling that goes on to the least mass gets past a stretch without gain") {
    // Of interest are 1, 9 and 10 of 1 to 10: taking either end off leaves 2 of 9, less than 3 of
    // 10. Then the low end goes, case by case, to 9 and 10.
    Rows rows;
    std::vector<bool> of_interest;
    for (int value = 1; value <= 10; ++value) {
        rows.push_back({static_cast<double>(value)});
        of_interest.push_back(value == 1 || value >= 9);
    }
    const FactorTable table = factors_of_numbers({"a"}, rows);
    const Cases cases = all_cases(table, of_interest);
    CHECK(peel(cases, 0.1, 0.2).size() == 1);
    const std::vector<InputBox> boxes = peel(cases, 0.1, 0.2, PeelEnd::least_mass);
    REQUIRE(boxes.size() == 9);
    CHECK(boxes.back()[0].low == 8.5);
    CHECK_FALSE(boxes.back()[0].high.has_value());
    CHECK(held_by(cases, boxes.back()).of_interest == 2);
}
