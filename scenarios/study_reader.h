#pragma once
/// Reading a study with all it names: packs, prices, evidence, and the changes of a command line.

#include <optional>
#include <string>

#include "outputs/provenance.h"
#include "scenarios/file_source.h"
#include "scenarios/overrides.h"
#include "scenarios/study.h"

namespace cantiere {

enum class SourceCheck { look_up, skip };
enum class Warnings { allow, refuse };  // refuse: `--strict`

struct StudyOptions {
    FileSource files = disk_files();
    Overrides overrides;
    SourceCheck sources = SourceCheck::look_up;
    Warnings warnings = Warnings::allow;
};

/// A study, when it could be read, and all that is to be said about its files.
struct StudyReading {
    std::optional<Study> study;  // nothing when there are errors
    Problems problems;
};

/// Reads and checks a study file; every problem of every file is told, none is thrown.
StudyReading read_study(const std::string& path, const StudyOptions& options = {});

/// Reads and checks a pack by itself, as `check` does; the kind is that of the file.
Problems check_pack(const std::string& path, const StudyOptions& options = {});

/// Reads a study again from what a results file keeps of it.
StudyReading read_study(const Provenance& provenance);

/// Returns the kind that a file states ("study", "policy" ...); nothing, with its problems, when it
/// states none that is known.
std::optional<std::string> kind_of_file(const std::string& path,
                                        const FileSource& source,
                                        Problems& problems);

}  // namespace cantiere
