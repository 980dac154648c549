#include "analysis/cli/sensitivity_arguments.h"

#include <fmt/format.h>

#include "analysis/cli/run_report.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"

namespace cantiere {

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

ExitCode tell_failed(const std::vector<FailedBlock>& failed, const Context& context) {
    if (failed.empty()) {
        return ExitCode::ok;
    }
    const FailedBlock& first = failed.front();
    const std::string where = first.row == 0 ? "with every number at its value"
                                             : fmt::format("in row {} of the design", first.row);
    tell_problems(
        single_problem(
            "failed-run",
            "",
            fmt::format("{} failed: {}", counted(failed.size(), "run"), first.reason),
            where + "; means leave such runs out, and indices are not told with rows missing",
            "narrow the range, or report the failure"),
        context);
    return ExitCode::run_failed;
}

}  // namespace cantiere
