#include "analysis/aversion_switch.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace cantiere;

namespace {

/// Two people of levels 1 and 4 against two of one level each, in three draws: as they are, a tenth
/// less and a tenth more. Equivalents are in proportion to levels, so that means are those of the
/// first, and intervals of the difference d are d +- 4.303 x .1 / sqrt(3) d = d +- .248 d.
AversionSwitch against_equal(double level) {
    RunLevels spread, equal;
    for (const double scale : {1.0, 0.9, 1.1}) {
        spread.levels.push_back({scale, 4.0 * scale});
        spread.weights.push_back({1.0, 1.0});
        equal.levels.push_back({scale * level});
        equal.weights.push_back({2.0});
    }
    return aversion_switch("spread", spread, "equal", equal);
}

/// One person each in four runs, `one` above `other` by so much.
AversionSwitch apart_by(const std::vector<double>& differences, std::size_t replicates) {
    RunLevels one{{}, {}, replicates}, other{{}, {}, replicates};
    for (const double difference : differences) {
        one.levels.push_back({10.0 + difference});
        other.levels.push_back({10.0});
        one.weights.push_back({1.0});
        other.weights.push_back({1.0});
    }
    return aversion_switch("one", one, "other", other);
}

}  // namespace

// Of the levels 1 and 4 the equivalents are, by hand: 2.5 at 0, ((1 + 2) / 2)^2 = 2.25 at 1/2, 2 at
// 1, 1.6 at 2, sqrt(32/17) at 3.
TEST_CASE("The switching aversion is that at which equivalents by hand are equal") {
    for (const auto& [level, eta] :
         std::vector<std::pair<double, double>>{{2.25, 0.5},
                                                {2.0, 1.0},
                                                {1.6, 2.0},
                                                {std::sqrt(32.0 / 17.0), 3.0}}) {
        const AversionSwitch ranks = against_equal(level);
        REQUIRE(ranks.at.size() == 1);
        CHECK(ranks.at.front() == Approx(eta).margin(1e-7));
        CHECK(ranks.first == 1);  // the greater mean first
    }
}

TEST_CASE("There is no switching aversion where one ranks above at all, or they are the same") {
    CHECK(against_equal(3.0).at.empty());  // above the mean
    CHECK(against_equal(3.0).first == -1);
    // At 10 the equivalent is ((1 + 4^-9) / 2)^(-1/9) = 1.08.
    CHECK(against_equal(1.07).at.empty());
    CHECK(against_equal(1.07).first == 1);
    CHECK(against_equal(1.09).at.size() == 1);
    const RunLevels same{{{1.0, 4.0}}, {{1.0, 1.0}}};
    CHECK(aversion_switch("a", same, "b", same).first == 0);
    CHECK(aversion_switch("a", same, "b", same).at.empty());
}

TEST_CASE("Every change of places is found, off the grid and on it") {
    const auto found =
        switching_aversions([](double x) { return (x - 1.0) * (x - 3.01) * (x - 7.777); });
    REQUIRE(found.size() == 3);
    CHECK(found[0] == Approx(1.0).margin(1e-9));
    CHECK(found[1] == Approx(3.01).margin(1e-9));
    CHECK(found[2] == Approx(7.777).margin(1e-9));
    CHECK(switching_aversions([](double x) { return (x - 2.0) * (x - 2.0); }).empty());
    CHECK(switching_aversions([](double) { return 0.0; }).empty());
    CHECK(switching_aversions([](double x) { return (x - 5.0) * 1e-9; }, 1e-3).empty());
}

TEST_CASE("Runs count alike, and one without a value is left out") {
    const RunLevels one{{{4.0}, {2.0}, {NAN}}, {{1.0}, {9.0}, {1.0}}};
    const RunLevels other{{{1.0}, {1.0}, {100.0}}, {{1.0}, {1.0}, {1.0}}};
    CHECK(mean_equivalent_difference(one, other, 2.0) == Approx(2.0));
}

TEST_CASE("The sentence names who ranks above whom") {
    CHECK(aversion_switch_text(against_equal(1.6), Language::english) ==
          "spread ranks above equal up to an aversion of 2.00 (the switching aversion), and below "
          "it beyond.");
    CHECK(aversion_switch_text(against_equal(3.0), Language::english) ==
          "equal ranks above spread at every aversion from 0 to 10.");
    CHECK(aversion_switch_text(against_equal(3.0), Language::italian) ==
          "equal sta sopra spread a ogni avversione da 0 a 10.");
    CHECK(aversion_switch_text({"a", "b", -1, {1.0, 2.5}}, Language::english) ==
          "b ranks above a at an aversion of 0; they change places at 1.00; 2.50.");
    CHECK(aversion_switches_json({{"a", "b", -1, {1.5}}})[0]["first"] == "b");
    CHECK(aversion_switches_json({{"a", "b", 0, {}}})[0]["first"].is_null());
}

TEST_CASE("An order that luck may have made is not told") {
    // Of one person the equivalent is the level at every aversion. Mean 1, sd sqrt(2/3), standard
    // error .408, t(3) = 3.182: 1 +- 1.30 holds zero; with 3 added it does not.
    CHECK_FALSE(apart_by({0.0, 2.0, 1.0, 1.0}, 1).is_told);
    CHECK(apart_by({3.0, 5.0, 4.0, 4.0}, 1).is_told);
    // The same runs as four draws, and as two draws of two replicates, of means 2 and 4.
    CHECK(apart_by({2.0, 2.0, 4.0, 4.0}, 1).is_told);        // 3 +- 3.182 x .577
    CHECK_FALSE(apart_by({2.0, 2.0, 4.0, 4.0}, 2).is_told);  // 3 +- 12.7
    CHECK_FALSE(apart_by({3.0}, 1).is_told);                 // one run tells nothing
    CHECK(aversion_switch_text(apart_by({0.0, 2.0, 1.0, 1.0}, 1), Language::english) ==
          "Which of one and other ranks above the other cannot be told by these draws at every "
          "aversion from 0 to 10.");
    CHECK(aversion_switches_json({apart_by({3.0}, 1)})[0]["told"] == false);
}
