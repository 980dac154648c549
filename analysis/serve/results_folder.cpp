#include "analysis/serve/results_folder.h"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "analysis/serve/exchange.h"
#include "outputs/results_error.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_file_name = 120;
constexpr std::size_t longest_run_name = 100;

bool is_letter_or_digit(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9');
}

}  // namespace

bool is_plain_file_name(std::string_view name) {
    if (name.empty() || name.size() > longest_file_name || name.front() == '.') return false;
    return std::ranges::none_of(name, [](char letter) {
        const auto code = static_cast<unsigned char>(letter);
        return letter == '/' || letter == '\\' || code < 0x20 || code == 0x7f;
    });
}

bool is_run_name(std::string_view name) {
    if (name.empty() || name.size() > longest_run_name) return false;
    constexpr std::string_view others = " .-+_";
    return is_letter_or_digit(name.front()) && std::ranges::all_of(name, [&](char letter) {
               return is_letter_or_digit(letter) || others.find(letter) != std::string_view::npos;
           });
}

namespace {

/// The folder of a file that was named in its place.
std::string folder_above(const fs::path& file) {
    const std::string folder = file.parent_path().string();
    return folder.empty() ? "." : folder;
}

}  // namespace

ResultsFolder::ResultsFolder(fs::path path) : path_(std::move(path)) {
    std::error_code failure;
    resolved_ = fs::canonical(path_, failure);
    if (failure || !fs::is_directory(resolved_, failure)) {
        if (!failure && fs::is_regular_file(resolved_, failure)) {
            throw ResultsError(path_.string(),
                               "it is a file",
                               "results are shown of a folder, and kept in it",
                               fmt::format("name its folder: {}", folder_above(path_)));
        }
        throw ResultsError(path_.string(),
                           "there is no such folder",
                           "results are shown of a folder, and kept in it",
                           "name a folder that is there, for example outputs/runs");
    }
}

bool ResultsFolder::holds(const std::string& name) const {
    std::error_code failure;
    const fs::path resolved = fs::canonical(path_ / name, failure);
    return !failure && resolved.parent_path() == resolved_ &&
           fs::is_regular_file(resolved, failure) && !failure;
}

fs::path ResultsFolder::file(const std::string& name, std::string_view ending) const {
    if (!is_plain_file_name(name) || !name.ends_with(ending)) {
        throw ApiError(400,
                       "bad-name",
                       "this is no name of a file",
                       fmt::format("files are named as they stand in the folder, NAME{}", ending),
                       "take a name from the list of runs");
    }
    if (holds(name)) return path_ / name;
    throw ApiError(404,
                   "missing-file",
                   fmt::format("there is no file \"{}\" in the folder", name),
                   "it may have been moved since",
                   did_you_mean(name, names(ending), "take one of the list of runs"));
}

std::vector<std::string> ResultsFolder::names(std::string_view ending) const {
    std::vector<std::string> list;
    std::error_code failure;
    for (fs::directory_iterator entry(path_, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        if (is_plain_file_name(name) && name.ends_with(ending) && holds(name)) {
            list.push_back(name);
        }
    }
    std::ranges::sort(list);
    return list;
}

}  // namespace cantiere
