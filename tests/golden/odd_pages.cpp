#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "scenarios/study_reader.h"
#include "tests/support/catch.h"
#include "tests/support/odd_pages.h"

namespace cantiere {
namespace {

/// Compares a committed page with what the code writes, or writes it where that is asked for.
void check_page(const std::string& path, const std::string& written) {
    if (std::getenv("CANTIERE_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << written;
    std::ifstream file(path);
    REQUIRE(file.good());
    const std::string committed(std::istreambuf_iterator<char>(file), {});
    CHECK(committed == written);
}

}  // namespace

TEST_CASE("The ODD page of phases says what the headers of the month say") {
    const std::string page = odd_phases_page();
    CHECK(page.find("`place_residents`: Phase 9") != std::string::npos);
    check_page("model/odd/phases.md", page);
}

TEST_CASE("The ODD page of parameters says what the table and the packs say") {
    const StudyReading reading = read_study("scenarios/studies/pistoia.toml");
    REQUIRE(reading.study.has_value());
    const std::string page = odd_parameters_page(*reading.study);
    for (const ParameterSpec& spec : parameter_table()) {
        REQUIRE(page.find("| `" + spec.key + "` |") != std::string::npos);
    }
    check_page("model/odd/parameters.md", page);
}

}  // namespace cantiere
