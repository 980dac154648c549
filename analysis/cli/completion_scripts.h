#pragma once
/// Completion scripts for shells, made from the commands themselves.

#include <string>
#include <vector>

#include "analysis/cli/command.h"

namespace cantiere {

/// Returns the names of the shells that have a script.
std::vector<std::string> completion_shells();

/// Returns the script of a shell.
std::string completion_script(const std::string& shell, const std::vector<Command>& commands);

}  // namespace cantiere
