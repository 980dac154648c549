#include "analysis/transfer/preconditions_text.h"

#include "tests/support/catch.h"

namespace cantiere {
namespace {

/// A programme that pays where usual seats are few and many are migrants; home and one other place.
PreconditionAnswer told_answer(const Study& study) {
    const ParameterSpec* seats = find_parameter("internship.usual_slots_per_1000");
    const ParameterSpec* migrants = find_parameter("population.group_share.migrant");
    PreconditionAnswer answer{study, 1, 2e4, {}, {}, 400, {}};
    answer.numbers = {{migrants, 0.1, 0.4, {0.15, 0.25}}, {seats, 4.0, 13.5, {8.0, 6.0}}};
    answer.places = {{"here", "law", {"Here", "Qui"}}, {"there", "law", {"There", "Là"}}};
    DiscoveredBox box;
    BoxLimit few, many;
    few.column = 0;
    few.high = 6.5;
    few.quasi_p = 0.0001;
    few.reproduced = 1.0;
    many.column = 1;
    many.low = 0.2;
    many.quasi_p = 0.02;
    many.reproduced = 0.6;
    box.limits = {few, many};
    box.quality = {0.81, 0.74, 0.4, 2};
    answer.found.screen = {138, 0.21, {{1, 0.6, 5.0, 9.0}, {0, 0.3, 0.25, 0.15}}};
    answer.found.pays.where = usual_condition;
    answer.found.pays.cases = 200;
    answer.found.pays.of_interest = 92;
    answer.found.pays.boxes = {box};
    answer.found.pays.factors = {{"internship.usual_slots_per_1000", {}},
                                 {"population.group_share.migrant", {}}};
    answer.found.pays_not.cases = 200;
    answer.found.pays_not.of_interest = 108;
    answer.found.left_out = {50, 36, 0.001};
    return answer;
}

Study titled_study() {
    Study study;
    study.id = "study";
    study.scenarios.resize(2);
    study.scenarios[1].id = "one";
    study.scenarios[1].title = {"One", "Uno"};
    return study;
}

}  // namespace

TEST_CASE("a place meets a limit by its own value, ends included") {
    const Study study = titled_study();
    PreconditionAnswer answer = told_answer(study);
    const DiscoveredBox& box = answer.found.pays.boxes.front();
    const auto here = checks_of(box, answer.found.screen, answer.numbers, 0);
    REQUIRE(here.size() == 2);
    CHECK(here[0].value == 8.0);
    CHECK_FALSE(here[0].is_met);  // 8 of at most 6.5
    CHECK(here[1].value == 0.15);
    CHECK_FALSE(here[1].is_met);  // 15 % of at least 20 %
    const auto there = checks_of(box, answer.found.screen, answer.numbers, 1);
    CHECK(there[0].is_met);
    CHECK(there[1].is_met);
    answer.numbers[1].at[0] = 6.5;
    CHECK(checks_of(box, answer.found.screen, answer.numbers, 0)[0].is_met);
}

TEST_CASE("preconditions are told in the words and the unit of each number") {
    const Study study = titled_study();
    const auto english = precondition_sentences(told_answer(study), Language::english);
    REQUIRE(english.size() == 3);
    CHECK(english[0] ==
          "One pays more often where “internship: usual seats at once per 1,000 people in need” is "
          "at most "
          "6.5 slots per 1000 people and “share carrying this flag: Migrants” is at least 20 %: "
          "81 % of the places where that is so, and 74 % of the places inside, against 46 % of "
          "all.");
    CHECK(english[1] ==
          "Of places left out of the search (a tenth at a time) it is so in 72 % of the 50 "
          "inside.");
    CHECK(
        english[2].starts_with("Looked at: 138 numbers of the place, all varied at once in 200 "
                               "places. Searched: 2 of them"));
    const auto italian = precondition_sentences(told_answer(study), Language::italian);
    CHECK(italian[0].starts_with(
        "Uno si ripaga più spesso dove “tirocinio: posti ordinari contemporanei"));
    CHECK(italian[0].find("è al massimo 6,5 posti per 1000 persone") != std::string::npos);
    PreconditionAnswer dense = told_answer(study);
    dense.found.pays.boxes[0].quality.density = 0.95;
    CHECK(precondition_sentences(dense, Language::english)[0].starts_with("One pays where"));
    PreconditionAnswer hint = told_answer(study);
    hint.found.pays.boxes[0].limits[1].reproduced = 0.0;
    CHECK(precondition_sentences(hint, Language::english)[0].ends_with(
        "No half of the places found all these limits again: take them as a hint."));
    hint.found.pays.boxes.push_back(told_answer(study).found.pays.boxes[0]);
    // What places left out say is of the first box and stands behind it.
    CHECK(precondition_sentences(hint, Language::english)[1].starts_with("Of places left out"));
    CHECK(precondition_sentences(hint, Language::english)[2].starts_with(
        "One pays more often elsewhere too where"));
    PreconditionAnswer lucky = told_answer(study);
    lucky.found.left_out = {50, 25, 0.3};
    CHECK(precondition_sentences(lucky, Language::english)[1].ends_with(
        "no more than luck: take the limits as a hint."));
}

TEST_CASE("the places known stand beside what they need") {
    const Study study = titled_study();
    const std::string text = preconditions_text(told_answer(study), Language::english, Layout{});
    CHECK(text.find("at most 6.5 slots") != std::string::npos);
    CHECK(text.find("15 %: no") != std::string::npos);
    CHECK(text.find("25 %: yes") != std::string::npos);
    const auto json = preconditions_json(told_answer(study), Language::english);
    CHECK(json["verdict"] == "limits");
    CHECK(json["places"][0]["meets"] == false);
    CHECK(json["places"][1]["meets"] == true);
    CHECK(json["conditions"][0]["high"] == 6.5);
    CHECK(json["conditions"][0]["low"].is_null());
    CHECK(json["left_out"]["confirmed"] == 36);
    CHECK(json["left_out_not"].is_null());
}

TEST_CASE("that everything pays, that nothing does or that no limit tells is said plainly") {
    const Study study = titled_study();
    PreconditionAnswer answer = told_answer(study);
    answer.found.pays.boxes.clear();
    CHECK(precondition_sentences(answer, Language::english)[0] ==
          "One pays in 92 of the 200 places tried, and no condition of the place tells them from "
          "the others by more than luck.");
    CHECK(precondition_sentences(answer, Language::italian)[2] ==
          "In mezzo ai luoghi in cui è così, contro gli altri: “tirocinio: posti ordinari "
          "contemporanei ogni 1.000 persone in stato di bisogno” (5 posti per 1000 persone contro "
          "9 posti per 1000 persone), “quota con questa condizione: Migranti” (25 % contro 15 %).");
    answer.found.pays.of_interest = 200;
    // 1 - .05^(1/200) = .01487: with so many failures a sample without any has a chance of 5 %.
    CHECK(precondition_sentences(answer, Language::english)[0] ==
          "One pays in every one of the 200 places tried: within what they span no condition of "
          "the place is seen to be needed; up to 1.5 % of such places could still be otherwise.");
    answer.found.pays.of_interest = 0;
    CHECK(precondition_sentences(answer, Language::english)[0].starts_with(
        "One does not pay in any of the 200 places tried"));
    answer.found.pays.where = "starts > 3";
    CHECK(precondition_sentences(answer, Language::italian)[0].starts_with("starts > 3 non vale"));
}

}  // namespace cantiere
