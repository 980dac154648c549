#pragma once
/// The help of the program and of its commands.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/cli/command.h"

namespace cantiere {

/// What the help of a command says in Italian; its English stands beside the command.
struct ItalianHelp {
    std::string_view command, summary, details;
};

/// Lists the Italian help of all commands.
std::span<const ItalianHelp> help_in_italian();
std::span<const ItalianHelp> more_help_in_italian();

/// Writes the help of the program: its commands, and the options of all.
std::string help_of_program(CLI::App& app, const std::vector<Command>& commands, Language language);

/// Writes the help of a command: its options, what it prints, an example.
std::string help_of(CLI::App& app, const Command& command, Language language);

}  // namespace cantiere
