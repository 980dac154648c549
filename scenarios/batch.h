#pragma once
/// Running a study: all blocks on all threads, through the log of finished blocks to the results
/// file.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "outputs/block_log.h"
#include "outputs/run_log.h"
#include "scenarios/block_run.h"

namespace cantiere {

/// Tells of a block that has just finished.
struct BatchProgress {
    BlockId id;
    const Block& block;
    std::size_t runs_done = 0;  // those found in the log included
    std::size_t runs_total = 0;
    std::int64_t resident_months = 0;  // by this command
    double seconds = 0.0;
};

struct BatchOptions {
    std::filesystem::path results;
    std::size_t threads = 0;  // 0: as many as the machine offers
    Existing existing = Existing::keep;
    OtherInputs other_inputs = OtherInputs::set_aside;
    std::size_t microdata_draws = 0;  // the people of the first so many are kept
    std::vector<std::string> command_line;
    std::function<bool()> stop_requested;                            // asked before each run
    std::function<void(const BatchProgress&)> on_block;              // one caller at a time
    std::function<void(const std::filesystem::path&)> on_set_aside;  // a log of other inputs, moved
};

enum class BatchEnd { complete, already_there, interrupted };

struct BatchReport {
    BatchEnd end = BatchEnd::complete;
    RunLog log;
    std::size_t scenarios = 0;
    double resident_months_per_second = 0.0;
};

/// Counts the runs of a study: scenarios x draws x replicates.
std::size_t count_runs(const Study& study);

/// Tells what a path holds of the results of exactly this study, with the people of so many draws.
enum class Held { nothing, of_other_inputs, without_people, with_failed_runs, all };
Held held_results(const std::filesystem::path& results,
                  const Study& study,
                  std::size_t microdata_draws = 0);

/// Runs a study and writes its results and their run log. Finished blocks are in `RESULT.h5.part`
/// before the next begins; the same inputs go on from there. Any number of threads gives the same
/// bytes. Runs that failed are run again when the same inputs come again: the log stays beside
/// results that lack some, and these are replaced. Throws ResultsError when the place cannot be
/// written; nothing finished is lost.
BatchReport run_batch(const Study& study, const BatchOptions& options);

}  // namespace cantiere
