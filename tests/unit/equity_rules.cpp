#include "model/rules/equity.h"

#include <algorithm>
#include <cmath>

#include "tests/support/catch.h"

using namespace cantiere;

TEST_CASE("Access of a group is its served share over that of all") {
    // 6 of 20 against 30 of 200: .30 / .15.
    CHECK(access_ratio(6.0, 20.0, 30.0, 200.0) == Approx(2.0));
    CHECK(access_ratio(3.0, 20.0, 30.0, 200.0) == Approx(1.0));
    CHECK(std::isnan(access_ratio(0.0, 0.0, 30.0, 200.0)));
    CHECK(std::isnan(access_ratio(0.0, 20.0, 0.0, 200.0)));
}

TEST_CASE("Serving those who would find work anyway raises the cherry-picking index") {
    const std::vector<double> chance{0.1, 0.2, 0.3, 0.6};  // mean .3
    CHECK(cherry_picking_index(chance, {false, false, true, true}) == Approx(0.45 / 0.3));
    CHECK(cherry_picking_index(chance, {true, true, false, false}) == Approx(0.15 / 0.3));
    CHECK(cherry_picking_index(chance, {true, true, true, true}) == Approx(1.0));
    CHECK(std::isnan(cherry_picking_index(chance, {false, false, false, false})));
}

TEST_CASE("A gain of the neediest concentrates on them, one that is alike on nobody") {
    // Ranks of need 1/8, 3/8, 5/8, 7/8. The neediest gains 1: 2 x (1/4)(7/8 - 1/2) = .1875, and
    // over the mean gain of 1/4 the index is .75 = 1 - 1/n.
    const std::vector<double> need{0.2, 0.4, 0.6, 0.8};
    CHECK(gain_concentration(std::vector{0.0, 0.0, 0.0, 1.0}, need) == Approx(0.1875));
    CHECK(gain_concentration(std::vector{1.0, 0.0, 0.0, 0.0}, need) == Approx(-0.1875));
    CHECK(gain_concentration(std::vector{3.0, 3.0, 3.0, 3.0}, need) == Approx(0.0).margin(1e-15));
    // Those of equal need share their rank, here 1/3; the third has 5/6: 2/3 x (1/18 + 1/18 + 2/9).
    CHECK(gain_concentration(std::vector{0.0, 0.0, 1.0}, std::vector{0.5, 0.5, 0.9}) ==
          Approx(2.0 / 9.0));
    // Where all are of equal need nothing can concentrate.
    CHECK(gain_concentration(std::vector{0.0, 1.0}, std::vector{0.5, 0.5}) == Approx(0.0));
}

TEST_CASE("The Gini coefficient of one who has all is 1 - 1/n") {
    CHECK(gini(std::vector{0.0, 0.0, 0.0, 1.0}) == Approx(0.75));
    CHECK(gini(std::vector{0.5, 0.5, 0.5}) == Approx(0.0).margin(1e-15));
    // Mean absolute difference over twice the mean: (1+2+1) x 2 / (9 x 2 x 2) = 2/9.
    CHECK(gini(std::vector{3.0, 1.0, 2.0}) == Approx(2.0 / 9.0));
}

TEST_CASE("Percentiles are interpolated between order statistics") {
    CHECK(quantile(std::vector{5.0, 1.0, 3.0}, 0.1) == Approx(1.4));
    CHECK(quantile(std::vector{5.0, 1.0, 3.0}, 0.5) == 3.0);
    CHECK(quantile(std::vector{7.0}, 0.9) == 7.0);
    CHECK(std::isnan(quantile({}, 0.5)));
}

TEST_CASE("Atkinson welfare is the mean, the geometric and the harmonic mean at aversion 0, 1, 2") {
    const std::vector<double> levels{0.2, 0.8};
    CHECK(atkinson_welfare(levels, 0.0) == Approx(0.5));
    CHECK(atkinson_welfare(levels, 1.0) == Approx(0.4));
    CHECK(atkinson_welfare(levels, 2.0) == Approx(2.0 / (1.0 / 0.2 + 1.0 / 0.8)));
    CHECK(atkinson_welfare(std::vector{0.3, 0.3}, 2.0) == Approx(0.3));
}

TEST_CASE("Bounds of the share that loses hold for every way to pair the two distributions") {
    // Before 1, 2, 3, 4; after 1, 2, 3, 0: paired in order of rank nobody needs to lose but one.
    const std::vector<double> before{1.0, 2.0, 3.0, 4.0};
    const std::vector<double> after{1.0, 2.0, 3.0, 0.0};
    const ShareBounds bounds = share_changed_by_at_most(after, before, -0.05);
    std::vector<double> order = after;
    std::sort(order.begin(), order.end());
    double least = 1.0, most = 0.0;
    do {
        double losers = 0.0;
        for (std::size_t i = 0; i < before.size(); ++i) {
            losers += order[i] - before[i] <= -0.05 ? 0.25 : 0.0;
        }
        least = std::min(least, losers);
        most = std::max(most, losers);
    } while (std::next_permutation(order.begin(), order.end()));
    CHECK(bounds.low == Approx(least));
    CHECK(bounds.high == Approx(most));
    CHECK(bounds.low == Approx(0.25));
    CHECK(bounds.high == Approx(1.0));
}

TEST_CASE("A change of just as much counts as such in both bounds") {
    const ShareBounds bounds = share_changed_by_at_most({0.5, 0.5}, {1.0, 1.0}, -0.5);
    CHECK(bounds.low == 1.0);
    CHECK(bounds.high == 1.0);
}

TEST_CASE("All lose for certain when the best after is worse than the worst before") {
    const ShareBounds all = share_changed_by_at_most({0.0, 0.1}, {1.0, 2.0}, -0.05);
    CHECK(all.low == Approx(1.0));
    CHECK(all.high == Approx(1.0));
    const ShareBounds none = share_changed_by_at_most({1.0, 2.0}, {0.0, 0.1}, -0.05);
    CHECK(none.low == Approx(0.0));
    CHECK(none.high == Approx(0.0).margin(1e-15));
}

TEST_CASE("Waits are read where survival falls to a share, the never served at risk till they go") {
    // Survival 3/4 at 1, then 3/8 at 3 (one was lost at 2), 0 at 5.
    const std::vector<std::pair<int, bool>> times{{3, true}, {1, true}, {2, false}, {5, true}};
    CHECK(kaplan_meier_time(times, 0.75) == 1.0);
    CHECK(kaplan_meier_time(times, 0.5) == 3.0);
    CHECK(kaplan_meier_time(times, 0.1) == 5.0);
    CHECK(std::isnan(kaplan_meier_time({{4, false}, {2, true}}, 0.1)));
}

TEST_CASE("A wrong priority is the wrong half: raised from the less needy, missed of the needier") {
    // Real medians .45, observed .5; the second is raised, the third missed.
    const std::vector<AssessedNeed> all{{0.1, 0.2, true},
                                        {0.4, 0.9, true},
                                        {0.5, 0.3, true},
                                        {0.8, 0.7, false}};
    const WrongPriority wrong = wrong_priority(all, priority_middles(all));
    CHECK(wrong.false_priority == Approx(0.5));
    CHECK(wrong.missed_priority == Approx(1.0));  // the fourth is of another group
    CHECK(std::isnan(wrong_priority({}, priority_middles({})).false_priority));
}
