#pragma once
/// A scenario of the reader's own, as a study file that extends the one it comes from: the run can
/// be done again from the file.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/serve/exchange.h"
#include "analysis/serve/study_shelf.h"

namespace cantiere {

/// A scenario made from another by setting keys: numbers, true or false, or names.
struct OwnScenario {
    std::string id, title;
    std::string from;
    std::map<std::string, ApiJson> set;
};

struct OwnStudy {
    std::string name;   // of the file, and its id
    std::string study;  // extended
    OwnScenario scenario;
    std::vector<std::string> others;  // scenarios run beside it
    std::optional<std::int64_t> draws, replicates, months;
};

/// Writes the file. Throws ApiError where the study lacks the scenario, InputError where it cannot
/// be read.
std::string own_study_text(const OwnStudy& own, const StudyShelf& shelf);

/// Returns files in which the text stands at a path, written or not.
FileSource with_text(FileSource files, const std::string& path, std::string text);

/// Problems of a study that is not written yet: those on a line of it name the key that they are
/// about (`key`), and no line.
ApiJson own_problems_json(const Problems& problems, const std::string& path, Language language);

}  // namespace cantiere
