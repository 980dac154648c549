#pragma once
/// Reading a command line: the command, its options, and the right words where there is a typo.

#include <string>
#include <vector>

#include "analysis/cli/command.h"

namespace cantiere {

/// A command line that has been understood.
struct Invocation {
    GlobalOptions globals;
    std::string command;  // empty for the program itself
    std::string help;     // of the command, or of the program
    Action action;        // nothing when no command was given
};

/// Reads a command line, without the program's name; throws UsageError. Under --help options that
/// the command requires may be missing.
Invocation read_command_line(const std::vector<std::string>& words);

/// Tells whether a command line that could not be read asks for JSON.
bool asks_for_json(const std::vector<std::string>& words);

}  // namespace cantiere
