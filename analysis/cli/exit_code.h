#pragma once
/// What the exit codes of the program mean.

namespace cantiere {

enum class ExitCode {
    ok = 0,
    run_failed = 1,     // or a fault of the program itself
    command_line = 2,   // unknown command or option, unusable value
    invalid_input = 3,  // a study or pack is missing or invalid
    results = 4,        // a results file cannot be read, or a place cannot be written
    differs = 5,        // `verify` differs, or `--fail-if` holds
    interrupted = 130
};

}  // namespace cantiere
