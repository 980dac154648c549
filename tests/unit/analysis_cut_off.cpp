#include <string>

#include "analysis/comparison_head.h"
#include "tests/support/catch.h"
#include "tests/unit/outputs_example.h"
#include "tests/unit/scenarios_example.h"

namespace cantiere {
namespace {

/// The note of results of the small study, of six months, with a programme of so many.
std::string note_of(const std::string& programme_months,
                    const StudyOptions& options,
                    Language language) {
    Texts files = example_files();
    replace_in(files,
               "studies/small.toml",
               "id = \"seats\"\n",
               "id = \"seats\"\nset = { \"programme.months\" = " + programme_months + " }\n");
    const StudyReading reading = read_example(files, options);
    REQUIRE(reading.study.has_value());
    ResultsHeader header = example_header();
    header.provenance.files = reading.study->files;
    return cut_off_text(header, language, {400, {}});
}

}  // namespace

TEST_CASE("A comparison names the programmes that go on when the study ends") {
    CHECK(note_of("6", {}, Language::english).empty());
    CHECK(note_of("7", {}, Language::english) ==
          "The study ends before these programmes do: seats. Their costs are in the results, and "
          "not all that they bring.\n");
    CHECK_THAT(note_of("7", {}, Language::italian),
               contains_text("Lo studio finisce prima di questi programmi: seats."));
    StudyOptions shorter;
    shorter.overrides.months = 5;  // as run --months 5 keeps it in the results
    CHECK_THAT(note_of("6", shorter, Language::english), contains_text("programmes do: seats."));
}

TEST_CASE("Results that do not keep their study say nothing of programmes cut off") {
    CHECK(cut_off_text(example_header(), Language::english, {400, {}}).empty());
}

}  // namespace cantiere
