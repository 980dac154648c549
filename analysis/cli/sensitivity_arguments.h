#pragma once
/// What `sensitivity` is asked, and what its methods share.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/cli/context.h"
#include "analysis/cli/exit_code.h"
#include "analysis/cli/sensitivity_tables.h"
#include "analysis/exploration/one_way.h"
#include "scenarios/study_reader.h"

namespace cantiere {

struct SensitivityArguments {
    std::string method = "oneway";
    std::string study, scenario;
    std::vector<std::string> parameters, outcomes, set;
    std::optional<std::int64_t> draws, replicates, seed, months, threads, top, n;
    std::optional<double> wtp;
    bool levers = false;
    bool second_order = false;
    std::string table;
    bool markdown = false;
    TableFiles tables;
};

/// Returns how the study is read; throws UsageError.
StudyOptions options_of(const SensitivityArguments& arguments);

/// Returns the outcomes asked for, or the usual ones; throws UsageError.
std::vector<OneWayOutcome> outcomes_of(const SensitivityArguments& arguments, const Study& study);

/// Tells that an interruption left nothing.
ExitCode tell_interrupted(const Study& study, const Context& context);

/// Tells the first of the runs that failed, if any did.
ExitCode tell_failed(const std::vector<FailedBlock>& failed, const Context& context);

/// Runs a design of a study and tells the indices of its outcomes.
ExitCode run_sensitivity_design(const SensitivityArguments& arguments, const Context& context);

}  // namespace cantiere
