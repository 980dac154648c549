#include "analysis/expression.h"

#include <map>

#include "tests/support/catch.h"

namespace cantiere {
namespace {

double value_of(const std::string& name) {
    static const std::map<std::string, double> values{{"bari-cantiere:net_cost_public", -5.0},
                                                      {"a-1:x", 2.0},
                                                      {"y", 3.0},
                                                      {"zero", 0.0}};
    return values.at(name);
}

bool holds(std::string_view text) { return Expression(text).holds(value_of); }

std::string error_of(std::string_view text) {
    try {
        const Expression expression(text);
    } catch (const ExpressionError& error) {
        return std::to_string(error.column()) + ": " + error.what() + "; " + error.fix();
    }
    return "";
}

}  // namespace

TEST_CASE("A hyphen inside a name is not a minus") {
    CHECK(holds("bari-cantiere:net_cost_public < 0"));
    CHECK(holds("a-1:x==2"));
    CHECK(Expression("a-1:x > y-2 or a-1:x<1").names() == std::vector<std::string>{"a-1:x", "y-2"});
}

TEST_CASE("Every comparison compares") {
    CHECK(holds("y < 4"));
    CHECK_FALSE(holds("y < 3"));
    CHECK(holds("y <= 3"));
    CHECK(holds("y >= 3"));
    CHECK_FALSE(holds("y > 3"));
    CHECK(holds("y == 3"));
    CHECK(holds("y != 4"));
    CHECK(holds("-1e1 < y"));
    CHECK(holds("+2.5 < y"));
}

TEST_CASE("Not binds before and, and before or, parentheses come first") {
    CHECK(holds("y == 3 or y == 4 and y == 5"));
    CHECK_FALSE(holds("(y == 3 or y == 4) and y == 5"));
    CHECK(holds("not y == 4 and y == 3"));
    CHECK_FALSE(holds("not (y == 4 or y == 3)"));
    CHECK(holds("not not y == 3"));
}

TEST_CASE("A condition that cannot be read says where and what to write") {
    CHECK(error_of("y = 3") == "3: a comparison is expected, not \"=\"; write == for equal");
    CHECK(error_of("1 < y < 5") ==
          "7: \"and\" or \"or\" is expected, not \"<\"; write a < b < c as a < b and b < c");
    CHECK(error_of("(1 < y < 5)") ==
          "8: \"and\" or \"or\" is expected, not \"<\"; write a < b < c as a < b and b < c");
    CHECK(
        error_of("y < 1,5") ==
        "5: a name or a number is expected, not \"1,5\"; write decimals with a point and thousands "
        "without a sign");
    CHECK(error_of("(y < 1") == "7: \")\" is expected, not the end; close the parenthesis");
    CHECK(error_of("y < 1)") ==
          "6: \"and\", \"or\" or the end is expected, not \")\"; join comparisons by and, or, not "
          "and parentheses");
    CHECK_THAT(error_of(""), contains_text("1: a name or a number is expected, not the end"));
    CHECK_THAT(error_of("y <"), contains_text("4: a name or a number is expected, not the end"));
    CHECK_THAT(error_of("y"), contains_text("2: a comparison is expected, not the end"));
    CHECK_THAT(error_of("and < 3"), contains_text("1: a name or a number is expected"));
    CHECK_THAT(error_of(std::string(5000, '(')), contains_text("fewer parentheses"));
}

}  // namespace cantiere
