#include "analysis/finance/income_weights.h"

#include "tests/support/catch.h"

using namespace cantiere;

// The case `green_book_discounting` of shared/cases, its part on distribution.
TEST_CASE("Weights of income are those of the Green Book") {
    CHECK(income_weight(1.0 / 2.023520921448593) == Approx(2.5));
    CHECK(income_weight(1.0 / 1.9609665516220443) == Approx(2.4));
    CHECK(income_weight(1.0) == 1.0);
    CHECK(income_weight(0.5) == Approx(2.462288826689833));  // 2^1.3
    CHECK(switching_weight(100.0, -150.0) == Approx(1.5));
    CHECK_FALSE(switching_weight(100.0, 1.0).has_value());
    CHECK_FALSE(switching_weight(-100.0, -1.0).has_value());
    CHECK_FALSE(switching_weight(0.0, -1.0).has_value());
}

TEST_CASE(
    "Weighted totals stand beside the unweighted one, with the income at which they are zero") {
    // Two draws of mean 100 for residents and -150 for all others.
    const Sample residents{2, 1, {90.0, 110.0}};
    const Sample others{2, 1, {-150.0, -150.0}};
    const IncomeWeighted found = income_weighted(residents, others);
    REQUIRE(found.totals.size() == 4);
    CHECK(found.totals[0].total.mean == Approx(-50.0));
    CHECK(found.totals[2].income_share == 0.5);
    CHECK(found.totals[2].total.mean == Approx(246.2288826689833 - 150.0));
    CHECK(found.totals[2].total.se == Approx(2.462288826689833 * 10.0));  // sd 14.14 / sqrt 2
    CHECK(*found.switching == Approx(1.5));
    CHECK(income_weight(*found.switching_share) == Approx(1.5));
    CHECK(found.pays_above);
    const std::string text = income_weighted_text(found, Language::english);
    CHECK(text.find("counts more than 1.50, an income below 73 % of the median") !=
          std::string::npos);  // 1.5^(-1/1.3) = 0.732
    CHECK(income_weighted_text(found, Language::italian).find("sotto il 73 % del mediano") !=
          std::string::npos);
    CHECK(income_weighted_json(found)["totals"][0]["total"]["mean"] == Approx(-50.0));
}

TEST_CASE("Where residents lose, benefits exceed costs at lower weights, or at any") {
    const IncomeWeighted lost = income_weighted({1, 1, {-100.0}}, {1, 1, {50.0}});
    CHECK(*lost.switching == Approx(0.5));
    CHECK_FALSE(lost.pays_above);
    CHECK(income_weighted_text(lost, Language::english).find("counts less than 0.50") !=
          std::string::npos);
    const IncomeWeighted both = income_weighted({1, 1, {100.0}}, {1, 1, {50.0}});
    CHECK_FALSE(both.switching.has_value());
    CHECK(income_weighted_text(both, Language::english).find("the same at any weight") !=
          std::string::npos);
    CHECK(income_weighted_json(both)["switching_weight"].is_null());
}
