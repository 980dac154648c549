#pragma once
/// How much memory this process may still take.

#include <filesystem>
#include <string>

namespace cantiere {

struct AvailableMemory {
    double bytes = 0.0;
    std::string limit;              // what sets it: "the machine", "the control group", ...
    bool is_address_space = false;  // what threads reserve counts, used or not
};

/// Returns the least of what the machine has available (MemAvailable), what the control groups of
/// the process (versions 1 and 2, all levels) leave, and its limit on address space. `root` is
/// where /proc and /sys are looked for.
AvailableMemory available_memory(const std::filesystem::path& root = "/");

}  // namespace cantiere
