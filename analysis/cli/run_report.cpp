#include "analysis/cli/run_report.h"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/cli/study_files.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

double per_second(const RunLog& log) {
    return static_cast<double>(log.resident_months) / std::max(log.wall_seconds, 1e-9);
}

}  // namespace

std::string plan_text(const Study& study, const std::filesystem::path& results) {
    const Experiment& plan = study.experiment;
    return fmt::format(
        "{}: {} scenarios x {} draws x {} replicates = {} runs of {} + {} months -> {}",
        study.id,
        study.scenarios.size(),
        plan.draws,
        plan.replicates,
        count_runs(study),
        study.horizon.burn_in_months,
        study.horizon.months,
        results.string());
}

Json plan_json(const Study& study, const std::filesystem::path& results) {
    Json scenarios = Json::array();
    for (const Scenario& scenario : study.scenarios) {
        scenarios.push_back({{"id", scenario.id}, {"base", study.scenarios[scenario.base].id}});
    }
    return {{"study", study.id},
            {"results", results.string()},
            {"scenarios", scenarios},
            {"draws", study.experiment.draws},
            {"replicates", study.experiment.replicates},
            {"seed", study.experiment.seed},
            {"runs", count_runs(study)},
            {"burn_in_months", study.horizon.burn_in_months},
            {"months", study.horizon.months},
            {"parameters_sampled", sampled_parameters(study).size()},
            {"already_there", held_results(results, study) == Held::all}};
}

std::string stop_notice(const Context& context, const std::filesystem::path& kept) {
    if (context.json()) return "";
    return fmt::format(
        "{}stopping after the runs under way (Ctrl-C again stops now){}\n",
        context.draws_progress() ? "\n" : "",
        kept.empty() ? "" : fmt::format("; finished work is kept in {}", kept.string()));
}

std::string report_text(const BatchReport& report) {
    const RunLog& log = report.log;
    if (report.end == BatchEnd::already_there) {
        return fmt::format("results: {}", log.results);
    }
    return fmt::format(
        "{} runs ({} found finished), {} failed, {:.1f} s, {} threads, {:.2f} million "
        "resident-months/s; "
        "results: {}",
        log.runs,
        log.resumed,
        log.failed.size(),
        log.wall_seconds,
        log.threads,
        per_second(log) / 1e6,
        log.results);
}

Json report_json(const BatchReport& report) {
    const RunLog& log = report.log;
    Json failures = Json::array();
    for (const FailedRun& run : log.failed) {
        failures.push_back({{"scenario", run.scenario},
                            {"draw", run.draw},
                            {"replicate", run.replicate},
                            {"message", run.message},
                            {"reproduce", run.reproduce}});
    }
    return {{"results", log.results},
            {"runs", log.runs},
            {"failed", log.failed.size()},
            {"resumed", log.resumed},
            {"residents", log.residents},
            {"resident_months", log.resident_months},
            {"wall_seconds", log.wall_seconds},
            {"resident_months_per_second", per_second(log)},
            {"threads", log.threads},
            {"ranks", log.ranks},
            {"bytes_per_resident", log.bytes_per_resident},
            {"scenarios", report.scenarios},
            {"already_there", report.end == BatchEnd::already_there},
            {"failures", failures}};
}

void tell_failures(const BatchReport& report, const Context& context) {
    if (report.log.failed.empty()) {
        return;
    }
    Problems problems;
    for (const FailedRun& run : report.log.failed) {
        problems.error("run-failed",
                       place_of(report.log.results),
                       fmt::format("scenario {}, draw {}, replicate {} failed: {}",
                                   run.scenario,
                                   run.draw,
                                   run.replicate,
                                   run.message),
                       "its values are missing; all other runs are kept",
                       fmt::format("the same command runs it again; to repeat its scenario "
                                   "alone: {}",
                                   run.reproduce));
    }
    tell_problems(problems, context);
}

}  // namespace cantiere
