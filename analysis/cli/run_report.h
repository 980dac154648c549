#pragma once
/// What `run` says of its plan and of what it has done.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/cli/context.h"
#include "scenarios/batch.h"

namespace cantiere {

/// Writes the plan of a study: scenarios, runs, where the results go.
std::string plan_text(const Study& study,
                      const std::filesystem::path& results,
                      const std::optional<ShardPart>& shard);

/// Writes what memory a study needs and how many threads it bears.
std::string memory_text(const MemoryPlan& plan, Language language);

/// Writes why there are fewer threads than asked for, or that memory may be too short for one.
std::string short_memory_text(const MemoryPlan& plan, Language language);

/// Returns the plan of a study as JSON.
nlohmann::ordered_json plan_json(const Study& study,
                                 const std::filesystem::path& results,
                                 const std::optional<ShardPart>& shard,
                                 const MemoryPlan& memory);

/// Writes what the first Ctrl-C says at once, and where finished work is kept if it is; nothing
/// under --json.
std::string stop_notice(const Context& context, const std::filesystem::path& kept = {});

/// Writes what a batch has done: runs, time, speed.
std::string report_text(const BatchReport& report, Language language);

/// Writes what a batch has done for a shard, and how shards are joined.
std::string shard_report_text(const BatchReport& report, const ShardPart& shard);

/// Returns what a batch has done, in the shape that other programs rely on.
nlohmann::ordered_json report_json(const BatchReport& report,
                                   const std::optional<ShardPart>& shard);

/// Lists failed runs as JSON.
nlohmann::ordered_json failures_json(const std::vector<FailedRun>& failed);

/// Tells the runs that failed, with the commands that repeat them, on standard error.
void tell_failures(const RunLog& log, const Context& context);

}  // namespace cantiere
