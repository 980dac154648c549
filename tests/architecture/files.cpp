#include <array>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"
#include "tests/support/catch.h"

namespace cantiere {

namespace {

constexpr std::size_t longest_header = 120;
constexpr std::size_t longest_source = 300;

/// Tells whether a file may be longer than the style says; each is listed here with its reason.
bool is_excused(const std::string& path) {
    static const std::map<std::string, std::string> reasons{
        {"model/core/decisions.h", "a list that only grows"},
        {"model/variables.cpp", "the table of variables, a row each"},
        {"scenarios/parameter_table_behaviour.cpp", "a table of parameters, a row each"},
        {"tests/support/placement_problems.h", "the worked examples of placement in one place"},
    };
    return reasons.contains(path);
}

std::size_t longest(const std::string& path) {
    return path.ends_with(".h") ? longest_header : longest_source;
}

/// Names what git tracks at the top; what is in the folder, but for build/, where there is no git.
std::set<std::string> top_level() {
    std::set<std::string> names;
    const std::unique_ptr<FILE, int (*)(FILE*)> git(popen("git ls-files 2>/dev/null", "r"), pclose);
    std::array<char, 4096> line{};
    while (git && std::fgets(line.data(), static_cast<int>(line.size()), git.get()) != nullptr) {
        const std::string path(line.data());
        names.insert(path.substr(0, path.find_first_of("/\n")));
    }
    if (!names.empty()) return names;
    for (const auto& entry : std::filesystem::directory_iterator(".")) {
        names.insert(entry.path().filename().string());
    }
    names.erase("build");
    return names;
}

/// Paths of the CMakeLists.txt below a folder.
std::vector<std::string> lists_below(const char* folder) {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().filename() == "CMakeLists.txt") paths.push_back(entry.path().string());
    }
    return paths;
}

}  // namespace

TEST_CASE("No file defines a macro") {
    static const std::regex definition(R"(^\s*#\s*define\b)");
    std::vector<std::string> offences;
    for (const SourceFile& file : read_sources()) {
        for (std::size_t line = 0; line < file.lines.size(); ++line) {
            if (!std::regex_search(file.lines[line], definition)) continue;
            offences.push_back(offence(file.path, line + 1, file.lines[line]));
        }
    }
    INFO(listed(offences));
    CHECK(offences.empty());
}

TEST_CASE("Every header starts with pragma once") {
    std::vector<std::string> offences;
    for (const SourceFile& file : read_sources()) {
        if (!file.path.ends_with(".h")) continue;
        if (!file.lines.empty() && file.lines.front() == "#pragma once") continue;
        offences.push_back(offence(file.path, 1, "does not start with #pragma once"));
    }
    INFO(listed(offences));
    CHECK(offences.empty());
}

TEST_CASE(
    "A header has at most 120 lines and a source at most 300, tables of parameters excepted") {
    std::vector<std::string> offences;
    for (const SourceFile& file : read_sources()) {
        const bool is_long = file.lines.size() > longest(file.path);
        if (is_long == is_excused(file.path)) continue;
        const char* text =
            is_long ? "is too long: split it by subject" : "needs no excuse any more";
        offences.push_back(offence(file.path, file.lines.size(), text));
    }
    INFO(listed(offences));
    CHECK(offences.empty());
}

TEST_CASE("The model takes exp and log from the core, whatever the processor") {
    static const std::regex library_call(
        R"(\bstd::(exp|exp2|expm1|log|log2|log10|log1p|pow|tanh|erf|erfc|lgamma|tgamma|fma)\s*\()");
    std::vector<std::string> offences;
    for (const SourceFile& file : read_sources()) {
        if (!file.path.starts_with("model/")) continue;
        for (std::size_t line = 0; line < file.lines.size(); ++line) {
            const std::string code = file.lines[line].substr(0, file.lines[line].find("//"));
            if (!std::regex_search(code, library_call)) continue;
            offences.push_back(offence(file.path, line + 1, file.lines[line]));
        }
    }
    INFO(listed(offences));
    CHECK(offences.empty());
}

TEST_CASE("No two headers define a type of one name, which the linker would take for one") {
    static const std::regex definition(R"(^(?:struct|class) (\w+)(?: final)?(?: : .*)? \{)");
    std::map<std::string, std::string> where;
    std::vector<std::string> offences;
    for (const SourceFile& file : read_sources()) {
        if (!file.path.ends_with(".h") || layer_of(file.path).empty()) continue;
        for (std::size_t line = 0; line < file.lines.size(); ++line) {
            std::smatch found;
            if (!std::regex_search(file.lines[line], found, definition)) continue;
            const auto [first, is_new] = where.emplace(found[1].str(), file.path);
            if (is_new) continue;
            offences.push_back(
                offence(file.path, line + 1, found[1].str() + ", as in " + first->second));
        }
    }
    INFO(listed(offences));
    CHECK(where.size() > 100);
    CHECK(offences.empty());
}

TEST_CASE("Every source is built: a list of CMake names it") {
    std::set<std::string> listed_files;
    for (const char* layer : {"model", "outputs", "scenarios", "analysis", "tests"}) {
        for (const std::string& path : lists_below(layer)) {
            for (const std::string& line : read_lines(path)) {
                std::smatch found;
                if (!std::regex_search(line, found, std::regex(R"(([\w./-]+\.cpp))"))) continue;
                const std::filesystem::path folder = std::filesystem::path(path).parent_path();
                listed_files.insert((folder / found[1].str()).lexically_normal().string());
            }
        }
    }
    std::vector<std::string> offences;
    for (const SourceFile& file : read_sources()) {
        if (!file.path.ends_with(".cpp") || listed_files.contains(file.path)) continue;
        offences.push_back(offence(file.path, 1, "stands in no CMakeLists.txt: never built"));
    }
    INFO(listed(offences));
    CHECK(offences.empty());
}

TEST_CASE("The top level holds the house and nothing else") {
    const std::set<std::string> house{"CHANGELOG.md",
                                      "CITATION.cff",
                                      "CMakeLists.txt",
                                      "CMakePresets.json",
                                      "CONTRIBUTING.md",
                                      "LICENSE",
                                      "README.md",
                                      "analysis",
                                      "model",
                                      "outputs",
                                      "scenarios",
                                      "tests"};
    std::set<std::string> found = top_level();
    std::erase_if(found, [](const std::string& name) { return name.starts_with('.'); });
    CHECK(found == house);
}

}  // namespace cantiere
