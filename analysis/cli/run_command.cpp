#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/compare_output.h"
#include "analysis/cli/precision_run.h"
#include "analysis/cli/progress.h"
#include "analysis/cli/run_arguments.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/trace_file.h"
#include "analysis/cli/usage_error.h"
#include "outputs/results_error.h"
#include "scenarios/interrupt.h"
#include "scenarios/rank_worker.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

ExitCode after_interruption(const BatchReport& report,
                            const RunArguments& arguments,
                            const Context& context) {
    const bool out_of_time = report.end == BatchEnd::out_of_time;
    tell_problems(
        single_problem(
            out_of_time ? "time-limit" : "interrupted",
            report.log.results,
            out_of_time ? fmt::format("the time limit of {} s ends before the last run",
                                      *arguments.time_limit)
                        : "interrupted before the last run",
            fmt::format("finished blocks are kept in {}", log_path(report.log.results).string()),
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

/// The months of traced residents, made before the runs so that an unknown id costs no time.
std::string trace_text(const Study& study, const RunArguments& arguments) {
    if (arguments.trace.empty()) return "";
    const auto draws = static_cast<std::size_t>(arguments.microdata.value_or(0));
    return trace_of(study, trace_ids(arguments.trace), std::max<std::size_t>(draws, 1));
}

void tell_report(const BatchReport& report,
                 const RunArguments& arguments,
                 const Context& context,
                 Json& reports) {
    if (context.json()) {
        reports.push_back(report_json(report, arguments.shard));
    } else if (arguments.shard) {
        context.result(context.told(shard_report_text(report, *arguments.shard)));
    } else {
        context.result(compared_text(report.log.results, {}, context));
        context.note(report_text(report, context.language()));
    }
}

/// Runs the studies of one command, alone or with other processes.
class StudyRuns {
  public:
    StudyRuns(const RunArguments& arguments,
              const StudyOptions& reading,
              const Context& context,
              RankPool* ranks)
        : arguments_(arguments),
          reading_(reading),
          context_(context),
          precision_(precision_request(arguments.precision)),
          ranks_(ranks) {}

    ExitCode run(const std::vector<Study>& studies) {
        ExitCode code = ExitCode::ok;
        for (std::size_t i = 0; i < studies.size(); ++i) {
            const ExitCode one = run_one(studies[i], i);
            code = one == ExitCode::ok ? code : one;
            if (one == ExitCode::interrupted) {
                return one;
            }
        }
        if (context_.json()) {
            context_.result_json(reports_.size() == 1 ? reports_.front() : reports_);
        }
        return code;
    }

  private:
    /// Runs one study and tells its results; under --json adds them to the reports instead.
    ExitCode run_one(const Study& study, std::size_t number) {
        const double began = reports_.empty() ? 0.0 : context_.seconds();
        const std::filesystem::path results = results_place(study, arguments_);
        refuse_own_inputs(study, results);
        context_.note(plan_text(study, results, arguments_.shard));
        if (precision_) context_.note(request_text(*precision_, study));
        guard_.set_notice(stop_notice(context_, log_path(results)));
        const std::string trace = trace_text(study, arguments_);
        BatchReport report = batch(study, number, results);
        if (report.end == BatchEnd::interrupted || report.end == BatchEnd::out_of_time) {
            return after_interruption(report, arguments_, context_);
        }
        if (report.end == BatchEnd::already_there) {
            context_.note(fmt::format("{}: {} of the same inputs {} there; nothing to run",
                                      results.string(),
                                      arguments_.shard ? "a shard" : "results",
                                      arguments_.shard ? "is" : "are"));
        }
        if (!trace.empty()) write_trace(results, trace, arguments_.overwrite);
        report.log.wall_seconds = context_.seconds() - began;
        tell_failures(report.log, context_);
        tell_report(report, arguments_, context_, reports_);
        return report.log.failed.empty() ? ExitCode::ok : ExitCode::run_failed;
    }

    BatchReport batch(const Study& study,
                      std::size_t number,
                      const std::filesystem::path& results) {
        BatchOptions options = batch_options(arguments_, results, context_);
        if (precision_) {
            return run_to_precision(*precision_, study, reading_, std::move(options), context_);
        }
        Progress progress(study, context_);
        options.ranks = ranks_;
        options.study_number = number;
        options.on_block = [&progress](const BatchProgress& done) { progress.add(done); };
        return run_batch(study, options);
    }

    const RunArguments& arguments_;
    const StudyOptions& reading_;
    const Context& context_;
    std::optional<PrecisionRequest> precision_;
    RankPool* ranks_;
    InterruptGuard guard_;
    Json reports_ = Json::array();
};

ExitCode dry_run(const std::vector<Study>& studies,
                 const RunArguments& arguments,
                 const Context& context) {
    const auto precision = precision_request(arguments.precision);
    Json plans = Json::array();
    for (const Study& study : studies) {
        const std::filesystem::path results = results_place(study, arguments);
        const MemoryPlan memory = plan_threads(study, batch_options(arguments, results, context));
        if (context.json()) {
            plans.push_back(plan_json(study, results, arguments.shard, memory));
        } else {
            context.result(context.told(plan_text(study, results, arguments.shard)));
            if (precision) context.result(context.told(request_text(*precision, study)));
            context.result(context.told(memory_text(memory, context.language())));
        }
    }
    if (context.json()) {
        context.result_json(plans.size() == 1 ? plans.front() : plans);
    }
    return ExitCode::ok;
}

/// Runs blocks for the first process, silently: what is wrong, that one tells.
ExitCode work(const RunArguments& arguments, const Context& context, Ranks& ranks) {
    const InterruptGuard first_signal_is_for_the_first_process;
    try {
        const std::vector<Study> studies =
            read_studies(arguments, study_options(arguments), context);
        const BatchOptions options = batch_options(arguments, {}, context);
        std::size_t threads =
            options.threads > 0 ? options.threads : usual_threads(ranks.count_here());
        for (const Study& study : studies) {
            threads = plan_memory(threads,
                                  memory_need(study, options.microdata_draws),
                                  available_memory(),
                                  ranks.count_here())
                          .threads;
        }
        work_for_first_rank(ranks, studies, threads);
    } catch (const std::exception& failure) {
        report_to_first_rank(ranks, failure.what());
    }
    return ExitCode::ok;
}

/// Takes part in a command that a launcher has started several times.
ExitCode run_together(const RunArguments& arguments, const Context& context, const Launch& launch) {
    if (!Ranks::is_built_in()) {
        throw UsageError(
            fmt::format("{} processes were started, and this program was built without MPI",
                        launch.count),
            "start it once, or build it with libboost-mpi-dev and libopenmpi-dev installed");
    }
    Ranks ranks;
    if (ranks.count() != launch.count) {
        throw UsageError(
            fmt::format("{} processes were started, and MPI sees {}", launch.count, ranks.count()),
            "start it with the mpirun of the Open MPI that it was built with");
    }
    if (ranks.rank() > 0) return work(arguments, context, ranks);
    RankPool pool(ranks);
    const StudyOptions reading = study_options(arguments);
    return StudyRuns(arguments, reading, context, &pool)
        .run(read_studies(arguments, reading, context));
}

ExitCode run(const RunArguments& arguments, const Context& context) {
    check_run_arguments(arguments);
    const Launch launch = launch_of_environment();
    if (launch.count > 1 && arguments.precision.precision) {
        throw UsageError("--precision runs in one process",
                         "leave mpirun out: threads share the blocks of each step");
    }
    if (launch.count > 1 && !arguments.dry_run) return run_together(arguments, context, launch);
    const StudyOptions reading = study_options(arguments);
    const std::vector<Study> studies = read_studies(arguments, reading, context);
    if (arguments.dry_run) {
        return dry_run(studies, arguments, context);
    }
    return StudyRuns(arguments, reading, context, nullptr).run(studies);
}

Action declare_run(CLI::App& app) {
    const auto arguments = std::make_shared<RunArguments>();
    declare_run_arguments(app, *arguments);
    return [arguments](const Context& context) { return run(*arguments, context); };
}

}  // namespace

Command run_command() {
    return {
        "run",
        "run all scenarios of studies in parallel, print the comparison",
        "Unfinished work is kept in RESULT.h5.part: the same command goes on from it. A "
        "finished file\n"
        "is never replaced without --overwrite. Ctrl-C and SIGTERM stop after the runs under way "
        "and keep\n"
        "finished blocks (all scenarios of one draw and replicate); twice, they stop at once.\n"
        "--time-limit (90s, 10m, 2h, 1h30m, HH:MM:SS) counts from the start of the command; "
        "blocks under way\n"
        "are finished, none is begun that would end later by the longest so far. Exit code 130, as "
        "after\n"
        "Ctrl-C. --shard prints no comparison and takes no --trace: cantiere merge joins shards.\n"
        "mpirun -n N cantiere run ... shares the blocks among N processes, -j threads each; "
        "results are\n"
        "the same bytes however they are made.\n"
        "JSON: {results, runs, failed, resumed, residents, resident_months, wall_seconds,\n"
        "resident_months_per_second, threads (of a process), ranks, bytes_per_resident, "
        "scenarios,\n"
        "already_there, shard, failures}; an array for several studies; with --precision also\n"
        "{precision: {contrast, target, relative, reached, draws, replicates, mean, half_width, "
        "asked,\n"
        "draws_per_block, most, looks, note}}. Under --dry-run the plan: {study, results, "
        "scenarios, "
        "..., shard,\n"
        "memory: {bytes_per_block, bytes_available, limited_by, threads}}.",
        "cantiere run bari --draws 2 --replicates 2 -o /tmp/try.h5",
        declare_run};
}

}  // namespace cantiere
