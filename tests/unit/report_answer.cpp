#include "analysis/report/facts.h"
#include "analysis/report/questions.h"
#include "analysis/report/sections.h"
#include "tests/support/catch.h"
#include "tests/unit/outputs_example.h"

namespace cantiere {
namespace {

/// What the programme changes in each of three draws; services as usual cost 1,000 EUR and give 50.
struct Changes {
    std::array<double, 3> cost, years;
};

/// The answer for a programme of ten years with these changes.
std::string answer(const Changes& changes, Language language = Language::english) {
    const TestFolder folder("answer");
    ResultsHeader header = example_header();
    header.months = 120;
    header.scenarios[1] = {"pact", "The pact", "Il patto", "as-usual", "SIA", "SIA", false};
    const auto path = folder.file("example.h5");
    write_results(path, header, [&](std::size_t draw, std::size_t) {
        Block block;
        for (std::size_t scenario = 0; scenario < 2; ++scenario) {
            const double with = scenario == 1 ? 1.0 : 0.0;
            RunOutcome outcome(sizes_of(header));
            outcome[Variable::net_cost_public] = 1000.0 + with * changes.cost.at(draw);
            outcome[Variable::autonomy_years] = 50.0 + with * changes.years.at(draw);
            block.push_back(outcome);
        }
        return block;
    });
    const Results results = read_results(path);
    return plain_text(answer_sentence(Findings(results, language)));
}

/// What a programme, and its null twin, change in each of three draws.
struct Twins {
    std::array<double, 3> years, exits, cost, twin_years;
};

/// Whether it is the money or the coordination, of a programme whose twin costs nothing.
std::string money_or_coordination(const Twins& twins) {
    const TestFolder folder("twins");
    ResultsHeader header = example_header();
    header.scenarios[1] = {"pact", "The pact", "Il patto", "as-usual", "SIA", "SIA", false};
    header.scenarios.push_back(
        {"pact-null-twin", "Twin", "Gemello", "as-usual", "SIA", "SIA", true});
    const auto path = folder.file("example.h5");
    write_results(path, header, [&](std::size_t draw, std::size_t) {
        Block block(3, RunOutcome(sizes_of(header)));
        for (std::size_t scenario = 0; scenario < 3; ++scenario) {
            block[scenario][Variable::autonomy_years] = 50.0;
        }
        block[1][Variable::autonomy_years] += twins.years.at(draw);
        block[1][Variable::stable_exits] = twins.exits.at(draw);
        block[1][Variable::net_cost_public] = twins.cost.at(draw);
        block[2][Variable::autonomy_years] += twins.twin_years.at(draw);
        return block;
    });
    const Results results = read_results(path);
    const Findings f(results, Language::english);
    const std::string text = plain_text(coordination_answer(f, *f.programme()));
    return text.substr(0, text.find("The same planned outlay"));
}

}  // namespace

// By hand: three draws a standard deviation of 1 (10,000 EUR) apart have a half width of 4.303 /
// sqrt(3) = 2.48 (24,800 EUR), shown to one digit of its half.
TEST_CASE("The answer says what a programme that costs and helps costs and gives") {
    CHECK(answer({{300e3, 310e3, 290e3}, {29.0, 31.0, 30.0}}) ==
          "The pact costs public payers EUR 300,000 ±20,000 more over 10 years and adds 30 ±2 "
          "autonomy-years: at EUR 20,000 an autonomy-year it is worth its cost in 3 of 3 "
          "draws.");
    CHECK(answer({{300e3, 310e3, 290e3}, {29.0, 31.0, 30.0}}, Language::italian) ==
          "Il patto costa agli enti pubblici 300.000 ±20.000 euro in più in 10 anni e dà 30 ±2 "
          "anni di autonomia in più: a 20.000 euro per anno di autonomia vale il suo costo in "
          "3 su 3 estrazioni.");
}

TEST_CASE("The answer has words for a programme that saves and helps, and for one that harms") {
    CHECK(answer({{-300e3, -310e3, -290e3}, {29.0, 31.0, 30.0}}) ==
          "The pact saves public payers EUR 300,000 ±20,000 over 10 years and adds 30 ±2 "
          "autonomy-years: it does more and costs less.");
    CHECK(answer({{300e3, 310e3, 290e3}, {-29.0, -31.0, -30.0}}) ==
          "The pact costs public payers EUR 300,000 ±20,000 more over 10 years and takes away 30 "
          "±2 autonomy-years: services as usual cost less and do more.");
}

TEST_CASE("The answer says where nothing can be told, and where nothing changes") {
    const std::string unclear = answer({{300e3, -310e3, 20e3}, {-29.0, 31.0, 2.0}});
    CHECK_THAT(unclear, Catch::Contains("neither more nor less that could be told"));
    CHECK_THAT(unclear, Catch::Contains("changes autonomy by nothing that could be told"));
    const std::string null = answer({{0.0, 0.0, 0.0}, {0.0, 0.0, 0.0}});
    CHECK_THAT(null,
               Catch::StartsWith("The pact costs public payers nothing over 10 years and "
                                 "changes no autonomy: "));
}

TEST_CASE("It is the money, the coordination, or nothing that could be told") {
    const std::array<double, 3> none{0.0, 0.0, 0.0};
    const std::array<double, 3> noise{-10.0, 12.0, 1.0};
    const std::array<double, 3> more{29.0, 31.0, 30.0};
    const std::array<double, 3> less{-29.0, -31.0, -30.0};
    CHECK(money_or_coordination({noise, none, none, none}) ==
          "Neither can be told: not what the money does by itself, nor what coordination adds. ");
    CHECK(money_or_coordination({{19.0, 43.0, 31.0}, none, none, more}) ==
          "It is the money: what coordination adds cannot be told. ");
    CHECK(money_or_coordination({more, none, none, none}) ==
          "The programme does more than its money in standard services. ");
    CHECK(money_or_coordination({more, none, more, none}) ==
          "The programme does more than its money in standard services. It also spends more than "
          "that money found use for, so that not all of it is coordination. ");
    CHECK(money_or_coordination({none, none, none, more}) == "The money would do more by itself. ");
    CHECK(money_or_coordination({more, less, none, none}) ==
          "The programme does more than its money in standard services. In stable exits it does "
          "less. ");
}

TEST_CASE("A fact carries its number and origin into the page, and texts are escaped") {
    const std::string text = "a < b & " + fact("bari/pact:starts:level", 38.25, "38") + " \"so\"";
    CHECK(html_text(text) ==
          "a &lt; b &amp; <data value=\"38.25\" data-of=\"bari/pact:starts:level\">38</data> "
          "&quot;so&quot;");
    CHECK(plain_text(text) == "a < b & 38 \"so\"");
    Stat stat;
    stat.mean = -12.0;
    stat.se = 1.0;
    stat.low = -14.0;
    stat.high = -10.0;
    CHECK(html_text(difference_fact("x", stat, Language::english)) ==
          "<data value=\"-12\" data-half=\"2\" data-of=\"x\">-12 ±2</data>");
    CHECK(plain_text(size_fact("x", stat, Language::english)) == "12 ±2");
    CHECK(html_text(fact("x", no_value, "-")) == "<data value=\"\" data-of=\"x\">-</data>");
}

}  // namespace cantiere
