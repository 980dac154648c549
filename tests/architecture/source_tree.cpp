#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>

#include "tests/support/catch.h"

namespace cantiere {

namespace {

constexpr std::array<std::string_view, 5> layers{"model/core",
                                                 "model",
                                                 "outputs",
                                                 "scenarios",
                                                 "analysis"};

bool is_below(std::string_view path, std::string_view folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

}  // namespace

std::vector<std::string> read_lines(const std::string& path) {
    std::ifstream stream(path);
    INFO("cannot read " << path << " (the tests run in the project's root)");
    REQUIRE(stream.good());
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::vector<SourceFile> read_sources() {
    std::vector<std::string> paths;
    for (const char* folder : {"model", "outputs", "scenarios", "analysis", "tests"}) {
        if (!std::filesystem::exists(folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            const std::filesystem::path extension = entry.path().extension();
            if (extension == ".h" || extension == ".cpp") {
                paths.push_back(entry.path().generic_string());
            }
        }
    }
    std::sort(paths.begin(), paths.end());
    std::vector<SourceFile> sources;
    for (const std::string& path : paths) sources.push_back({path, read_lines(path)});
    return sources;
}

std::vector<Include> includes_of(const SourceFile& file) {
    static const std::regex pattern(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re");
    std::vector<Include> includes;
    for (std::size_t line = 0; line < file.lines.size(); ++line) {
        std::smatch match;
        if (!std::regex_search(file.lines[line], match, pattern)) continue;
        includes.push_back({&file, line + 1, match[2].str(), match[1].str() == "<"});
    }
    return includes;
}

std::string_view layer_of(std::string_view path) {
    for (const std::string_view layer : layers) {
        if (is_below(path, layer)) return layer;
    }
    return {};
}

int rank_of_layer(std::string_view layer) {
    const auto* const place = std::find(layers.begin(), layers.end(), layer);
    return static_cast<int>(place - layers.begin());
}

std::string offence(const std::string& path, std::size_t line, const std::string& text) {
    return path + ":" + std::to_string(line) + ": " + text;
}

std::string listed(const std::vector<std::string>& offences) {
    std::string text;
    for (const std::string& each : offences) text += "\n  " + each;
    return text;
}

}  // namespace cantiere
