#pragma once
/// `sensitivity --table`: a table of levers, each run at both of its values.

#include <string>

#include "analysis/cli/context.h"
#include "analysis/cli/exit_code.h"
#include "scenarios/study_reader.h"

namespace cantiere {

struct LeverTableArguments {
    std::string path;
    StudyOptions options;     // draws, replicates, seed, months and settings of every study
    std::size_t threads = 0;  // 0: all the machine has
    bool markdown = false;
};

/// Reads the table, runs its studies and writes what each lever does. Throws InputError,
/// UsageError.
ExitCode run_lever_table(const LeverTableArguments& arguments, const Context& context);

}  // namespace cantiere
