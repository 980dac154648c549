#pragma once
/// Running a command of the user's many times: a text in, a text out, a limit of time.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace cantiere {

struct CommandLine {
    std::vector<std::string> words;  // the program first, looked up in PATH
    std::string folder;              // in which it runs; empty: the current one
    double timeout_seconds = 600.0;
};

enum class CommandEnd : std::uint8_t { exited, killed, timed_out, not_started, stopped };

/// What one run of a command gave.
struct CommandResult {
    CommandEnd end = CommandEnd::exited;
    int code = 0;  // exit code, signal, or the system's error number where it could not start
    std::string output;
    std::string errors;  // of its standard error, the last thousand bytes
};

/// Runs the command once for every input, at most `at_once` of them together; the results are in
/// the order of the inputs whatever ends first. Runs that exceed the time are killed with their
/// children. When `stop_requested` says so no more are begun, and those under way are killed.
std::vector<CommandResult> run_commands(const CommandLine& command,
                                        const std::vector<std::string>& inputs,
                                        std::size_t at_once,
                                        const std::function<bool()>& stop_requested = {});

}  // namespace cantiere
