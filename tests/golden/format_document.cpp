#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "outputs/format_doc.h"
#include "tests/support/catch.h"

using namespace cantiere;

TEST_CASE("FORMAT.md says what the table of variables says") {
    const std::string path = "outputs/FORMAT.md";
    if (std::getenv("CANTIERE_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(path) << format_markdown();
    }
    std::ifstream file(path);
    REQUIRE(file.good());
    const std::string committed(std::istreambuf_iterator<char>(file), {});
    CHECK(committed == format_markdown());
}
