#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/catalogue/told_problems.h"
#include "analysis/cli/command.h"
#include "analysis/cli/study_files.h"
#include "analysis/exploration/calibration_file.h"

namespace cantiere {
namespace {

struct CheckArguments {
    std::vector<std::string> files;
    bool strict = false;
};

struct Checked {
    Problems problems;
    std::string kind = "file";
};

Checked check_file(const std::string& path, Warnings warnings) {
    StudyOptions options;
    options.warnings = warnings;
    Checked checked;
    const std::optional<std::string> kind = kind_of_file(path, options.files, checked.problems);
    if (!kind) {
        return checked;
    }
    checked.kind = *kind;
    if (*kind == "study") {
        checked.problems = read_study(path, options).problems;
    } else if (*kind == "calibration") {
        CalibrationOptions of_file;
        of_file.files = options.files;
        checked.problems = read_calibration(path, of_file).problems;
        if (warnings == Warnings::refuse) {
            checked.problems.promote_warnings();
        }
    } else {
        checked.problems = check_pack(path, options);
    }
    return checked;
}

std::size_t count(const Problems& problems, Severity severity) {
    const auto& list = problems.list();
    return static_cast<std::size_t>(
        std::count_if(list.begin(), list.end(), [severity](const Problem& problem) {
            return problem.severity == severity;
        }));
}

std::string verdict(const std::string& path, const Checked& checked) {
    const std::size_t warnings = count(checked.problems, Severity::warning);
    const std::size_t errors = count(checked.problems, Severity::error);
    if (errors > 0) {
        return fmt::format("{}: {}, {}",
                           path,
                           counted(errors, "error"),
                           counted(warnings, "warning"));
    }
    return fmt::format("{}: ok ({}, {})", path, checked.kind, counted(warnings, "warning"));
}

std::string path_of(const std::string& named, Problems& problems) {
    try {
        return study_path(named);
    } catch (const InputError& error) {
        add_problems(problems, error.problems());
        return "";
    }
}

ExitCode check(const CheckArguments& arguments, const Context& context) {
    Problems all;
    std::string report;
    for (const std::string& named : arguments.files) {
        const std::string path = path_of(named, all);
        if (path.empty()) {
            report += problems_text(all, context);
            continue;
        }
        const Checked checked =
            check_file(path, arguments.strict ? Warnings::refuse : Warnings::allow);
        add_problems(all, checked.problems);
        report +=
            problems_text(checked.problems, context) + context.told(verdict(path, checked)) + "\n";
    }
    context.result(context.json() ? json(told(all, context.language())) : report);
    return all.has_errors() ? ExitCode::invalid_input : ExitCode::ok;
}

Action declare_check(CLI::App& app) {
    const auto arguments = std::make_shared<CheckArguments>();
    app.add_option("FILE",
                   arguments->files,
                   "studies, packs, calibrations (TOML), or ids of shipped studies")
        ->required()
        ->type_name("");
    app.add_flag("--strict", arguments->strict, "warnings are errors");
    return [arguments](const Context& context) { return check(*arguments, context); };
}

}  // namespace

Command check_command() {
    return {
        "check",
        "validate studies, packs and calibrations",
        "All problems of a file are told in one go, each with its place, its reason and one fix.\n"
        "JSON: {ok, problems: [{code, severity, file, line, column, message, hint}]}; the errors "
        "of\n"
        "every command have this shape, on standard error.",
        "cantiere check bari",
        declare_check};
}

}  // namespace cantiere
