#include <nlohmann/json.hpp>

#include "scenarios/did_you_mean.h"
#include "scenarios/problems.h"
#include "tests/support/catch.h"

using namespace cantiere;

namespace {

Place place_in(std::string text, int line, int column) {
    return {std::make_shared<const SourceFile>(SourceFile{"a.toml", std::move(text)}),
            line,
            column};
}

}  // namespace

TEST_CASE("A problem says where, what, why and what to do, and shows the line with a caret") {
    Problems problems;
    problems.error("unknown-key",
                   place_in("x = 1\nmnoths = 3\n", 2, 1),
                   "unknown key mnoths",
                   "it would change nothing",
                   "did you mean \"months\"?");
    REQUIRE(text(problems.list().front()) ==
            "a.toml:2:1: unknown key mnoths (it would change nothing); did you mean \"months\"?\n"
            "    mnoths = 3\n"
            "    ^");
}

TEST_CASE("The caret stands under its character behind tabs and accented letters") {
    Problems problems;
    problems.error("x", place_in("\tàè = 1,5\n", 1, 8), "what", "", "fix");
    REQUIRE_THAT(text(problems), contains_text("\n    \tàè = 1,5\n    \t      ^"));
}

TEST_CASE("Of a long line the part around the column is shown") {
    const std::string line = std::string(200, 'a') + "è!" + std::string(200, 'b');
    const auto shown = [&line](int column) {
        Problems problems;
        problems.error("x", place_in(line + "\n", 1, column), "what", "", "fix");
        return text(problems);
    };
    CHECK(shown(1) == "a.toml:1:1: what; fix\n    " + std::string(120, 'a') + "...\n    ^\n");
    CHECK(shown(202) == "a.toml:1:202: what; fix\n    ..." + std::string(58, 'a') + "è!" +
                            std::string(60, 'b') + "...\n    " + std::string(62, ' ') + "^\n");
    CHECK(shown(402) == "a.toml:1:402: what; fix\n    ..." + std::string(120, 'b') + "\n    " +
                            std::string(122, ' ') + "^\n");
}

TEST_CASE("A problem of a whole file shows no line") {
    Problems problems;
    problems.error("x", place_of("a.toml"), "this file is empty", "it is the study", "fill it");
    REQUIRE(text(problems) == "a.toml: this file is empty (it is the study); fill it\n");
}

TEST_CASE("Warnings become errors when they are promoted, notes never do") {
    Problems problems;
    problems.warning("a", {}, "w", "", "");
    problems.note("b", {}, "n", "", "");
    REQUIRE_FALSE(problems.has_errors());
    problems.promote_warnings();
    REQUIRE(problems.list()[0].severity == Severity::error);
    REQUIRE(problems.list()[1].severity == Severity::note);
}

TEST_CASE("Problems are told in the order of their lines and once each") {
    Problems problems;
    const Place later = place_in("1\n2\n3\n", 3, 1);
    problems.error("b", later, "later", "", "");
    problems.error("a", {later.file, 1, 1}, "first", "", "");
    problems.error("b", later, "later", "", "");
    problems.sort();
    REQUIRE(problems.list().size() == 2);
    REQUIRE(problems.list()[0].what == "first");
}

TEST_CASE("Problems as JSON have the contract's keys, with null where there is no line") {
    Problems problems;
    problems.error("c", place_of("a.toml"), "what", "why", "do this");
    const auto read = nlohmann::json::parse(json(problems));
    REQUIRE(read["ok"] == false);
    const auto& one = read["problems"][0];
    REQUIRE(one["code"] == "c");
    REQUIRE(one["severity"] == "error");
    REQUIRE(one["file"] == "a.toml");
    REQUIRE(one["line"].is_null());
    REQUIRE(one["column"].is_null());
    REQUIRE(one["message"] == "what (why)");
    REQUIRE(one["hint"] == "do this");
}

TEST_CASE("Edits of one letter and swaps of two neighbours are at distance one") {
    REQUIRE(edit_distance("months", "mnoths") == 1);
    REQUIRE(edit_distance("months", "month") == 1);
    REQUIRE(edit_distance("months", "Months") == 0);
    REQUIRE(edit_distance("", "abc") == 3);
}

TEST_CASE("The nearest word is offered only when it is near") {
    const std::vector<std::string> words{"months", "start", "internship.slots"};
    REQUIRE(nearest("mnoths", words) == "months");
    REQUIRE(nearest("slot", words) == "internship.slots");
    REQUIRE(nearest("qqqqqq", words).empty());
    const std::vector<std::string> keys{"aids.slots",
                                        "housing.rent_eur_month",
                                        "housing.stable_loss_hazard_per_month",
                                        "job_keeping.open_ended_after_months"};
    REQUIRE(nearest("housing.arrears_eviction_hazard", keys).empty());
    REQUIRE(nearest("housing.rent_eur_moth", keys) == "housing.rent_eur_month");
    REQUIRE(nearest("aid.slots", keys) == "aids.slots");
    REQUIRE(nearest("job_search.open_ended_after_months", keys) == keys.back());
    REQUIRE(did_you_mean("zzz", words, "look") == "look");
}
