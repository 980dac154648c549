#include "scenarios/file_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>
#include <utility>

namespace cantiere {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_input = 64u << 20;

bool holds_packs(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "evidence", ignored);
}

fs::path real_path(const std::string& path, const std::string& shipped_folder) {
    if (path.starts_with(shipped_prefix)) {
        return fs::path(shipped_folder) / path.substr(shipped_prefix.size());
    }
    return path.empty() ? fs::path(".") : fs::path(path);
}

FileText read_disk(const fs::path& path) {
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    if (!fs::exists(status)) {
        return {failure && failure != std::errc::no_such_file_or_directory &&
                        failure != std::errc::not_a_directory
                    ? FileState::unreadable
                    : FileState::missing,
                ""};
    }
    if (fs::is_directory(status)) {
        return {FileState::folder, ""};
    }
    std::ifstream stream(path, std::ios::binary);
    std::string text;
    std::array<char, 1u << 16> part{};
    while (stream && text.size() <= largest_input) {  // pipes and devices do not tell their size
        stream.read(part.data(), part.size());
        text.append(part.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (text.size() > largest_input) {
        return {FileState::too_large, ""};
    }
    const bool whole = stream.is_open() && !stream.bad();
    return {whole ? FileState::read : FileState::unreadable, whole ? std::move(text) : ""};
}

std::vector<std::string> list_disk(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        names.push_back(entry->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

std::string data_folder() {
    if (const char* stated = std::getenv("CANTIERE_DATA"); stated != nullptr && *stated != '\0') {
        const fs::path folder(stated);
        return (holds_packs(folder / "scenarios") ? folder / "scenarios" : folder).string();
    }
    if (holds_packs("scenarios")) {
        return "scenarios";
    }
    std::error_code failure;
    const fs::path program = fs::read_symlink("/proc/self/exe", failure);
    for (fs::path folder = program.parent_path(); !failure && folder.has_relative_path();
         folder = folder.parent_path()) {
        for (const char* inside : {"share/cantiere/scenarios", "scenarios"}) {
            if (holds_packs(folder / inside)) {
                return (folder / inside).string();
            }
        }
    }
    return "";
}

std::string without_packs_text() {
    if (const char* stated = std::getenv("CANTIERE_DATA"); stated != nullptr && *stated != '\0') {
        return fmt::format(
            "set CANTIERE_DATA to the folder that holds studies, territories and laws (it is "
            "\"{}\", "
            "which holds none), or unset it",
            stated);
    }
    return "the program's packs were not found: set CANTIERE_DATA to their folder";
}

FileSource disk_files(const std::string& shipped_folder) {
    // Without the program's packs, those of the folder one stands in are none of them.
    const auto is_nowhere = [shipped_folder](const std::string& path) {
        return shipped_folder.empty() && path.starts_with(shipped_prefix);
    };
    return {[shipped_folder, is_nowhere](const std::string& path) {
                if (is_nowhere(path)) return FileText{};
                return read_disk(real_path(path, shipped_folder));
            },
            [shipped_folder, is_nowhere](const std::string& folder) {
                if (is_nowhere(folder)) return std::vector<std::string>{};
                return list_disk(real_path(folder, shipped_folder));
            }};
}

FileSource remembering(FileSource source) {
    const auto known = std::make_shared<std::map<std::string, FileText>>();
    auto read = [known, read_first = std::move(source.read)](const std::string& path) {
        const auto found = known->find(path);
        return found != known->end() ? found->second
                                     : known->emplace(path, read_first(path)).first->second;
    };
    return {std::move(read), std::move(source.list)};
}

FileSource memory_files(std::map<std::string, std::string> texts) {
    const auto files = std::make_shared<const std::map<std::string, std::string>>(std::move(texts));
    return {
        [files](const std::string& path) {
            const auto found = files->find(path);
            return found == files->end() ? FileText{} : FileText{FileState::read, found->second};
        },
        [files](const std::string& folder) {
            std::vector<std::string> names;
            for (const auto& [path, text] : *files) {
                if (folder_of(path) == folder) {
                    names.push_back(path.substr(folder.size()));
                }
            }
            return names;
        }};
}

std::string folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) {
        return path.starts_with(shipped_prefix) ? std::string(shipped_prefix) : "";
    }
    return std::string(path.substr(0, slash + 1));
}

std::string path_from(std::string_view file, std::string_view named) {
    if (named.starts_with('/') || named.starts_with(shipped_prefix)) {
        return std::string(named);
    }
    std::string folder = folder_of(file);
    std::string prefix;
    if (folder.starts_with(shipped_prefix)) {
        prefix = shipped_prefix;
        folder.erase(0, shipped_prefix.size());
    }
    return prefix + (fs::path(folder) / named).lexically_normal().generic_string();
}

}  // namespace cantiere
