#pragma once
/// Running a study: all blocks on all threads, through the log of finished blocks to the results
/// file.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "outputs/block_log.h"
#include "outputs/held_results.h"
#include "outputs/run_log.h"
#include "outputs/shard.h"
#include "scenarios/block_run.h"
#include "scenarios/memory_plan.h"
#include "scenarios/rank_pool.h"

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
    std::optional<ShardPart> shard;   // a part of the blocks, into a shard
    BurnInUse burn_ins = BurnInUse::forked;
    std::optional<std::chrono::steady_clock::time_point> deadline;  // no block is begun in vain
    RankPool* ranks = nullptr;     // other processes that take blocks too
    std::size_t study_number = 0;  // among the studies that all processes have read
    std::vector<std::string> command_line;
    std::optional<Fingerprint> log_inputs;  // of the log; otherwise those of the results
    std::function<bool(const BlockSource&)>
        is_enough;                         // asked of all blocks before they are written
    std::function<bool()> stop_requested;  // asked before each run
    std::function<void(const BatchProgress&)> on_block;              // one caller at a time
    std::function<void(const std::filesystem::path&)> on_set_aside;  // a log of other inputs, moved
    std::function<void(const MemoryPlan&)> on_short_memory;          // fewer threads than wanted
};

/// `more_asked`: every block is in the log, and they are not enough; no results are written.
enum class BatchEnd { complete, already_there, interrupted, out_of_time, more_asked };

struct BatchReport {
    BatchEnd end = BatchEnd::complete;
    RunLog log;
    std::size_t scenarios = 0;
    double resident_months_per_second = 0.0;
};

/// Counts the runs of a study, or of a shard of it: scenarios x draws x replicates.
std::size_t count_runs(const Study& study, const std::optional<ShardPart>& shard = std::nullopt);

/// Tells what a path holds of the results of exactly this study, or of the shard of it, with the
/// people of so many draws.
Held held_results(const std::filesystem::path& results,
                  const Study& study,
                  std::size_t microdata_draws = 0,
                  const std::optional<ShardPart>& shard = std::nullopt);

/// Plans the threads of a batch: as many as asked for, else the processors that this process may
/// use and does not share with others of its command, as far as memory bears them.
MemoryPlan plan_threads(const Study& study, const BatchOptions& options);

/// Runs a study and writes its results and their run log. Finished blocks are in `RESULT.h5.part`
/// before the next begins; the same inputs go on from there. Any number of threads and processes
/// gives the same bytes. Runs that failed are run again when the same inputs come again: the log
/// stays beside results that lack some, and these are replaced. Throws ResultsError when the place
/// cannot be written; nothing finished is lost.
BatchReport run_batch(const Study& study, const BatchOptions& options);

}  // namespace cantiere
