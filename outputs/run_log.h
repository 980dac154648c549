#pragma once
/// What is worth knowing about the execution but does not determine the results.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cantiere {

struct FailedRun {
    std::string scenario;
    std::size_t draw = 0;
    std::size_t replicate = 0;
    std::string message;
    std::string reproduce;  // the command line that repeats it
};

struct RunLog {
    std::string results;
    std::string inputs_sha256;
    std::vector<std::string> command_line;
    std::string host;
    std::size_t threads = 1;
    std::size_t ranks = 1;
    double wall_seconds = 0.0;
    std::size_t runs = 0;
    std::size_t resumed = 0;
    std::uint64_t residents = 0;
    std::uint64_t resident_months = 0;  // really simulated: a shared burn-in counts once
    double bytes_per_resident = 0.0;
    std::vector<FailedRun> failed;
};

/// Returns the name of the run log beside a results file: `RESULT.run.json`.
std::filesystem::path run_log_path(const std::filesystem::path& results);

/// Tells whether the text of a file is that of a run log.
bool is_run_log(std::string_view text);

/// Returns the name of this machine.
std::string host_name();

/// Writes the run log as JSON; throws ResultsError when the place cannot be written.
void write_run_log(const std::filesystem::path& path, const RunLog& log);

}  // namespace cantiere
