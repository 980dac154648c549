#pragma once
/// Where input files come from: the disk, or the provenance of a results file.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cantiere {

enum class FileState { read, missing, folder, unreadable, too_large };

struct FileText {
    FileState state = FileState::missing;
    std::string text;
};

/// Reads texts by path. A path that begins with `shipped:` names a file of the program's own packs,
/// wherever they are installed: `shipped:evidence/price_index.csv`.
struct FileSource {
    std::function<FileText(const std::string& path)> read;
    std::function<std::vector<std::string>(const std::string& folder)> list;  // names, sorted
};

inline constexpr std::string_view shipped_prefix = "shipped:";

/// Finds the folder of the program's packs: $CANTIERE_DATA, ./scenarios of a checkout, or beside
/// the program (its checkout, or ../share/cantiere). Empty when there is none.
std::string data_folder();

/// Says that the packs were not found, where they were looked for and what to do.
std::string without_packs_text();

/// Reads files of the disk; `shipped:` stands for a folder of packs.
FileSource disk_files(const std::string& shipped_folder = data_folder());

/// Reads each file once and hands out the same text ever after; one caller at a time.
FileSource remembering(FileSource source);

/// Reads files held in memory by their path.
FileSource memory_files(std::map<std::string, std::string> texts);

/// Returns the path of a file named in another file, relative to that file's folder.
std::string path_from(std::string_view file, std::string_view named);

/// Returns the folder part of a path, with its last slash; empty for a bare name.
std::string folder_of(std::string_view path);

}  // namespace cantiere
