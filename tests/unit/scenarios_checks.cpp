#include <algorithm>

#include "analysis/catalogue/told_problems.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_refused.h"

using namespace cantiere;

TEST_CASE("Of two policies that state the same levers the study is told which counts") {
    Texts files = example_files();
    files["policies/more.toml"] = files.at("policies/seats.toml");
    replace_in(files, "policies/more.toml", "id = \"seats\"", "id = \"more\"");
    CHECK(read_example(files).problems.list().size() ==
          read_example(example_files()).problems.list().size());
    replace_in(files,
               "studies/small.toml",
               "policies = [\"../policies/seats.toml\"]\n[[scenario]]",
               "policies = [\"../policies/seats.toml\", \"../policies/more.toml\"]\n[[scenario]]");
    const Problem told = problem_of(read_example(files).problems, "policies-overlap");
    CHECK(told.severity == Severity::warning);
    CHECK_THAT(told.why, contains_text("what \"more\" states counts, and not what \"seats\" does"));
}

TEST_CASE("A programme that the study's end cuts off is noted, and levers without a policy are") {
    Texts files = example_files();
    replace_in(files,
               "studies/small.toml",
               "[[scenario]]\nid = \"seats\"\n",
               "[[scenario]]\nid = \"free\"\nset = { \"internship.slots\" = 9 }\n[[scenario]]\nid "
               "= \"seats\"\nset = { \"programme.months\" = 24 }\n");
    const Problems problems = read_example(files).problems;
    CHECK(problem_of(problems, "without-policy").severity == Severity::note);
    CHECK_THAT(problem_of(problems, "without-policy").what,
               contains_text("\"free\" sets internship.slots"));
    CHECK_THAT(problem_of(problems, "cut-off").what, contains_text("goes on to month 23"));
}

TEST_CASE("More people in need than inhabitants are refused wherever they are stated") {
    Texts files = example_files();
    replace_in(files,
               "territories/valley.toml",
               "residents_in_need = 200",
               "residents_in_need = 89102");
    CHECK_THAT(only_error(read_example(files)), contains_text("territories/valley.toml:18"));
    StudyOptions options;
    options.overrides.set = {{"population.residents_in_need", "1000000"}};
    CHECK_THAT(only_error(read_example(example_files(), options)),
               contains_text("the municipalities have 89101 inhabitants"));
}

TEST_CASE(
    "Municipalities that a territory adds to those it extends are noted, changed ones are not") {
    Texts files = example_files();
    files["territories/mine.toml"] =
        "schema = 1\nkind = \"territory\"\nid = \"mine\"\nextends = [\"valley.toml\"]\n";
    replace_in(files, "studies/small.toml", "territories/valley.toml", "territories/mine.toml");
    const std::string agliana = "[[municipality]]\nistat = \"047002\"\npopulation = 17000\n";
    const std::string quarrata =
        "[[municipality]]\nistat = \"047017\"\nname = \"Quarrata\"\npopulation = 26000\n"
        "latitude = 43.85\nlongitude = 10.98\n";
    const auto noted = [&](const std::string& municipalities) {
        Texts changed = files;
        changed.at("territories/mine.toml") += municipalities;
        return read_example(changed).problems;
    };
    const auto number = [](const Problems& problems) {
        return std::ranges::count(problems.list(), "added-municipalities", &Problem::code);
    };
    CHECK(number(noted("")) == 0);
    CHECK(number(noted(agliana)) == 0);
    const Problems problems = noted(agliana + quarrata);
    CHECK(number(problems) == 1);  // once, though three scenarios have this territory
    const Problem note = problem_of(problems, "added-municipalities");
    CHECK(note.severity == Severity::note);
    CHECK(text(note.place) == "territories/mine.toml:8:1");
    CHECK(note.what == "this file adds municipalities (1) to those of territories/valley.toml (2)");
    CHECK_THAT(note.fix, contains_text("leave extends out"));
    const Problem italian = problem_of(told(problems, Language::italian), "added-municipalities");
    CHECK(italian.what ==
          "questo file aggiunge comuni (1) a quelli di territories/valley.toml (2)");
    CHECK_THAT(italian.fix, contains_text("o togliere extends"));
}
