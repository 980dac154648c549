#pragma once
/// The words of `cantiere run`.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "analysis/cli/context.h"
#include "analysis/cli/precision_run.h"
#include "outputs/shard.h"
#include "scenarios/batch.h"
#include "scenarios/study_reader.h"

namespace cantiere {

struct RunArguments {
    std::vector<std::string> studies;
    std::string output;
    std::optional<std::int64_t> draws, replicates, seed, months, threads, microdata, time_limit;
    std::optional<ShardPart> shard;
    std::vector<std::string> only;
    std::vector<std::string> set;
    std::vector<std::string> trace;
    bool dry_run = false;
    bool resume = false;
    bool overwrite = false;
    bool no_fork = false;
    PrecisionArguments precision;
};

/// Adds the options of `run`.
void declare_run_arguments(CLI::App& app, RunArguments& arguments);

/// Refuses options that contradict each other; throws UsageError.
void check_run_arguments(const RunArguments& arguments);

/// Returns how studies are read: what the words change in them, from files that are remembered.
StudyOptions study_options(const RunArguments& arguments);

/// Reads every study before the first run, so that a mistake in the last one costs no time.
std::vector<Study> read_studies(const RunArguments& arguments,
                                const StudyOptions& reading,
                                const Context& context);

/// Returns where the results of a study go, or the shard of them.
std::filesystem::path results_place(const Study& study, const RunArguments& arguments);

/// Returns how a batch is to be run, but for what depends on other processes.
BatchOptions batch_options(const RunArguments& arguments,
                           const std::filesystem::path& results,
                           const Context& context);

}  // namespace cantiere
