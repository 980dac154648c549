#include "outputs/results_place.h"

#include <unistd.h>

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "outputs/results_error.h"
#include "outputs/run_log.h"

namespace cantiere {
namespace {

namespace fs = std::filesystem;

std::string first_bytes(const fs::path& path) {
    constexpr std::size_t enough = std::size_t{1} << 16U;
    std::vector<std::uint8_t> bytes(enough);
    const FileHandle file(path, Access::read);
    bytes.resize(file.read_at(0, bytes));
    return {bytes.begin(), bytes.end()};
}

// Looks at bytes, not through the HDF5 library: damaged results are told from other files too.
bool holds_results(const fs::path& path) {
    if (!fs::is_regular_file(path)) {
        return false;
    }
    const std::string bytes = first_bytes(path);
    return bytes.starts_with("\x89HDF\r\n\x1a\n") &&
           bytes.find("cantiere results") != std::string::npos;
}

bool holds_shard(const fs::path& path) {
    return fs::is_regular_file(path) && first_bytes(path).starts_with("CANTSHRD");
}

void check_replaced(const fs::path& path, Existing existing, PlaceFor content) {
    const bool is_shard = content == PlaceFor::shard;
    if (is_shard ? !holds_shard(path) : !holds_results(path)) {
        throw ResultsError(path.string(),
                           fmt::format("there is a file already, and it holds no {} of cantiere",
                                       is_shard ? "shard" : "results"),
                           is_shard
                               ? "a shard replaces nothing but a shard, with --overwrite or without"
                               : "results replace nothing but results, with --overwrite or without",
                           "give another output with -o FILE, or move that file away");
    }
    if (existing == Existing::keep) {
        throw ResultsError(path.string(),
                           is_shard ? "there is a shard already" : "there are results already",
                           "a finished file is never overwritten unasked",
                           "give another output with -o FILE, or add --overwrite");
    }
}

void check_run_log(const fs::path& results) {
    const fs::path path = run_log_path(results);
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    const bool is_free = !fs::exists(status);
    if (is_free || (fs::is_regular_file(status) && is_run_log(first_bytes(path)))) {
        return;
    }
    throw ResultsError(path.string(),
                       "it is no run log of cantiere",
                       fmt::format("the run log of {} has its place here", results.string()),
                       "give another output with -o FILE, or move it away");
}

void check_folder(const fs::path& path) {
    const fs::path parent = path.parent_path();
    const fs::path folder = parent.empty() ? fs::path(".") : parent;
    std::error_code failure;
    const fs::file_status status = fs::status(folder, failure);
    if (!fs::exists(status)) {
        throw ResultsError(path.string(),
                           fmt::format("there is no folder {}", folder.string()),
                           "the results have no place",
                           fmt::format("create it (mkdir -p {}), or give another output with "
                                       "-o FILE",
                                       folder.string()));
    }
    if (!fs::is_directory(status)) {
        throw ResultsError(path.string(),
                           fmt::format("{} is a file, not a folder", folder.string()),
                           "the results have no place",
                           "give another output with -o FILE");
    }
    if (::access(folder.c_str(), W_OK | X_OK) != 0) {
        throw_system_error(path.string(), "write the results", errno, Intent::writing);
    }
}

}  // namespace

void check_place(const fs::path& path, Existing existing, PlaceFor content) {
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    if (status.type() == fs::file_type::none || status.type() == fs::file_type::unknown) {
        throw_system_error(path.string(), "write the results", failure.value(), Intent::writing);
    }
    if (fs::is_directory(status)) {
        throw_system_error(path.string(), "write the results", EISDIR, Intent::writing);
    }
    if (fs::exists(status)) {
        check_replaced(path, existing, content);
    }
    check_folder(path);
    check_run_log(path);
}

// Between opening and locking, another process may have finished and deleted the log.
FileHandle lock_place(const fs::path& log) {
    for (;;) {
        FileHandle file(log, Access::open_or_create);
        if (!file.try_lock()) {
            throw ResultsError(log.string(),
                               "another process is writing these results",
                               "two writers on one file would spoil it",
                               "wait for it to end, or give another output with -o FILE");
        }
        if (file.is_still_at(log)) {
            return file;
        }
    }
}

}  // namespace cantiere
