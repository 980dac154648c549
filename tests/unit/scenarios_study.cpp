#include "scenarios/study_header.h"
#include "scenarios/study_text.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_refused.h"

using namespace cantiere;

namespace {

constexpr const char* study_file = "studies/small.toml";
constexpr const char* law_file = "laws/italy-2024-adi.toml";
constexpr const char* policy_file = "policies/seats.toml";

}  // namespace

TEST_CASE("A sound study is read whole") {
    const StudyReading reading = read_example(example_files());
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    REQUIRE(reading.study->title.it == "Piccolo");
    REQUIRE(reading.study->horizon.start == CalendarMonth{2015, 1});
    REQUIRE(reading.study->scenarios.size() == 3);
    REQUIRE(reading.study->scenarios[1].base == 0);
    REQUIRE(reading.study->services == 1);
    REQUIRE(reading.study->modules.on[Module::demography]);
    REQUIRE(reading.study->modules.on[Module::households]);
}

TEST_CASE("Mistakes in a study are told with their line, their reason and a remedy") {
    const std::string e1 = error_after(study_file, "months = 6", "mnoths = 6\nmonths = 6");
    CHECK_THAT(e1, contains_text("studies/small.toml:11:1: unknown key mnoths in [horizon]"));
    CHECK_THAT(e1, contains_text("did you mean \"months\"?"));
    CHECK_THAT(error_after(study_file, "[horizon]", "[horizn]\nx = 1\n[horizon]"),
               contains_text("unknown table horizn in the study (it would change nothing); did you "
                             "mean \"horizon\"?"));
    CHECK_THAT(error_after(study_file, "draws = 4", "draws = -3"),
               contains_text("draws is -3 (draws is from 1 to 1000000)"));
    CHECK_THAT(error_after(study_file, "replicates = 2", "replicates = \"many\""),
               contains_text("replicates is a text: \"many\""));
    CHECK_THAT(error_after(study_file, "start = \"2015-01\"", "start = \"2015-13\""),
               contains_text("start is \"2015-13\""));
    CHECK_THAT(error_after(study_file, "base = \"as-usual\"", "base = \"as-usuall\""),
               contains_text("there is no scenario \"as-usuall\""));
    CHECK_THAT(error_after(study_file, "valley.toml", "vally.toml"),
               contains_text("did you mean \"valley.toml\"?"));
    CHECK_THAT(error_after(study_file, "schema = 1", "schema = 2"),
               contains_text("use a newer version of cantiere"));
    CHECK_THAT(error_after(study_file, "kind = \"study\"", "kind = \"policy\""),
               contains_text("a file of kind \"study\" is needed here"));
    CHECK_THAT(error_after(study_file, "null_twin = true\n", ""),
               contains_text("\"seats-null-twin\" is named as a null twin"));
    CHECK_THAT(error_after(study_file, "seats-null-twin", "seats-twin"),
               contains_text("ids of null twins end in -null-twin"));
    CHECK_THAT(error_after(study_file, "id = \"seats\"", "id = \"as-usual\""),
               contains_text("[[scenario]] \"as-usual\" stands twice"));
    CHECK_THAT(error_after(study_file, "seed = 7\n", ""), contains_text("[experiment] lacks seed"));
    CHECK_THAT(error_after(study_file,
                           "[experiment]",
                           "[evaluation]\ndiscount = \"green-book\"\n"
                           "discount_rate_per_year = 0.03\n[experiment]"),
               contains_text("states a discount rate and a schedule of rates"));
}

TEST_CASE("Mistakes in values are told with their line, their reason and a remedy") {
    const std::string slots = "value = 10";
    CHECK_THAT(error_after(policy_file, "slots = {", "slotz = {"),
               contains_text("policies/seats.toml:5:1: unknown key internship.slotz"));
    CHECK_THAT(error_after(policy_file, "slots = {", "slotz = {"),
               contains_text("did you mean \"internship.slots\"?"));
    CHECK_THAT(error_after(policy_file, "unit = \"slots\"", "unit = \"EUR/day\""),
               contains_text("internship.slots is in EUR/day (internship.slots takes slots)"));
    CHECK_THAT(error_after(policy_file, slots, "value = -1"),
               contains_text("internship.slots is -1 slots (it is from 0 to 100000)"));
    CHECK_THAT(error_after(policy_file, slots, "value = 10.5"), contains_text("a whole number"));
    CHECK_THAT(error_after(policy_file, slots, "value = \"ten\""),
               contains_text("internship.slots is a text: \"ten\""));
    CHECK_THAT(error_after(policy_file, slots, "value = 10, dist = \"gama\", low = 5, high = 15"),
               contains_text("did you mean \"gamma\"?"));
    CHECK_THAT(error_after(policy_file, slots, "value = 10, dist = \"uniform\""),
               contains_text("has a distribution but no range"));
    CHECK_THAT(error_after(policy_file, slots, "value = 10, low = 11, high = 15"),
               contains_text("is 10, outside of its range 11 to 15"));
    CHECK_THAT(error_after(policy_file, slots, "value = 10, low = 5"),
               contains_text("only one end of a range"));
    CHECK_THAT(error_after(policy_file, "ben.x", "ben.xx"),
               contains_text("\"ben.xx\" is no key of the evidence catalogue"));
    CHECK_THAT(error_after(policy_file, "found", "fuond"),
               contains_text("did you mean \"found\"?"));
    CHECK_THAT(error_after(policy_file, slots, "value = 10, price_year = 2019"),
               contains_text("not an amount of money"));
    CHECK_THAT(error_after(law_file, "2016", "1999"),
               contains_text("the price index covers 2004 to 2024"));
    CHECK_THAT(error_after(law_file, "[benefit]", "[internship]\nslots = 3\n[benefit]"),
               contains_text("internship.slots does not belong in a law pack"));
    CHECK_THAT(
        error_after(policy_file, "[internship]", "[population]\nrenter_share = 60\n[internship]"),
        contains_text("population.renter_share does not belong in a policy pack"));
    CHECK_THAT(error_after("territories/valley.toml",
                           "residents_in_need = 200",
                           "residents_in_need = 200\nrenter_share = 60"),
               contains_text("0.6 if 60 % is meant"));
    CHECK_THAT(error_after(policy_file,
                           "[internship]",
                           "[placement]\npolicy = \"need_frist\"\n[internship]"),
               contains_text("did you mean \"need_first\"?"));
    CHECK_THAT(
        error_after(policy_file, "[internship]", "[programme]\nstart_month = 6\n[internship]"),
        contains_text("starts in month 6 (the study ends after month 5"));
}

TEST_CASE("A programme for nobody is refused, in a study and in its policy alone") {
    const std::string nobody = "[target]\neverybody = false\nwomen_only = true\n[internship]";
    CHECK_THAT(error_after(policy_file, "[internship]", nobody),
               contains_text("policies/seats.toml:5:1: the programme of \"seats\" admits nobody"));
    const auto errors_of = [](const std::string& head) {
        Texts files = example_files();
        replace_in(files, policy_file, "[internship]", head);
        StudyOptions options;
        options.files = memory_files(files);
        const Problem told = problem_of(check_pack(policy_file, options), "nobody-admitted");
        return told.code.empty() ? std::string() : text(told);
    };
    CHECK_THAT(errors_of(nobody),
               contains_text("policies/seats.toml:5:1: the policy \"seats\" admits nobody"));
    CHECK_THAT(errors_of(nobody), contains_text("write true for a group of [target.groups]"));
    CHECK(errors_of("[target]\neverybody = false\n[target.groups]\nmigrant = true\n"
                    "[internship]")
              .empty());
    CHECK(errors_of("[target]\neverybody = true\n[internship]").empty());
    CHECK(errors_of("[internship]").empty());
    StudyOptions options;
    options.overrides.set = {{"target.everybody", "false"}};
    CHECK_THAT(only_error(read_example(example_files(), options)), contains_text("admits nobody"));
}

TEST_CASE("All mistakes of all files are told in one go") {
    Texts files = example_files();
    replace_in(files, study_file, "draws = 4", "draws = 0");
    replace_in(files, study_file, "months = 6", "months = \"six\"");
    replace_in(files, policy_file, "value = 10", "value = -1");
    replace_in(files, law_file, "ben.x", "ben.zzz");
    REQUIRE(read_example(files).problems.list().size() >= 4);
}

TEST_CASE("A number without source is a warning, and an error under strict reading") {
    Texts files = example_files();
    replace_in(files,
               policy_file,
               "source = \"ben.x\", quality = \"found\"",
               "quality = \"assumed\"");
    const StudyReading allowed = read_example(files);
    REQUIRE(allowed.study);
    REQUIRE(problem_of(allowed.problems, "unsourced").severity == Severity::warning);
    StudyOptions strict;
    strict.warnings = Warnings::refuse;
    REQUIRE_FALSE(read_example(files, strict).study);
}

TEST_CASE("A base in another territory is refused, as other people live there") {
    Texts files = example_files();
    files["territories/hill.toml"] = files["territories/valley.toml"];
    replace_in(files, "territories/hill.toml", "\"valley\"", "\"hill\"");
    files[study_file] +=
        "[[scenario]]\nid = \"seats-hill\"\nterritory = \"../territories/hill.toml\"\n"
        "policies = [\"../policies/seats.toml\"]\n";
    REQUIRE_THAT(only_error(read_example(files)),
                 contains_text("\"seats-hill\" is in hill, its base \"as-usual\" in valley"));
    files[study_file] +=
        "base = \"as-usual-hill\"\n[[scenario]]\nid = \"as-usual-hill\"\n"
        "territory = \"../territories/hill.toml\"\n";
    const StudyReading reading = read_example(files);
    REQUIRE(reading.study);
    REQUIRE(reading.study->scenarios[4].base == 4);
    REQUIRE(reading.study->services == 2);
}

TEST_CASE("Running only some scenarios keeps their bases") {
    StudyOptions options;
    options.overrides.only = {"seats"};
    const Study study = *read_example(example_files(), options).study;
    REQUIRE(study.scenarios.size() == 2);
    REQUIRE(study.scenarios[0].id == "as-usual");
    REQUIRE(study.scenarios[1].base == 0);
    options.overrides.only = {"seatz"};
    REQUIRE_THAT(only_error(read_example(example_files(), options)),
                 contains_text("did you mean \"seats\"?"));
}

TEST_CASE("A study is read again from its provenance, to the same fingerprint") {
    StudyOptions options;
    options.overrides.draws = 9;
    options.overrides.set = {{"internship.slots", "60"}};
    const Study study = *read_example(example_files(), options).study;
    const ResultsHeader header = header_of(study);
    REQUIRE(header.provenance.files.front().path == "small.toml");
    const StudyReading again = read_study(header.provenance);
    INFO(text(again.problems));
    REQUIRE(again.study);
    REQUIRE(fingerprint_of(header_of(*again.study)) == fingerprint_of(header));
}

TEST_CASE("Effects are net only with displacement and with employers whom others could work for") {
    const auto effects_with = [](const char* module) {
        StudyOptions options;
        options.overrides.set = {{module, "false"}};
        return header_of(*read_example(example_files(), options).study).effects;
    };
    CHECK(header_of(*read_example(example_files()).study).effects == Effects::net);
    CHECK(effects_with("modules.travel") == Effects::net);
    CHECK(effects_with("modules.displacement") == Effects::gross);
    CHECK(effects_with("modules.employers") == Effects::gross_open_market);
}

TEST_CASE("Effects are gross where parameters displace nobody, in one scenario too") {
    const auto effects_with = [](std::vector<std::pair<std::string, std::string>> set) {
        StudyOptions options;
        options.overrides.set = std::move(set);
        return header_of(*read_example(example_files(), options).study).effects;
    };
    const std::string placed = "job_search.displacement_share";
    const std::string found = "job_search.runner_up_displaced_share";
    CHECK(effects_with({{placed, "0"}}) == Effects::net);
    CHECK(effects_with({{found, "0"}}) == Effects::gross_open_market);
    CHECK(effects_with({{placed, "0"}, {found, "0"}}) == Effects::gross);
}

TEST_CASE("The resolved study shows each value with the place that states it") {
    const Study study = *read_example(example_files()).study;
    const std::string shown = study_text(study, Origins::show);
    CHECK_THAT(shown, contains_text("# policies/seats.toml:5:1"));
    CHECK_THAT(shown, contains_text("EUR 500 of 2016"));
    CHECK_THAT(shown, contains_text("# default of the program"));
    const std::string plain = study_text(study);
    CHECK(plain.find("policies/seats.toml:5") == std::string::npos);
    Problems problems;
    const auto file = std::make_shared<const SourceFile>(SourceFile{"resolved", plain});
    CHECK(parse_toml(file, problems));
}

TEST_CASE("A travel matrix with an unknown municipality is told at its row") {
    Texts files = example_files();
    replace_in(files,
               "territories/valley.toml",
               "[[municipality]]",
               "travel_matrix = \"minutes.csv\"\n[[municipality]]");
    files["territories/minutes.csv"] =
        "from,to,minutes_car,minutes_transit\n047014,047002,12,30\n047014,047003,1,2\n";
    REQUIRE_THAT(only_error(read_example(files)),
                 contains_text("territories/minutes.csv:3:8: \"047003\" is no municipality"));
}
