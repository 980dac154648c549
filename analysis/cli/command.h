#pragma once
/// What a command is: a name, help, options, and what it does.

#include <functional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "analysis/cli/context.h"
#include "analysis/cli/exit_code.h"

namespace cantiere {

/// Carries a command out, once its options have been read.
using Action = std::function<ExitCode(const Context&)>;

struct Command {
    std::string name;
    std::string summary;
    std::string details;                       // more help: what it prints, the fields of its JSON
    std::string example;                       // a command line that runs
    std::function<Action(CLI::App&)> declare;  // adds its options
};

/// Lists all commands, in the order of the help.
std::vector<Command> all_commands();

Command run_command();
Command compare_command();
Command evaluate_command();
Command check_command();
Command show_command();
Command params_command();
Command inspect_command();
Command export_command();
Command validate_command();
Command verify_command();
Command merge_command();
Command schema_command();
Command init_command();
Command design_command();
Command sensitivity_command();
Command discover_command();
Command calibrate_command();
Command transfer_command();
Command completion_command();
Command report_command();
Command serve_command();
Command doctor_command();

/// Adds the options that every command takes.
void declare_globals(CLI::App& app, GlobalOptions& globals);

/// Finds the language that a command line asks for, before it is read; else that of the
/// environment.
Language language_of(const std::vector<std::string>& words);

}  // namespace cantiere
