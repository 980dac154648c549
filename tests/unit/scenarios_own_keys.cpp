#include "scenarios/study_text.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_refused.h"

using namespace cantiere;

namespace {

constexpr const char* study_file = "studies/small.toml";
constexpr const char* policy_file = "policies/seats.toml";

}  // namespace

TEST_CASE("An id that names no file is refused, in a study and in a pack") {
    for (const std::string id : {"../../zz", "", "Gorizia X"}) {
        CHECK_THAT(error_after(study_file, "\"small\"", "\"" + id + "\""),
                   contains_text("id is \"" + id + "\" (results are named by it)"));
        CHECK_THAT(error_after(policy_file, "\"seats\"", "\"" + id + "\""),
                   contains_text("use lower-case letters, digits and hyphens"));
    }
}

TEST_CASE("A scenario cannot set what acts at the start, which all scenarios share") {
    const std::string set = "id = \"seats\"\nset = { \"initial.trust_mean\" = 0.2 }\n";
    const std::string error = error_after(study_file, "id = \"seats\"\n", set);
    CHECK_THAT(error, contains_text("studies/small.toml:21:9: initial.trust_mean is set"));
    CHECK_THAT(error, contains_text("(it acts only at the start of burn-in"));
    CHECK_THAT(error, contains_text("give the scenario a behaviour pack of its own"));
    StudyOptions options;
    options.overrides.set = {{"initial.trust_mean", "0.2"}};
    CHECK(read_example(example_files(), options).study);
}

TEST_CASE("A scenario can set every number that acts monthly, and none that acts at the start") {
    for (const Acts acts : {Acts::monthly, Acts::at_start}) {
        std::string set;
        for (const ParameterSpec& spec : parameter_table()) {
            if (spec.type != ValueType::number || spec.acts != acts) continue;
            set += (set.empty() ? "" : ", ") + toml_key(spec.key) + " = " +
                   toml_number(spec.default_value);
        }
        Texts files = example_files();
        files["studies/small.toml"] += "[[scenario]]\nid = \"all\"\nset = { " + set + " }\n";
        const StudyReading reading = read_example(files);
        INFO(text(reading.problems));
        CHECK(reading.study.has_value() == (acts == Acts::monthly));
    }
}

TEST_CASE("A price year that the index does not cover is told once, on the study's own line") {
    const std::string evaluation = "[evaluation]\nprice_year = 2040\n[horizon]";
    const std::string error = error_after(study_file, "[horizon]", evaluation);
    CHECK_THAT(error, contains_text("studies/small.toml:9:14: price_year is 2040"));
    CHECK_THAT(error, contains_text("the price index covers 2004 to 2024"));
}

TEST_CASE("The study's own keys are shown with the file that states them, across extends") {
    Texts files = example_files();
    files["studies/common.toml"] =
        "[experiment]\nreplicates = 3\n[evaluation]\nprice_year = 2016\n";
    replace_in(files, study_file, "schema = 1", "extends = [\"common.toml\"]\nschema = 1");
    replace_in(files, study_file, "replicates = 2\n", "");
    const StudyReading reading = read_example(files);
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    const std::string shown = study_text(*reading.study, Origins::show);
    CHECK_THAT(shown, contains_text("replicates = 3  # studies/common.toml:2:14\n"));
    CHECK_THAT(shown, contains_text("price_year = 2016  # studies/common.toml:4:14\n"));
    CHECK_THAT(shown, contains_text("months = 6  # studies/small.toml:12:10\n"));
    CHECK_THAT(shown, contains_text("null_twin = true  # studies/small.toml:"));
    CHECK_THAT(shown, contains_text("null_twin = false  # default of the program\n"));
    CHECK_THAT(shown, contains_text("base = \"as-usual\"  # studies/small.toml:16:8\n"));
    CHECK_THAT(shown, contains_text("law = \"italy-2024-adi.toml\"  # studies/small.toml:7:7\n"));
    CHECK(study_text(*reading.study).find("# studies") == std::string::npos);
}
