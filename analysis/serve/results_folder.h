#pragma once
/// The one folder that the server reads and writes: files in it are named by their name alone.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cantiere {

/// Tells whether a text can name a file of the folder: no separators, no control characters, no
/// point first, at most 120 bytes.
bool is_plain_file_name(std::string_view name);

/// Tells whether a text can name a new results file, with or without its ending: letters, digits,
/// spaces, points, hyphens, plus signs and underscores, a letter or digit first, at most 100.
bool is_run_name(std::string_view name);

class ResultsFolder {
  public:
    /// Throws ResultsError where there is no such folder.
    explicit ResultsFolder(std::filesystem::path path);

    /// Returns the folder as it was named.
    const std::filesystem::path& path() const { return path_; }

    /// Returns the file of a name and ending; throws ApiError (400, 404) unless it is a regular
    /// file that lies in this folder once links are resolved.
    std::filesystem::path file(const std::string& name, std::string_view ending) const;

    /// Returns where a file of that name would be, whether it is there or not.
    std::filesystem::path place(const std::string& name) const { return path_ / name; }

    /// Lists the names with an ending that `file` would return, sorted.
    std::vector<std::string> names(std::string_view ending) const;

  private:
    bool holds(const std::string& name) const;

    std::filesystem::path path_;
    std::filesystem::path resolved_;
};

}  // namespace cantiere
