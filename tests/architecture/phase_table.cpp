#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include "tests/architecture/source_tree.h"
#include "tests/support/catch.h"

namespace cantiere {

namespace {

constexpr const char* readme = "model/README.md";

/// Names the phases by the files of model/month, without extension.
std::set<std::string> phases_in_folder() {
    std::set<std::string> phases;
    for (const auto& entry : std::filesystem::directory_iterator("model/month")) {
        const std::filesystem::path extension = entry.path().extension();
        if (extension == ".h" || extension == ".cpp") phases.insert(entry.path().stem().string());
    }
    return phases;
}

/// Names the phases that rows of README's tables write as `month/NAME`, with or without extension.
std::set<std::string> phases_in_readme() {
    static const std::regex name(R"re(`(?:model/)?month/([a-z0-9_]+)(?:\.h|\.cpp)?`)re");
    std::set<std::string> phases;
    for (const std::string& line : read_lines(readme)) {
        if (!line.starts_with('|')) continue;
        const std::sregex_iterator end;
        for (std::sregex_iterator match(line.begin(), line.end(), name); match != end; ++match) {
            phases.insert((*match)[1].str());
        }
    }
    return phases;
}

}  // namespace

TEST_CASE("The table of phases in model/README.md names the files of model/month, all of them") {
    const std::set<std::string> phases = phases_in_folder();
    const std::set<std::string> named = phases_in_readme();
    REQUIRE_FALSE(phases.empty());
    CHECK(named == phases);
}

}  // namespace cantiere
