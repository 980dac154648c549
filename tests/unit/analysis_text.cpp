#include <set>
#include <string>

#include "analysis/number_text.h"
#include "analysis/parameter_words.h"
#include "analysis/text_table.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

Stat with_half_width(double mean, double half_width) {
    Stat stat;
    stat.mean = mean;
    stat.se = half_width / 2.0;
    stat.low = mean - half_width;
    stat.high = mean + half_width;
    return stat;
}

}  // namespace

TEST_CASE("A mean is rounded to what its interval supports") {
    CHECK(mean_text(with_half_width(1234567.89, 34567), Language::english) == "1,230,000");
    CHECK(mean_text(with_half_width(1234567.89, 12), Language::english) == "1,234,568");
    CHECK(mean_text(with_half_width(0.123456, 0.03), Language::english) == "0.12");
    CHECK(mean_text(with_half_width(0.123456, 0.03), Language::italian) == "0,12");
    CHECK(mean_text(with_half_width(1234567, 0), Language::english) == "1,234,567");
    CHECK(interval_text(with_half_width(1234, 300), Language::english) == "930 to 1,530");
    CHECK(interval_text(with_half_width(1234, 300), Language::italian) == "930 a 1.530");
}

TEST_CASE("A wide interval leaves two digits of a level and one of a difference") {
    CHECK(mean_text(with_half_width(234567, 9e6), Language::english) == "230,000");
    CHECK(signed_mean_text(with_half_width(234567, 9e6), Language::english) == "+200,000");
    CHECK(interval_text(with_half_width(234567, 9e6), Language::english) ==
          "-8,800,000 to 9,200,000");
}

TEST_CASE("Where the error is unknown two digits are shown and no interval") {
    Stat stat;
    stat.mean = 98765;
    CHECK(mean_text(stat, Language::english) == "99,000");
    CHECK(interval_text(stat, Language::english) == "-");
    CHECK(mean_text(Stat{}, Language::english) == "-");
}

TEST_CASE("A difference shows its sign, half of its interval, and whether it is apart from zero") {
    CHECK(difference_text(with_half_width(12, 3), Language::english) == "+12 ±3");
    CHECK(difference_text(with_half_width(-12, 3), Language::english) == "-12 ±3");
    CHECK(difference_text(with_half_width(1, 3), Language::english) == "~+1 ±3");
    CHECK(difference_text(with_half_width(0, 0), Language::english) == "0");
}

TEST_CASE("A number that rounds to zero has no sign") {
    CHECK(number_text(-0.004, 2, Language::english) == "0.00");
    CHECK(signed_mean_text(with_half_width(0.0, 0.3), Language::english) == "0.0");
    CHECK(percent_text(0.834, Language::italian) == "83 %");
}

TEST_CASE("What rounding leaves of equal runs is not told") {
    const auto told = [](double mean, double half_width) {
        return difference_text(with_half_width(mean, half_width), Language::english);
    };
    CHECK(told(-301152.103841, 0.0) == "-301,152 ±0");
    CHECK(told(-301152.103841, 3e-9) == "-301,152 ±0");
    CHECK(told(0.0123456, 1e-13) == "+0.0123 ±0");
    CHECK(told(-4e-11, 2e-10) == "0");
    CHECK(told(-2e-10, 3.0) == "~0 ±3");
    CHECK(is_exactly_zero(with_half_width(3e-12, 1e-12)));
    CHECK(interval_text(with_half_width(-301152.103841, 3e-9), Language::english) ==
          "-301,152 to -301,152");
    const auto [low, high] = levels_text(with_half_width(9636790.779353, 40000.0),
                                         with_half_width(9571451.548695, 40000.0),
                                         with_half_width(-65339.230659, 3e-9),
                                         Language::english);
    CHECK(low == "9,636,791");
    CHECK(high == "9,571,452");
}

TEST_CASE("An end of an interval that is not zero never reads as zero") {
    const auto interval = [](double low, double high, Language language = Language::english) {
        return interval_text(with_half_width((low + high) / 2.0, (high - low) / 2.0), language);
    };
    CHECK(interval(0.004, 1.0) == "0.0040 to 1.0");
    CHECK(interval(-0.004, 1.0) == "-0.0040 to 1.0");
    CHECK(interval(-1.0, 0.004, Language::italian) == "-1,0 a 0,0040");
    CHECK(interval(312.0, 98000.0) == "310 to 98,000");
    CHECK(interval(0.0, 1.0) == "0.0 to 1.0");
    Stat tiny = with_half_width(0.5, 0.5);
    tiny.low = 2e-9;
    CHECK(interval_text(tiny, Language::english) == "<0.000001 to 1.0");
    tiny.low = -2e-9;
    CHECK(interval_text(tiny, Language::italian) == ">-0,000001 a 1,0");
    CHECK(signed_mean_text(with_half_width(2e-9, 1.0), Language::english) == "<0.000001");
}

TEST_CASE("Both ends of an interval have two significant digits and are rounded alike") {
    const auto interval = [](double low, double high) {
        return interval_text(with_half_width((low + high) / 2.0, (high - low) / 2.0),
                             Language::english);
    };
    CHECK(interval(1240.0, 34560.0) == "1,200 to 34,600");
    CHECK(interval(-1043210.0, -22340.0) == "-1,000,000 to -22,000");
    CHECK(interval(-9.6, 4.4) == "-9.6 to 4.4");
}

TEST_CASE("Two levels end where the last digit of their difference stands") {
    const auto levels = levels_text(with_half_width(112345678.0, 3e7),
                                    with_half_width(113545678.0, 3e7),
                                    with_half_width(1200000.0, 200000.0),
                                    Language::english);
    CHECK(levels.first == "112,300,000");
    CHECK(levels.second == "113,500,000");
    const Stat same = with_half_width(112345678.0, 3e7);
    CHECK(levels_text(same, same, with_half_width(0.0, 0.0), Language::italian).first ==
          "110.000.000");
    const Stat some = with_half_width(3554855.0, 400000.0);
    CHECK(levels_text(with_half_width(0.0, 0.0), some, some, Language::english).second ==
          "3,600,000");
}

TEST_CASE("A mean and its half width look different when the interval leaves zero out") {
    CHECK(difference_text(with_half_width(0.51, 0.49), Language::english) == "+0.51 ±0.49");
    CHECK(difference_text(with_half_width(-0.5004, 0.5), Language::english) == "-0.5004 ±0.5000");
    CHECK(difference_text(with_half_width(0.49, 0.51), Language::english) == "~+0.5 ±0.5");
}

TEST_CASE("A share of nearly none or nearly all is not rounded to it") {
    CHECK(percent_text(0.004, Language::english) == "<1 %");
    CHECK(percent_text(-0.004, Language::english) == ">-1 %");
    CHECK(percent_text(0.996, Language::english) == ">99 %");
    CHECK(percent_text(0.0, Language::english) == "0 %");
    CHECK(percent_text(1.0, Language::english) == "100 %");
}

TEST_CASE("A table aligns letters with accents and wraps its first column") {
    TextTable table({"", "value"});
    table.add({"città", "1"});
    table.add({"a label of many words", "12"});
    const Layout wide{80, {}};
    CHECK(table.text(wide, 0) ==
          "                       value\n"
          "città                      1\n"
          "a label of many words     12\n");
    const Layout narrow{22, {}};
    CHECK(table.text(narrow, 0) ==
          "                 value\n"
          "città                1\n"
          "a label of many     12\n"
          "words\n");
}

TEST_CASE("A table too wide wraps the headers of its numbers before its texts") {
    TextTable table({"", "net public cost, EUR", "exits"});
    table.add({"People with a disability", "~-200,000", "12"});
    const Layout narrow{44, {}};
    CHECK(table.text(narrow, 0) ==
          "                           net public\n"
          "                            cost, EUR  exits\n"
          "People with a disability    ~-200,000     12\n");
}

TEST_CASE("A table that cannot fit is written in panels, the first column in each") {
    TextTable table({"", "2015", "2016", "2017"});
    table.add({"Municipality", "1,000,000", "2,000,000", "3,000,000"});
    table.add({"State", "1", "2", "3"});
    const Layout narrow{36, {}};
    CHECK(table.text(narrow, 0) ==
          "                   2015       2016\n"
          "Municipality  1,000,000  2,000,000\n"
          "State                 1          2\n"
          "\n"
          "                   2017\n"
          "Municipality  3,000,000\n"
          "State                 3\n");
}

TEST_CASE("A key too long for its column is cut after its points and underscores only") {
    TextTable table({"number", "at low", "at high", "swing"});
    table.add({"case_management.assessment_eur", "1,000,000", "2,000,000", "~-200,000 ±300,000"});
    CHECK(table.text({62, {}}, 0) ==
          "number                   at low    at high               swing\n"
          "case_management.      1,000,000  2,000,000  ~-200,000 ±300,000\n"
          "assessment_eur\n");
    CHECK(unit_after("share", Language::italian) == " quota");
    CHECK(unit_after("1", Language::english).empty());
}

TEST_CASE("Colour is written only when asked for") {
    CHECK(Style{false}.bold("x") == "x");
    CHECK(Style{true}.bold("x") == "\x1b[1mx\x1b[0m");
}

TEST_CASE("A paragraph is cut between words and a word longer than the line inside") {
    CHECK(paragraph("one two three", 14 + 2, 2) == "  one two three\n");
    CHECK(wrapped("abcdefgh ij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
    CHECK(wrapped("", 4) == std::vector<std::string>{""});
}

TEST_CASE("Every unit of a parameter has an Italian word, or needs none") {
    const std::set<std::string> same{"1", "EUR", "km/h", "1/EUR", "1/1000 EUR"};
    for (const ParameterSpec& spec : parameter_table()) {
        const bool is_number = spec.type == ValueType::number || spec.type == ValueType::integer;
        if (!is_number || same.contains(spec.unit)) continue;
        INFO(spec.key << ": " << spec.unit);
        CHECK(unit_word(spec.unit, Language::italian) != spec.unit);
        CHECK(unit_word(spec.unit, Language::english) == spec.unit);
    }
}

TEST_CASE("Draws are counted in words, and a share of few of them is a count") {
    CHECK(counted_draws(1, Language::english) == "1 draw");
    CHECK(counted_draws(0, Language::english) == "0 draws");
    CHECK(counted_draws(1, Language::italian) == "1 estrazione");
    CHECK(counted_draws(2, Language::italian) == "2 estrazioni");
    CHECK(share_of_draws_text(0.0, 3, Language::english) == "0 of 3 draws");
    CHECK(share_of_draws_text(0.0, 1, Language::english) == "0 of 1 draw");
    CHECK(share_of_draws_text(1.0 / 3.0, 3, Language::italian) == "1 estrazione su 3");
    CHECK(share_of_draws_text(0.5, 19, Language::english) == "9.5 of 19 draws");  // a tie
    CHECK(share_of_draws_text(0.8, 20, Language::english) == "80 % of the draws");
    CHECK(share_of_draws_text(0.8, 20, Language::italian) == "80 % delle estrazioni");
}

}  // namespace cantiere
