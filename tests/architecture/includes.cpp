#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"
#include "tests/support/catch.h"

namespace cantiere {

namespace {

/// Says why the model may not include a system header; empty when it may.
std::string reason_against_in_model(const std::string& file, const std::string& header) {
    struct Rule {
        const char* prefix;
        const char* reason;
    };
    static const std::vector<Rule> rules{
        {"hdf5", "the model knows no results file"},
        {"H5", "the model knows no results file"},
        {"toml++", "the model knows no scenario file"},
        {"nlohmann", "the model knows no file format"},
        {"filesystem", "the model knows no files"},
        {"fstream", "the model knows no files"},
        {"CLI", "the model knows no command line"},
        {"iostream", "the model neither logs nor prints"},
        {"cstdio", "the model neither logs nor prints"},
        {"print", "the model neither logs nor prints"},
        {"thread", "parallelism lives in the row loop and the batch runner"},
        {"mutex", "parallelism lives in the row loop and the batch runner"},
        {"future", "parallelism lives in the row loop and the batch runner"},
        {"atomic", "parallelism lives in the row loop and the batch runner"},
        {"mpi", "parallelism lives in the row loop and the batch runner"},
        {"boost/mpi", "parallelism lives in the row loop and the batch runner"},
        {"random", "random numbers are keyed draws"},
        {"chrono", "a run is a function of its inputs, not of the clock"},
        {"ctime", "a run is a function of its inputs, not of the clock"},
    };
    if (header == "omp.h" && layer_of(file) != "model/core") return "threads live in model/core";
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& candidate) {
        return header.starts_with(candidate.prefix);
    });
    return rule == rules.end() ? "" : rule->reason;
}

bool is_in_model(const SourceFile& file) { return file.path.starts_with("model/"); }

}  // namespace

TEST_CASE("A layer includes itself and the layers to its left and nothing else of the project") {
    std::vector<std::string> offences;
    for (const SourceFile& file : read_sources()) {
        const std::string_view layer = layer_of(file.path);
        for (const Include& include : includes_of(file)) {
            if (include.is_system || include.target.find('/') == std::string::npos) continue;
            if (rank_of_layer(layer_of(include.target)) <= rank_of_layer(layer)) continue;
            offences.push_back(offence(file.path, include.line, "includes " + include.target));
        }
    }
    INFO("model/core <- model <- outputs <- scenarios <- analysis" << listed(offences));
    CHECK(offences.empty());
}

TEST_CASE("The model includes no files, formats, threads, clocks or command line") {
    std::vector<std::string> offences;
    for (const SourceFile& file : read_sources()) {
        if (!is_in_model(file)) continue;
        for (const Include& include : includes_of(file)) {
            if (!include.is_system) continue;
            const std::string reason = reason_against_in_model(file.path, include.target);
            if (reason.empty()) continue;
            offences.push_back(
                offence(file.path, include.line, "includes <" + include.target + ">: " + reason));
        }
    }
    INFO(listed(offences));
    CHECK(offences.empty());
}

TEST_CASE("An include of the project is written from the repository's root and exists") {
    std::vector<std::string> offences;
    for (const SourceFile& file : read_sources()) {
        for (const Include& include : includes_of(file)) {
            if (include.is_system || include.target == "cantiere_version.h") continue;
            if (std::filesystem::exists(include.target)) continue;
            offences.push_back(offence(file.path, include.line, "includes " + include.target));
        }
    }
    INFO(listed(offences));
    CHECK(offences.empty());
}

TEST_CASE("A source includes its own header first") {
    std::vector<std::string> offences;
    for (const SourceFile& file : read_sources()) {
        const std::filesystem::path path(file.path);
        const std::string header = std::filesystem::path(path).replace_extension(".h").string();
        if (path.extension() != ".cpp" || !std::filesystem::exists(header)) continue;
        const std::vector<Include> includes = includes_of(file);
        if (!includes.empty() && includes.front().target == header) continue;
        offences.push_back(offence(file.path, 1, "does not include " + header + " first"));
    }
    INFO(listed(offences));
    CHECK(offences.empty());
}

TEST_CASE("Catch2 is included through tests/support/catch.h alone") {
    std::vector<std::string> offences;
    for (const SourceFile& file : read_sources()) {
        if (file.path == "tests/support/catch.h") continue;
        for (const Include& include : includes_of(file)) {
            if (include.target.find("catch2/") == std::string::npos &&
                include.target != "rapidcheck/catch.h") {
                continue;
            }
            offences.push_back(offence(file.path, include.line, "includes " + include.target));
        }
    }
    INFO(listed(offences));
    CHECK(offences.empty());
}

}  // namespace cantiere
