#include "scenarios/study_header.h"
#include "scenarios/study_text.h"
#include "tests/support/catch.h"
#include "tests/unit/scenarios_refused.h"

using namespace cantiere;

TEST_CASE("A command line changes the study as one more file") {
    StudyOptions options;
    options.overrides.draws = 9;
    options.overrides.replicates = 2;  // stated already
    options.overrides.set = {{"internship.slots", "60"}, {"evaluation.price_year", "2016"}};
    const StudyReading reading = read_example(example_files(), options);
    INFO(text(reading.problems));
    REQUIRE(reading.study);
    REQUIRE(reading.study->experiment.draws == 9);
    REQUIRE(reading.study->evaluation.price_year == 2016);
    REQUIRE(reading.study->files.back().path != "");
    const auto file = std::find_if(reading.study->files.begin(),
                                   reading.study->files.end(),
                                   [](const auto& one) { return one.path == overrides_path; });
    REQUIRE(file->text ==
            "[evaluation]\nprice_year = 2016\n[experiment]\ndraws = 9\n"
            "[set]\n\"internship.slots\" = 60\n");
}

TEST_CASE("What a command line says as the study does leaves no trace") {
    StudyOptions options;
    options.overrides.draws = 4;
    options.overrides.seed = 7;
    REQUIRE(fingerprint_of(header_of(*read_example(example_files(), options).study)) ==
            fingerprint_of(header_of(*read_example(example_files()).study)));
}

TEST_CASE("Unknown keys of a command line are told with the nearest one") {
    StudyOptions options;
    options.overrides.set = {{"internship.slot", "60"}};
    REQUIRE_THAT(
        only_error(read_example(example_files(), options)),
        contains_text("--set internship.slot: unknown key internship.slot (it would change "
                      "nothing); did you mean \"internship.slots\"?"));
}

TEST_CASE("Mistakes of a command line are told at the option that made them") {
    StudyOptions options;
    options.overrides.only = {"no-such-scenario"};
    REQUIRE_THAT(only_error(read_example(example_files(), options)),
                 contains_text("--only: there is no scenario \"no-such-scenario\""));
    options = {};
    options.overrides.set = {{"horizon.months", "long"}};
    REQUIRE_THAT(only_error(read_example(example_files(), options)),
                 contains_text("--set horizon.months: months is a text"));
}

TEST_CASE("Commas and percent are told as files have them") {
    for (const auto& [written, meant] : {std::pair{"0,03", "0.03"},
                                         {"3%", "0.03"},
                                         {"2,5 %", "0.025"},
                                         {"3 in 100", "a number"}}) {
        StudyOptions options;
        options.overrides.set = {{"network.tie_target", written}};
        REQUIRE_THAT(only_error(read_example(example_files(), options)),
                     contains_text(std::string("; write ") + meant));
    }
}
