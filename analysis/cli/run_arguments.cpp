#include "analysis/cli/run_arguments.h"

#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "analysis/cli/results_files.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

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

}  // namespace

void declare_run_arguments(CLI::App& app, RunArguments& arguments) {
    constexpr std::int64_t most = 1'000'000;
    app.add_option("STUDY", arguments.studies, "study files, or ids of shipped studies")
        ->required()
        ->type_name("");
    app.add_option(
           "-o,--output",
           arguments.output,
           "results file (default: outputs/runs/STUDY.h5 in a checkout, ./STUDY.h5 elsewhere)")
        ->type_name("FILE");
    add_whole_number(app, "--draws", arguments.draws, {1, most}, "parameter draws");
    add_whole_number(app, "--replicates", arguments.replicates, {1, most}, "replicates of a draw");
    add_whole_number(app, "--seed", arguments.seed, {0, INT64_MAX}, "seed");
    add_whole_number(app, "--months", arguments.months, {1, 1200}, "months of the results");
    add_whole_number(app,
                     "-j,--threads",
                     arguments.threads,
                     {1, 4096},
                     "threads (default: all the machine has, as memory bears)");
    add_names(app, "--only", arguments.only, "ID,ID", "these scenarios; their bases still run");
    app.add_option("--set", arguments.set, "set a key of the study, burn-in included; repeatable")
        ->allow_extra_args(false)
        ->type_name("KEY=VALUE");
    declare_precision(app, arguments.precision);
    app.add_flag("-n,--dry-run", arguments.dry_run, "check and print the plan, run nothing");
    app.add_flag("--resume",
                 arguments.resume,
                 "go on from unfinished work; other inputs are an error");
    app.add_flag("--overwrite", arguments.overwrite, "replace a finished file");
    add_duration(app,
                 "--time-limit",
                 arguments.time_limit,
                 "begin no block that would end later than so long after the start");
    add_shard(app,
              "--shard",
              arguments.shard,
              "run this part of the blocks, into a shard for cantiere merge");
    app.add_flag("--no-fork",
                 arguments.no_fork,
                 "simulate every scenario from a burn-in of its own; same results, more time");
    add_whole_number(app,
                     "--microdata",
                     arguments.microdata,
                     {0, most},
                     "keep the people of the first N draws, one by one, in /microdata");
    add_names(app,
              "--trace",
              arguments.trace,
              "ID,ID",
              "write every month of these residents to RESULT.trace.csv, where they exist (ids: "
              "/microdata)");
}

void check_run_arguments(const RunArguments& arguments) {
    static_cast<void>(precision_request(arguments.precision));  // refused before a study is read
    if (arguments.studies.size() > 1 && !arguments.output.empty()) {
        throw UsageError("--output names one file for several studies",
                         "leave it out, or run the studies one by one");
    }
    refuse_names_of_others(arguments.output);
    if (arguments.shard && arguments.precision.precision) {
        throw UsageError("--precision looks at all draws, and --shard runs a part of them",
                         "leave one of the two out");
    }
    if (arguments.shard && !arguments.trace.empty()) {
        throw UsageError("--trace goes with whole results, not with --shard",
                         "leave it out; after cantiere merge, give the run without --shard, with "
                         "--trace and the merged file as -o: nothing but the trace is made");
    }
}

StudyOptions study_options(const RunArguments& arguments) {
    StudyOptions options;
    options.files = remembering(disk_files());
    options.overrides = overrides_of(arguments);
    return options;
}

std::vector<Study> read_studies(const RunArguments& arguments,
                                const StudyOptions& reading,
                                const Context& context) {
    std::vector<Study> studies;
    for (const std::string& named : arguments.studies) {
        studies.push_back(study_or_throw(read_study(study_path(named), reading), context));
    }
    check_microdata(studies, arguments);
    if (const auto precision = precision_request(arguments.precision)) {
        for (const Study& study : studies) check_request(*precision, study);
    }
    return studies;
}

std::filesystem::path results_place(const Study& study, const RunArguments& arguments) {
    if (!arguments.output.empty()) return arguments.output;
    std::filesystem::path place = default_results(study.id);
    if (!arguments.shard) return place;
    return place.replace_extension(
        fmt::format(".shard-{}-of-{}.h5", arguments.shard->index, arguments.shard->count));
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
    options.shard = arguments.shard;
    options.burn_ins = arguments.no_fork ? BurnInUse::own : BurnInUse::forked;
    if (arguments.time_limit) {
        options.deadline = context.start() + std::chrono::seconds(*arguments.time_limit);
    }
    options.command_line = context.command_line();
    options.stop_requested = InterruptGuard::requested;
    options.on_set_aside = [&context](const std::filesystem::path& moved) {
        context.warn(
            fmt::format("finished blocks of other inputs were moved to {}", moved.string()));
    };
    options.on_short_memory = [&context](const MemoryPlan& plan) {
        context.note(short_memory_text(plan, context.language()));
    };
    return options;
}

}  // namespace cantiere
