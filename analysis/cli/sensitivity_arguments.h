#pragma once
/// What `sensitivity` and `transfer` are asked, and what their runs share.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "analysis/cli/context.h"
#include "analysis/cli/exit_code.h"
#include "analysis/cli/run_count.h"
#include "analysis/cli/sensitivity_tables.h"
#include "analysis/exploration/one_way.h"
#include "scenarios/design_runs.h"
#include "scenarios/study_reader.h"

namespace cantiere {

struct SensitivityArguments {
    std::string method = "oneway";
    std::string study, scenario;
    std::vector<std::string> parameters, outcomes, set;
    std::optional<std::int64_t> draws, replicates, seed, months, threads, top, n;
    std::optional<double> wtp;
    bool levers = false;
    bool switching = false;
    bool second_order = false;
    std::string table;
    bool markdown = false;
    TableFiles tables;
};

/// Declares what a command that runs a study takes: wtp, draws, replicates, seed, months, set and
/// threads; `usual_draws` where no number is given.
void add_run_options(CLI::App& app, SensitivityArguments& arguments, std::size_t usual_draws);

/// Returns how the runs of a design are done, counted by `count`.
DesignOptions design_options_of(const SensitivityArguments& arguments, RunCount& count);

/// Returns how the study is read; throws UsageError.
StudyOptions options_of(const SensitivityArguments& arguments);

/// Returns the outcomes asked for, or the usual ones; throws UsageError.
std::vector<OneWayOutcome> outcomes_of(const SensitivityArguments& arguments, const Study& study);

/// Tells that an interruption left nothing.
ExitCode tell_interrupted(const Study& study, const Context& context);

/// Tells the first of the runs that failed, if any did, and why that matters.
ExitCode tell_failed(const std::vector<FailedBlock>& failed,
                     const std::string& why,
                     const Context& context);

/// Says which row of a design failed first, and what that does to its tables.
std::string row_of(const std::vector<FailedBlock>& failed);

/// Runs one number at a time and tells the table; with switching values where asked.
ExitCode run_one_way(const SensitivityArguments& arguments, const Context& context);

/// Runs two numbers over the plane of their ranges and tells the map; throws UsageError.
ExitCode run_two_way(const SensitivityArguments& arguments, const Context& context);

/// Runs a design of a study and tells the indices of its outcomes.
ExitCode run_sensitivity_design(const SensitivityArguments& arguments, const Context& context);

}  // namespace cantiere
