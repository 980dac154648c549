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
