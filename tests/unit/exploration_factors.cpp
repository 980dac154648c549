#include "analysis/exploration/factor_table.h"

#include "tests/support/catch.h"

using namespace cantiere;

namespace {

FactorTable read(const std::string& csv, Problems& problems) {
    return read_factor_csv("x.csv", "the inputs", memory_files({{"x.csv", csv}}), problems);
}

std::string told(const std::string& csv) {
    Problems problems;
    const FactorTable table = read(csv, problems);
    CHECK(table.factors.empty());
    CHECK(table.rows.empty());
    return text(problems);
}

}  // namespace

TEST_CASE("Columns of words are categories, columns of numbers are numbers") {
    Problems problems;
    const FactorTable table =
        read("x,place,age\n1.5,town,18-34\n-2,hill,65+\n3e2,town,18-34\n", problems);
    REQUIRE(text(problems) == "");
    REQUIRE(table.factors.size() == 3);
    CHECK(table.factors[0].categories.empty());
    CHECK(table.factors[1].name == "place");
    CHECK(table.factors[1].categories == std::vector<std::string>{"hill", "town"});
    CHECK(table.factors[2].categories == std::vector<std::string>{"18-34", "65+"});
    CHECK(table.rows == Rows{{1.5, 1.0, 0.0}, {-2.0, 0.0, 1.0}, {300.0, 1.0, 0.0}});
}

TEST_CASE("A column of numbers and words is told at its odd cell, with what to do") {
    const std::string few_words = told("x,y\n1,2\nmany,3\n3,4\n");
    CHECK(few_words.find("x.csv:3:1: x is \"many\" (2 of the 3 cells of this column are numbers, "
                         "and a column is numbers or words, not both); write a number in every "
                         "cell") == 0);
    CHECK(told("x,y\n1,a\n2,b\n3,4\n").find("x.csv:4:3: y is \"4\"") == 0);
    // Every such column is told, at the numbers gone wrong too.
    const std::string both = told("x,y\n1,2\nnan,\n");
    CHECK(both.find("x.csv:3:1: x is \"nan\"") != std::string::npos);
    CHECK(both.find("x.csv:3:5: y is \"\"") != std::string::npos);
}

TEST_CASE("Numbers gone wrong are no categories, and no name stands twice") {
    CHECK(told("x\n\"1,5\"\n\"2,5\"\n").find("x.csv:2:1: x is \"1,5\" (it is no finite number") ==
          0);
    CHECK(told("x,y\n1,-inf\n2,NaN\n").find("x.csv:2:3: y is \"-inf\"") == 0);
    CHECK(told("x,x\n1,2\n").find("two columns are named x") != std::string::npos);
    CHECK(told("x\n").find("the table has no rows") != std::string::npos);
}
