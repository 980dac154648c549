#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/cli/answer_file.h"
#include "analysis/cli/command.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/validation.h"
#include "analysis/validation_text.h"
#include "scenarios/csv.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

struct ValidateArguments {
    std::optional<std::int64_t> replicates, threads;
    std::vector<std::string> only;
    bool row = false;
    AnswerFile file;
};

/// Reads a header and one row of CSV: keys and their values; `replicate` is the luck to run.
void read_row(std::istream& in, ValidationOptions& options) {
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    Problems problems;
    const CsvTable table =
        parse_csv(std::make_shared<const SourceFile>(SourceFile{"standard input", text}), problems);
    if (problems.has_errors()) throw InputError(problems);
    if (table.rows.size() != 1) {
        throw UsageError("--row reads one row of values under a header on standard input",
                         "write a line of keys and a line of numbers");
    }
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const std::string& value = table.rows.front().cells[i];
        if (table.header[i] != "replicate") {
            options.set.emplace_back(table.header[i], value);
            continue;
        }
        options.first_replicate =
            static_cast<std::size_t>(std::max(0.0, parse_number(value).value_or(0.0)));
        options.replicates = 1;
        options.more_where_few = false;
    }
}

/// A header of measures and their values; nothing where there is none.
std::string row_text(const std::vector<PatternResult>& results) {
    std::string names, values;
    for (const PatternResult& result : results) {
        const std::string_view comma = names.empty() ? "" : ",";
        names += fmt::format("{}{}", comma, column_of(result.spec));
        values += comma;
        if (result.simulated) values += fmt::format("{}", *result.simulated);
    }
    return names + "\n" + values + "\n";
}

/// Keeps the patterns asked for; throws UsageError for an id that there is not.
std::vector<PatternSpec> chosen(std::vector<PatternSpec> patterns,
                                const std::vector<std::string>& only) {
    if (only.empty()) return patterns;
    std::vector<std::string> known;
    for (const PatternSpec& pattern : patterns) {
        if (known.empty() || known.back() != pattern.id) known.push_back(pattern.id);
    }
    for (const std::string& id : only) {
        if (std::ranges::find(known, id) != known.end()) continue;
        throw UsageError(fmt::format("--only is \"{}\"", id),
                         fmt::format("the patterns are {}", fmt::join(known, ", ")));
    }
    std::erase_if(patterns, [&](const PatternSpec& pattern) {
        return std::ranges::find(only, pattern.id) == only.end();
    });
    return patterns;
}

ExitCode run(const ValidateArguments& arguments, const Context& context) {
    if (arguments.row && !arguments.file.path.empty()) {
        throw UsageError("--row prints measures, and -o writes verdicts", "keep one of them");
    }
    check_answer_file(arguments.file);
    Problems problems;
    const std::vector<PatternSpec> all = read_patterns(disk_files(), problems);
    if (problems.has_errors()) throw InputError(problems);
    const std::vector<PatternSpec> patterns = chosen(all, arguments.only);
    const InterruptGuard guard(stop_notice(context));
    ValidationOptions options;
    options.replicates = static_cast<std::size_t>(arguments.replicates.value_or(8));
    options.threads = static_cast<std::size_t>(arguments.threads.value_or(0));
    options.stop_requested = InterruptGuard::requested;
    double told = context.seconds();
    options.on_run = [&](std::size_t done, std::size_t total) {
        constexpr double interval = 10.0;
        if (context.seconds() - told < interval) return;
        told = context.seconds();
        context.progress(fmt::format("{} of {} runs of studies", done, total));
    };
    if (arguments.row) read_row(std::cin, options);
    const auto results = validate(patterns, options, problems);
    if (problems.has_errors()) throw InputError(problems);
    if (!results) return ExitCode::interrupted;
    if (arguments.row) {
        context.result(row_text(*results));
    } else {
        tell_answer(arguments.file,
                    validation_json(*results, context.language()),
                    validation_text(*results, context.language(), context.layout()),
                    context);
    }
    return ExitCode::ok;
}

Action declare_validate(CLI::App& app) {
    const auto arguments = std::make_shared<ValidateArguments>();
    add_whole_number(
        app,
        "--replicates",
        arguments->replicates,
        {2, 10'000},
        "replicates of luck (default: 8), more for patterns of few people (times in patterns.csv)");
    add_whole_number(app,
                     "-j,--threads",
                     arguments->threads,
                     {1, 4096},
                     "threads (default: all the machine has)");
    add_names(app, "--only", arguments->only, "ID,ID", "these patterns");
    declare_answer_file(app, arguments->file);
    app.add_flag("--row",
                 arguments->row,
                 "set the keys of a CSV row on standard input, print measures as CSV: "
                 "a command for calibrate");
    return [arguments](const Context& context) { return run(*arguments, context); };
}

}  // namespace

Command validate_command() {
    return {
        "validate",
        "compare simulations with patterns seen in the world: target, band, verdict",
        "The shipped studies are simulated with every parameter at its value; the patterns and "
        "their\n"
        "sources are in evidence/patterns.csv, which says what parameters were set from. The exit "
        "code is 0\n"
        "whatever the verdicts. JSON: {patterns: [{id, text, unit, target, low, high, simulated, "
        "se, verdict, told_apart,\n"
        "source, calibrated, by_construction, reason}]}; by_construction: of parameters alone, no "
        "run could miss\n"
        "it; reason only where the pattern is missed; told_apart: false where the 95 % interval of "
        "the\n"
        "mean holds an edge of the band, so that luck may have made the verdict.",
        "cantiere validate --only P4 --replicates 2",
        declare_validate};
}

}  // namespace cantiere
