#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"
#include "tests/support/catch.h"

namespace cantiere {
namespace {

/// Keys that the shipped policies give a value to, as `section.key`.
std::set<std::string> levers_of_policies() {
    static const std::regex section(R"(^\[([\w.]+)\])");
    static const std::regex assignment(R"(^(\w+) = )");
    std::set<std::string> keys;
    for (const auto& entry : std::filesystem::directory_iterator("scenarios/policies")) {
        if (entry.path().extension() != ".toml") continue;
        std::string in;
        for (const std::string& line : read_lines(entry.path().string())) {
            std::smatch found;
            if (std::regex_search(line, found, section)) in = found[1];
            if (!in.empty() && std::regex_search(line, found, assignment)) {
                keys.insert(in + "." + found[1].str());
            }
        }
    }
    return keys;
}

/// How the sweeps call a lever that they do not call by its key: one loop for all of a kind.
std::string label_of(const std::string& key) {
    static const std::map<std::string, std::string> other_names{
        {"employers.coop_extra_places", "coop_b.extra_places"},
    };
    if (key.ends_with(".programme_payer")) return "{}.programme_payer";
    if (key.starts_with("target.groups.")) return "target.groups.{}";
    const auto other = other_names.find(key);
    return other == other_names.end() ? key : other->second;
}

/// Tells whether no sweep can move a lever; each is listed here with its reason.
bool is_excused(const std::string& key) {
    static const std::map<std::string, std::string> reasons{
        {"coop_b_placement.slots", "places open at cooperatives by coop_extra_places"},
    };
    return reasons.contains(key);
}

}  // namespace

TEST_CASE("Every lever of a shipped policy has a sweep that must move an outcome") {
    std::string sweeps;
    for (const SourceFile& file : read_sources()) {
        if (!file.path.starts_with("tests/statistical/levers_")) continue;
        for (const std::string& line : file.lines) sweeps += line + "\n";
    }
    const std::set<std::string> keys = levers_of_policies();
    REQUIRE(keys.size() > 80);
    std::vector<std::string> offences;
    for (const std::string& key : keys) {
        if (is_excused(key)) continue;
        if (sweeps.find('"' + label_of(key)) != std::string::npos) continue;
        offences.push_back(key + " is in no tests/statistical/levers_*.cpp");
    }
    INFO(listed(offences));
    CHECK(offences.empty());
}

}  // namespace cantiere
