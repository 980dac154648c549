#pragma once
/// Writing text files for users; every failure is a ResultsError with a remedy.

#include <filesystem>
#include <string_view>
#include <vector>

namespace cantiere {

/// Makes a folder with those above it, unless it is there.
void make_folder(const std::filesystem::path& folder);

/// Throws ResultsError when one of the files exists.
void refuse_existing(const std::vector<std::filesystem::path>& paths);

/// Writes a file through a temporary one beside it.
void write_text_file(const std::filesystem::path& path, std::string_view text);

}  // namespace cantiere
