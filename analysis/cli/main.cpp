#include <malloc.h>

#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/arguments.h"
#include "analysis/cli/environment.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "cantiere_version.h"
#include "outputs/results_error.h"
#include "scenarios/ranks.h"

namespace cantiere {
namespace {

ExitCode tell(ExitCode code, const Problems& problems, const Context& context) {
    tell_problems(problems, context);
    return code;
}

Problems problem_of(const UsageError& error, const Context& context) {
    return single_problem("command-line",
                          "",
                          fmt::format("cantiere: {}", context.told(error.what())),
                          "",
                          error.fix());
}

/// Carries a command out and tells what stops it: where, what, why, and what to do.
ExitCode carry_out(const Action& action, const Context& context) {
    try {
        check_instructions();
        return action(context);
    } catch (const UsageError& error) {
        return tell(ExitCode::command_line, problem_of(error, context), context);
    } catch (const InputError& error) {
        return tell(ExitCode::invalid_input, error.problems(), context);
    } catch (const ResultsError& error) {
        return tell(
            ExitCode::results,
            single_problem("results", error.path(), error.problem(), error.why(), error.remedy()),
            context);
    } catch (const std::bad_alloc&) {
        return tell(ExitCode::run_failed,
                    single_problem("memory",
                                   "",
                                   "there is not enough memory",
                                   "every thread holds one run",
                                   "use fewer threads (-j 1), or a smaller study"),
                    context);
    } catch (const std::exception& error) {
        return tell(ExitCode::run_failed,
                    single_problem("internal",
                                   "",
                                   fmt::format("a fault of the program: {}", error.what()),
                                   "it is no mistake of yours",
                                   "report it with the command line and the study"),
                    context);
    }
}

/// Tells whether all that was written to standard output has arrived.
ExitCode after_writing(ExitCode code, const Context& context) {
    std::cout.flush();
    if (std::cout.good() || code != ExitCode::ok) {
        return code;
    }
    return tell(ExitCode::results,
                single_problem("output",
                               context.told("standard output"),
                               "it cannot be written",
                               "the disk is full or the reader has gone",
                               "write to another place"),
                context);
}

std::string version_text() { return fmt::format("cantiere {} ({})", program_version, git_commit); }

ExitCode run(const Invocation& invocation, const Context& context) {
    if (invocation.globals.version) {
        if (context.json()) {
            context.result_json({{"version", program_version},
                                 {"commit", git_commit},
                                 {"build_flags", build_flags}});
        } else {
            context.result(version_text());
        }
        return ExitCode::ok;
    }
    if (invocation.globals.help) {
        context.result(invocation.help);
        return ExitCode::ok;
    }
    if (!invocation.action) {
        if (!context.json()) {
            context.warn(invocation.help);
        }
        const UsageError error("no command is given", "write one, for example cantiere run bari");
        return tell(ExitCode::command_line, problem_of(error, context), context);
    }
    return carry_out(invocation.action, context);
}

/// Tells whether several processes carry a command out together; any other is the first one's.
bool is_shared(const Invocation& invocation) {
    const GlobalOptions& globals = invocation.globals;
    return invocation.command == "run" && !globals.help && !globals.version;
}

ExitCode run(const std::vector<std::string>& command_line) {
    const std::vector<std::string> words(command_line.begin() + 1, command_line.end());
    const bool is_first = launch_of_environment().rank == 0;
    Invocation invocation;
    try {
        invocation = read_command_line(words);
    } catch (const UsageError& error) {
        GlobalOptions globals;
        globals.json = asks_for_json(words);
        globals.silent = !is_first;
        globals.language = language_of(words);
        const Context context(globals, command_line);
        return tell(ExitCode::command_line, problem_of(error, context), context);
    }
    if (!is_first && !is_shared(invocation)) return ExitCode::ok;
    invocation.globals.silent = !is_first;
    const Context context(invocation.globals, command_line);
    return after_writing(run(invocation, context), context);
}

}  // namespace
}  // namespace cantiere

int main(int count, char** words) {
    std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is told as a full disk is
    // Columns of a country are given back as soon as they are freed, instead of leaving gaps.
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
    try {
        const std::vector<std::string> command_line(words, words + count);
        if (command_line.empty()) {
            return static_cast<int>(cantiere::ExitCode::command_line);
        }
        return static_cast<int>(cantiere::run(command_line));
    } catch (const std::exception& error) {
        std::cerr << "a fault of the program: " << error.what() << "\n";
        return static_cast<int>(cantiere::ExitCode::run_failed);
    }
}
