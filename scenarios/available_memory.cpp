#include "scenarios/available_memory.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>
#include <utility>

namespace cantiere {
namespace {

namespace fs = std::filesystem;

/// A number alone in a file; none where it says "max" or cannot be read.
std::optional<double> number_in(const fs::path& path) {
    std::ifstream file(path);
    double value = 0.0;
    return file >> value ? std::optional(value) : std::nullopt;
}

/// The number after a word at the start of a line.
std::optional<double> number_after(const fs::path& path, std::string_view word) {
    std::ifstream file(path);
    std::string key;
    double value = 0.0;
    std::string rest;
    while (file >> key >> value) {
        if (key == word) return value;
        std::getline(file, rest);
    }
    return std::nullopt;
}

double memory_of_machine(const fs::path& root) {
    constexpr double kib = 1024.0;
    if (const auto available = number_after(root / "proc/meminfo", "MemAvailable:")) {
        return *available * kib;
    }
    return static_cast<double>(::sysconf(_SC_AVPHYS_PAGES)) *
           static_cast<double>(::sysconf(_SC_PAGESIZE));
}

/// Names of the files of one version of control groups.
struct GroupFiles {
    const char* mount;
    const char* limit;
    const char* usage;
    const char* reclaimable;  // in memory.stat: file pages that are given back when asked for
};
constexpr GroupFiles version_1{"sys/fs/cgroup/memory",
                               "memory.limit_in_bytes",
                               "memory.usage_in_bytes",
                               "total_inactive_file"};
constexpr GroupFiles version_2{"sys/fs/cgroup", "memory.max", "memory.current", "inactive_file"};

std::optional<double> left_in(const fs::path& folder, const GroupFiles& files) {
    const auto limit = number_in(folder / files.limit);
    const auto usage = number_in(folder / files.usage);
    if (!limit || !usage) return std::nullopt;
    const double given_back = number_after(folder / "memory.stat", files.reclaimable).value_or(0.0);
    return std::max(*limit - *usage + given_back, 0.0);
}

/// The least that a group and those above it leave. Inside of a container the path of the group may
/// not exist below the mount: the levels that do are looked at.
std::optional<double> left_in_groups(const fs::path& mount,
                                     const std::string& group,
                                     const GroupFiles& files) {
    std::optional<double> least;
    for (fs::path level = fs::path(group).relative_path();; level = level.parent_path()) {
        if (const auto left = left_in(mount / level, files)) {
            least = std::min(least.value_or(*left), *left);
        }
        if (level.empty()) return least;
    }
}

/// Lines of /proc/self/cgroup: number, controllers (none in version 2), path.
std::optional<double> left_in_own_groups(const fs::path& root) {
    std::ifstream file(root / "proc/self/cgroup");
    std::optional<double> least;
    for (std::string line; std::getline(file, line);) {
        const std::size_t first = line.find(':');
        const std::size_t second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos) continue;
        const std::string controllers = "," + line.substr(first + 1, second - first - 1) + ",";
        const bool is_second = controllers == ",,";
        if (!is_second && controllers.find(",memory,") == std::string::npos) continue;
        const GroupFiles& files = is_second ? version_2 : version_1;
        const auto left = left_in_groups(root / files.mount, line.substr(second + 1), files);
        if (left) least = std::min(least.value_or(*left), *left);
    }
    return least;
}

/// What the limit on address space leaves, where there is one.
std::optional<double> left_of_address_space(const fs::path& root) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
        return std::nullopt;
    }
    const double used = number_in(root / "proc/self/statm").value_or(0.0) *
                        static_cast<double>(::sysconf(_SC_PAGESIZE));
    return std::max(static_cast<double>(limit.rlim_cur) - used, 0.0);
}

}  // namespace

AvailableMemory available_memory(const fs::path& root) {
    AvailableMemory least{memory_of_machine(root), "the machine", false};
    const auto consider = [&least](std::optional<double> bytes, const char* limit, bool addresses) {
        if (bytes && *bytes < least.bytes) least = {*bytes, limit, addresses};
    };
    consider(left_in_own_groups(root), "the control group of the process", false);
    consider(left_of_address_space(root), "the limit on address space (ulimit -v)", true);
    return least;
}

}  // namespace cantiere
