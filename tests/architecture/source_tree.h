#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cantiere {

/// Holds one file of C++ as the architecture tests see it.
struct SourceFile {
    std::string path;  // from the repository's root, as in an include line
    std::vector<std::string> lines;
};

/// Holds one include line; `target` is what stands between the quotes or the brackets.
struct Include {
    const SourceFile* file;
    std::size_t line;  // from 1
    std::string target;
    bool is_system;  // in brackets
};

/// Reads the lines of a text file below the current folder; fails the test when it cannot.
std::vector<std::string> read_lines(const std::string& path);

/// Reads every .h and .cpp of the layers and the tests, sorted by path.
std::vector<SourceFile> read_sources();

/// Lists the include lines of a file in order.
std::vector<Include> includes_of(const SourceFile& file);

/// Names the layer of a path ("model/core", "model", "outputs", ...); empty for the tests.
std::string_view layer_of(std::string_view path);

/// Ranks a layer: a layer may include itself and those of lower rank; the tests rank highest.
int rank_of_layer(std::string_view layer);

/// Formats "path:line: text", the way a compiler would, for the list of offences.
std::string offence(const std::string& path, std::size_t line, const std::string& text);

/// Joins the offences, one a line.
std::string listed(const std::vector<std::string>& offences);

}  // namespace cantiere
