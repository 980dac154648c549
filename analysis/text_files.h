#pragma once
/// Writing text files for users; every failure is a ResultsError with a remedy.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cantiere {

/// Makes a folder with those above it, unless it is there.
void make_folder(const std::filesystem::path& folder);

/// Throws ResultsError with a remedy when one of the files exists.
void refuse_existing(const std::vector<std::filesystem::path>& paths, const std::string& remedy);

/// Files that appear together, or not at all.
class PendingFiles {
  public:
    PendingFiles() = default;
    ~PendingFiles();
    PendingFiles(const PendingFiles&) = delete;
    PendingFiles& operator=(const PendingFiles&) = delete;

    /// Writes a text beside its place; throws ResultsError.
    void add(const std::filesystem::path& path, std::string_view text);

    /// Gives all files their names; throws ResultsError.
    void finish();

  private:
    std::vector<std::filesystem::path> paths_;
};

}  // namespace cantiere
