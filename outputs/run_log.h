#pragma once
/// What is worth knowing about the execution but does not determine the results.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace cantiere {

struct FailedRun {
    std::string scenario;
    std::size_t draw = 0;
    std::size_t replicate = 0;
    std::string message;
    std::string reproduce;  // the command line that repeats it
};

/// What the runs said of a contrast when whole blocks of them were finished.
struct PrecisionLook {
    std::size_t draws = 0;
    std::size_t replicates = 0;
    double mean = 0.0;
    double half_width = 0.0;  // of the 95 % interval of the mean difference; NaN without a spread
    double asked = 0.0;       // half-width below which the runs are enough
};

/// How runs were added until a contrast was known well enough, or there were to be no more.
struct PrecisionLog {
    std::string contrast;  // SCENARIO:VARIABLE
    double target = 0.0;   // in the variable's unit, or a share of the size of the difference
    bool is_relative = false;
    bool is_reached = false;
    std::size_t block_draws = 0;
    std::size_t block_replicates = 0;
    std::size_t most_runs = 0;         // draws; of one draw: replicates
    std::vector<PrecisionLook> looks;  // the last is that of the results
};

/// What is to be known of an interval after stopping when it was narrow enough.
inline constexpr std::string_view optional_stopping_note =
    "stopping when an interval is narrow enough leaves it slightly too narrow: it holds the true "
    "mean in 94 cases of 100, in 91 where draws are very skewed";

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
    std::optional<PrecisionLog> precision;
};

/// Returns the name of the run log beside a results file: `RESULT.run.json`.
std::filesystem::path run_log_path(const std::filesystem::path& results);

/// Writes how runs were added, as JSON: the shape of `precision` in run logs and reports.
nlohmann::ordered_json precision_json(const PrecisionLog& log);

/// Tells whether the text of a file is that of a run log.
bool is_run_log(std::string_view text);

/// Returns the name of this machine.
std::string host_name();

/// Writes the run log as JSON; throws ResultsError when the place cannot be written.
void write_run_log(const std::filesystem::path& path, const RunLog& log);

}  // namespace cantiere
