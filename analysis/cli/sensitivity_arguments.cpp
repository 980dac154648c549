#include "analysis/cli/sensitivity_arguments.h"

#include <fmt/format.h>

#include "analysis/cli/run_report.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "scenarios/interrupt.h"

namespace cantiere {

void add_run_options(CLI::App& app, SensitivityArguments& arguments, std::size_t usual_draws) {
    constexpr std::int64_t most = 1'000'000;
    add_amount(app, "--wtp", arguments.wtp, "EUR that an autonomy-year is worth");
    add_whole_number(app,
                     "--draws",
                     arguments.draws,
                     {1, most},
                     fmt::format("parameter draws (default: {})", usual_draws));
    add_whole_number(app, "--replicates", arguments.replicates, {1, most}, "replicates of a draw");
    add_whole_number(app, "--seed", arguments.seed, {0, INT64_MAX}, "seed");
    add_whole_number(app, "--months", arguments.months, {1, 1200}, "months of the results");
    app.add_option("--set", arguments.set, "set a key of the study; repeatable")
        ->allow_extra_args(false)
        ->type_name("KEY=VALUE");
    add_whole_number(app,
                     "-j,--threads",
                     arguments.threads,
                     {1, 4096},
                     "threads (default: all the machine has)");
}

DesignOptions design_options_of(const SensitivityArguments& arguments, RunCount& count) {
    DesignOptions options;
    options.threads = static_cast<std::size_t>(arguments.threads.value_or(0));
    options.stop_requested = InterruptGuard::requested;
    options.on_block = [&count](std::size_t done, std::size_t all) { count.tell(done, all); };
    return options;
}

StudyOptions options_of(const SensitivityArguments& arguments) {
    StudyOptions options;
    options.overrides.draws = arguments.draws.value_or(1);
    options.overrides.replicates = arguments.replicates;
    options.overrides.seed = arguments.seed;
    options.overrides.months = arguments.months;
    for (const std::string& text : arguments.set) {
        const auto pair = parse_set(text);
        if (!pair) {
            throw UsageError(fmt::format("--set is \"{}\"", text),
                             "write --set key=value, for example --set internship.slots=60");
        }
        options.overrides.set.push_back(*pair);
    }
    return options;
}

std::vector<OneWayOutcome> outcomes_of(const SensitivityArguments& arguments, const Study& study) {
    const std::vector<std::string> usual{"net_benefit", "stable_exits", "starts"};
    std::vector<OneWayOutcome> outcomes;
    for (const std::string& name : arguments.outcomes.empty() ? usual : arguments.outcomes) {
        if (name == "net_benefit") {
            outcomes.push_back({name, std::nullopt});
            continue;
        }
        const OutcomeReading reading = read_outcome(name, block_shape(study).sizes);
        if (!reading.outcome) {
            throw UsageError(fmt::format("--outcomes: {}", reading.why), reading.fix);
        }
        outcomes.push_back({name, reading.outcome});
    }
    return outcomes;
}

ExitCode tell_interrupted(const Study& study, const Context& context) {
    tell_problems(single_problem("interrupted",
                                 study.path,
                                 "interrupted before the last run",
                                 "a table keeps nothing of its runs",
                                 "give the same command again"),
                  context);
    return ExitCode::interrupted;
}

ExitCode tell_failed(const std::vector<FailedBlock>& failed,
                     const std::string& why,
                     const Context& context) {
    if (failed.empty()) return ExitCode::ok;
    const FailedBlock& first = failed.front();
    tell_problems(
        single_problem("failed-run",
                       "",
                       fmt::format("{} failed: {}", counted(failed.size(), "run"), first.reason),
                       fmt::format("in {}; {}", first.scenario, why),
                       "narrow the range, or report the failure"),
        context);
    return ExitCode::run_failed;
}

std::string row_of(const std::vector<FailedBlock>& failed) {
    const bool is_centre = failed.empty() || failed.front().row == 0;
    return fmt::format("{}; means leave such runs out, and indices are not told with rows missing",
                       is_centre ? "with every number at its value"
                                 : fmt::format("in row {} of the design", failed.front().row));
}

}  // namespace cantiere
