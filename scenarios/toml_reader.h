#pragma once
/// Reading TOML 1.0 files with the place of every value, and joining those that `extends` names.

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "scenarios/file_source.h"
#include "scenarios/problems.h"
#include "scenarios/toml_tree.h"

namespace cantiere {

/// Keeps every file that was read, once each, by path.
using ReadFiles = std::map<std::string, std::shared_ptr<const SourceFile>>;

/// What reading a set of files needs and what it finds.
struct ReadingContext {
    const FileSource& source;
    ReadFiles& files;
    Problems& problems;
};

/// Reads a text file; nothing, with a problem told at `asked_by` (or at the file itself), when it
/// is missing, a folder, unreadable, empty or not a text. `role` says what it is for: "the
/// territory".
std::shared_ptr<const SourceFile> read_source(const std::string& path,
                                              const std::string& role,
                                              const std::optional<Place>& asked_by,
                                              ReadingContext context);

/// Parses a file; nothing, with its first syntax error told, when it is not TOML 1.0.
std::optional<TomlTable> parse_toml(const std::shared_ptr<const SourceFile>& file,
                                    Problems& problems);

/// Reads a TOML file and lays it over those it `extends`, left to right; nothing, with the problems
/// told, when one of them cannot be used. Files extended must have the same `kind`.
std::optional<TomlTable> read_toml(const std::string& path,
                                   const std::string& role,
                                   const std::optional<Place>& asked_by,
                                   ReadingContext context);

}  // namespace cantiere
