#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/values.h"
#include "analysis/validation.h"
#include "analysis/validation_text.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

struct ValidateArguments {
    std::optional<std::int64_t> replicates, threads;
    std::vector<std::string> only;
};

/// Keeps the patterns asked for; throws UsageError for an id that there is not.
std::vector<PatternSpec> chosen(std::vector<PatternSpec> patterns,
                                const std::vector<std::string>& only) {
    if (only.empty()) return patterns;
    std::vector<std::string> known;
    for (const PatternSpec& pattern : patterns) {
        if (known.empty() || known.back() != pattern.id) known.push_back(pattern.id);
    }
    for (const std::string& id : only) one_of_names("--only", id, known);
    std::erase_if(patterns, [&](const PatternSpec& pattern) {
        return std::ranges::find(only, pattern.id) == only.end();
    });
    return patterns;
}

ExitCode run(const ValidateArguments& arguments, const Context& context) {
    Problems problems;
    const std::vector<PatternSpec> all = read_patterns(disk_files(), problems);
    if (problems.has_errors()) throw InputError(problems);
    const std::vector<PatternSpec> patterns = chosen(all, arguments.only);
    const InterruptGuard guard;
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
    const auto results = validate(patterns, options, problems);
    if (problems.has_errors()) throw InputError(problems);
    if (!results) return ExitCode::interrupted;
    if (context.json()) {
        context.result_json(validation_json(*results, context.language()));
    } else {
        context.result(validation_text(*results, context.language(), context.layout()));
    }
    return ExitCode::ok;
}

Action declare_validate(CLI::App& app) {
    const auto arguments = std::make_shared<ValidateArguments>();
    add_whole_number(app,
                     "--replicates",
                     arguments->replicates,
                     {2, 10'000},
                     "replicates of luck (default: 8)");
    add_whole_number(app,
                     "-j,--threads",
                     arguments->threads,
                     {1, 4096},
                     "threads (default: all the machine has)");
    add_names(app, "--only", arguments->only, "ID,ID", "these patterns");
    return [arguments](const Context& context) { return run(*arguments, context); };
}

}  // namespace

Command validate_command() {
    return {"validate",
            "compare simulations with patterns seen in the world: target, band, verdict",
            "The shipped studies are simulated with every parameter at its value; the patterns and "
            "their\n"
            "sources are in evidence/patterns.csv. Nothing is fitted; the exit code is 0 whatever "
            "the verdicts.\n"
            "JSON: {patterns: [{id, text, unit, target, low, high, simulated, se, verdict, source, "
            "reason}]};\n"
            "reason only where nothing could be simulated.",
            "cantiere validate --only P4 --replicates 2",
            declare_validate};
}

}  // namespace cantiere
