#pragma once
/// What `run` says of its plan and of what it has done.

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "analysis/cli/context.h"
#include "scenarios/batch.h"

namespace cantiere {

/// Writes the plan of a study: scenarios, runs, where the results go.
std::string plan_text(const Study& study, const std::filesystem::path& results);

/// Returns the plan of a study as JSON.
nlohmann::ordered_json plan_json(const Study& study, const std::filesystem::path& results);

/// Writes what the first Ctrl-C says at once, and where finished work is kept if it is; nothing
/// under --json.
std::string stop_notice(const Context& context, const std::filesystem::path& kept = {});

/// Writes what a batch has done: runs, time, speed.
std::string report_text(const BatchReport& report);

/// Returns what a batch has done, in the shape that other programs rely on.
nlohmann::ordered_json report_json(const BatchReport& report);

/// Tells the runs that failed, with the commands that repeat them, on standard error.
void tell_failures(const BatchReport& report, const Context& context);

}  // namespace cantiere
