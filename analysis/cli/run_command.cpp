#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/compare_output.h"
#include "analysis/cli/progress.h"
#include "analysis/cli/results_files.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/trace_file.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "outputs/results_error.h"
#include "scenarios/batch.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

struct RunArguments {
    std::vector<std::string> studies;
    std::string output;
    std::optional<std::int64_t> draws, replicates, seed, months, threads, microdata;
    std::vector<std::string> only;
    std::vector<std::string> set;
    std::vector<std::string> trace;
    bool dry_run = false;
    bool resume = false;
    bool overwrite = false;
};

Overrides overrides_of(const RunArguments& arguments) {
    Overrides overrides;
    overrides.draws = arguments.draws;
    overrides.replicates = arguments.replicates;
    overrides.seed = arguments.seed;
    overrides.months = arguments.months;
    overrides.only = arguments.only;
    for (const std::string& text : arguments.set) {
        const auto pair = parse_set(text);
        if (!pair) {
            throw UsageError(fmt::format("--set is \"{}\"", text),
                             "write --set key=value, for example --set internship.slots=60");
        }
        overrides.set.push_back(*pair);
    }
    return overrides;
}

/// Reads every study before the first run, so that a mistake in the last one costs no time.
std::vector<Study> read_studies(const RunArguments& arguments, const Context& context) {
    StudyOptions options;
    options.overrides = overrides_of(arguments);
    std::vector<Study> studies;
    for (const std::string& named : arguments.studies) {
        studies.push_back(study_or_throw(read_study(study_path(named), options), context));
    }
    return studies;
}

/// Refuses people of draws that a study does not have.
void check_microdata(const std::vector<Study>& studies, const RunArguments& arguments) {
    for (const Study& study : studies) {
        const auto draws = static_cast<std::int64_t>(study.experiment.draws);
        if (arguments.microdata.value_or(0) <= draws) continue;
        throw UsageError(fmt::format("--microdata is {}, and {} has {} draws",
                                     *arguments.microdata,
                                     study.id,
                                     draws),
                         fmt::format("give at most {}, or more --draws", draws));
    }
}

BatchOptions batch_options(const RunArguments& arguments,
                           const std::filesystem::path& results,
                           const Context& context) {
    BatchOptions options;
    options.results = results;
    options.threads = static_cast<std::size_t>(arguments.threads.value_or(0));
    options.microdata_draws = static_cast<std::size_t>(arguments.microdata.value_or(0));
    options.existing = arguments.overwrite ? Existing::overwrite : Existing::keep;
    options.other_inputs = arguments.resume ? OtherInputs::refuse : OtherInputs::set_aside;
    options.command_line = context.command_line();
    options.stop_requested = InterruptGuard::requested;
    options.on_set_aside = [&context](const std::filesystem::path& moved) {
        context.warn(
            fmt::format("finished blocks of other inputs were moved to {}", moved.string()));
    };
    return options;
}

ExitCode after_interruption(const BatchReport& report, const Context& context) {
    tell_problems(single_problem("interrupted",
                                 report.log.results,
                                 "interrupted before the last run",
                                 fmt::format("finished blocks are kept in {}",
                                             log_path(report.log.results).string()),
                                 "give the same command again to go on from there"),
                  context);
    return ExitCode::interrupted;
}

/// Throws where the results would replace a file that the study is made of, --overwrite or not.
void refuse_own_inputs(const Study& study, const std::filesystem::path& results) {
    const std::filesystem::path folder = std::filesystem::path(study.path).parent_path();
    for (const ProvenanceFile& file : study.files) {
        std::error_code ignored;
        if (std::filesystem::equivalent(folder / file.path, results, ignored)) {
            throw ResultsError(results.string(),
                               "the study is made of this file",
                               "results would replace it",
                               "give another output with -o FILE");
        }
    }
}

/// Runs one study and tells its results; under --json adds them to `reports` instead.
ExitCode run_one(const Study& study,
                 const RunArguments& arguments,
                 const Context& context,
                 InterruptGuard& guard,
                 Json& reports) {
    const double began = reports.empty() ? 0.0 : context.seconds();
    const std::filesystem::path results = arguments.output.empty()
                                              ? default_results(study.id)
                                              : std::filesystem::path(arguments.output);
    refuse_own_inputs(study, results);
    context.note(plan_text(study, results));
    guard.set_notice(stop_notice(context, log_path(results)));
    std::string trace;  // before the runs, so that an unknown id costs no time
    if (!arguments.trace.empty()) {
        const auto draws = static_cast<std::size_t>(arguments.microdata.value_or(0));
        trace = trace_of(study, trace_ids(arguments.trace), std::max<std::size_t>(draws, 1));
    }
    BatchReport report;
    {
        Progress progress(study, context);
        BatchOptions options = batch_options(arguments, results, context);
        options.on_block = [&progress](const BatchProgress& done) { progress.add(done); };
        report = run_batch(study, options);
    }
    if (report.end == BatchEnd::interrupted) {
        return after_interruption(report, context);
    }
    if (report.end == BatchEnd::already_there) {
        context.note(fmt::format("{}: results of the same inputs are there; nothing to run",
                                 results.string()));
    }
    if (!trace.empty()) write_trace(results, trace, arguments.overwrite);
    report.log.wall_seconds = context.seconds() - began;
    tell_failures(report, context);
    if (context.json()) {
        reports.push_back(report_json(report));
    } else {
        context.result(compared_text(results, {}, context));
        context.note(report_text(report));
    }
    return report.log.failed.empty() ? ExitCode::ok : ExitCode::run_failed;
}

ExitCode dry_run(const std::vector<Study>& studies,
                 const RunArguments& arguments,
                 const Context& context) {
    Json plans = Json::array();
    for (const Study& study : studies) {
        const std::filesystem::path results = arguments.output.empty()
                                                  ? default_results(study.id)
                                                  : std::filesystem::path(arguments.output);
        if (context.json()) {
            plans.push_back(plan_json(study, results));
        } else {
            context.result(plan_text(study, results));
        }
    }
    if (context.json()) {
        context.result_json(plans.size() == 1 ? plans.front() : plans);
    }
    return ExitCode::ok;
}

ExitCode run(const RunArguments& arguments, const Context& context) {
    if (arguments.studies.size() > 1 && !arguments.output.empty()) {
        throw UsageError("--output names one file for several studies",
                         "leave it out, or run the studies one by one");
    }
    const std::vector<Study> studies = read_studies(arguments, context);
    check_microdata(studies, arguments);
    if (arguments.dry_run) {
        return dry_run(studies, arguments, context);
    }
    InterruptGuard guard;
    Json reports = Json::array();
    ExitCode code = ExitCode::ok;
    for (const Study& study : studies) {
        const ExitCode one = run_one(study, arguments, context, guard, reports);
        code = one == ExitCode::ok ? code : one;
        if (one == ExitCode::interrupted) {
            return one;
        }
    }
    if (context.json()) {
        context.result_json(reports.size() == 1 ? reports.front() : reports);
    }
    return code;
}

Action declare_run(CLI::App& app) {
    constexpr std::int64_t most = 1'000'000;
    const auto arguments = std::make_shared<RunArguments>();
    app.add_option("STUDY", arguments->studies, "study files, or ids of shipped studies")
        ->required()
        ->type_name("");
    app.add_option(
           "-o,--output",
           arguments->output,
           "results file (default: outputs/runs/STUDY.h5 in a checkout, ./STUDY.h5 elsewhere)")
        ->type_name("FILE");
    add_whole_number(app, "--draws", arguments->draws, {1, most}, "parameter draws");
    add_whole_number(app, "--replicates", arguments->replicates, {1, most}, "replicates of a draw");
    add_whole_number(app, "--seed", arguments->seed, {0, INT64_MAX}, "seed");
    add_whole_number(app, "--months", arguments->months, {1, 1200}, "months of the results");
    add_whole_number(app,
                     "-j,--threads",
                     arguments->threads,
                     {1, 4096},
                     "threads (default: all the machine has)");
    add_names(app, "--only", arguments->only, "ID,ID", "these scenarios; their bases still run");
    app.add_option("--set", arguments->set, "set a key of the study, burn-in included; repeatable")
        ->allow_extra_args(false)
        ->type_name("KEY=VALUE");
    app.add_flag("-n,--dry-run", arguments->dry_run, "check and print the plan, run nothing");
    app.add_flag("--resume",
                 arguments->resume,
                 "go on from unfinished work; other inputs are an error");
    app.add_flag("--overwrite", arguments->overwrite, "replace a finished file");
    add_whole_number(app,
                     "--microdata",
                     arguments->microdata,
                     {0, most},
                     "keep the people of the first N draws, one by one, in /microdata");
    add_names(app,
              "--trace",
              arguments->trace,
              "ID,ID",
              "write every month of these residents to RESULT.trace.csv, where they exist (ids: "
              "/microdata)");
    return [arguments](const Context& context) { return run(*arguments, context); };
}

}  // namespace

Command run_command() {
    return {
        "run",
        "run all scenarios of studies in parallel, print the comparison",
        "Unfinished work is kept in RESULT.h5.part: the same command goes on from it. A "
        "finished file\n"
        "is never replaced without --overwrite. Ctrl-C stops after the runs under way and keeps "
        "finished\n"
        "blocks (all scenarios of one draw and replicate); twice, it stops at once.\n"
        "JSON: {results, runs, failed, resumed, residents, resident_months, wall_seconds,\n"
        "resident_months_per_second, threads, ranks, bytes_per_resident, scenarios, "
        "already_there,\n"
        "failures}; an array for several studies.",
        "cantiere run bari --draws 2 --replicates 2 -o /tmp/try.h5",
        declare_run};
}

}  // namespace cantiere
