#pragma once
/// The studies that can be named: those of the folder, and those shipped.

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analysis/serve/exchange.h"
#include "analysis/serve/results_folder.h"
#include "scenarios/study_reader.h"

namespace cantiere {

class StudyShelf {
  public:
    explicit StudyShelf(const ResultsFolder& folder) : folder_(folder) {}

    /// Returns how another file of the folder extends a study: `NAME.toml`, or
    /// `shipped:studies/ID.toml`. A study of the folder stands before a shipped one of its name.
    /// Throws ApiError (404).
    std::string reference(const std::string& id) const;

    /// Returns the path by which `run` reads a study, likewise; throws ApiError (404).
    std::string path(const std::string& id) const;

    /// Reads a study with every number at its value; throws InputError.
    static Study read(const std::string& path, const StudyOptions& options);

    /// Lists all studies that can be read: title, scenarios, size.
    ApiJson list(Language language);

    const ResultsFolder& folder() const { return folder_; }

  private:
    /// What the list says of a study, in both languages.
    struct Entry {
        std::filesystem::file_time_type written;
        ApiJson english, italian;  // null: it is no study, or has errors
    };

    std::vector<std::string> ids() const;
    const Entry& entry(const std::string& id);

    const ResultsFolder& folder_;
    std::map<std::string, Entry> entries_;  // by path
};

/// Options that read a study once, every number at its value.
StudyOptions at_values();

}  // namespace cantiere
