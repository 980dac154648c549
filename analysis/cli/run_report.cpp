#include "analysis/cli/run_report.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/cli/study_files.h"
#include "analysis/number_text.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

std::string bytes_text(double bytes, Language language) {
    constexpr double mib = 1024.0 * 1024.0;
    return bytes < 1024.0 * mib ? number_text(std::ceil(bytes / mib), 0, language) + " MiB"
                                : number_text(bytes / (1024.0 * mib), 1, language) + " GiB";
}

Json shard_json(const std::optional<ShardPart>& shard) {
    return shard ? Json(shard_text(*shard)) : Json();
}

double per_second(const RunLog& log) {
    return static_cast<double>(log.resident_months) / std::max(log.wall_seconds, 1e-9);
}

}  // namespace

std::string plan_text(const Study& study,
                      const std::filesystem::path& results,
                      const std::optional<ShardPart>& shard) {
    const Experiment& plan = study.experiment;
    const std::string part = shard ? fmt::format(", of which shard {} has {}",
                                                 shard_text(*shard),
                                                 count_runs(study, shard))
                                   : "";
    return fmt::format("{}: {} x {} x {} = {} of {} + {} months{} -> {}",
                       study.id,
                       counted(study.scenarios.size(), "scenario"),
                       counted(plan.draws, "draw"),
                       counted(plan.replicates, "replicate"),
                       counted(count_runs(study), "run"),
                       study.horizon.burn_in_months,
                       study.horizon.months,
                       part,
                       results.string());
}

std::string memory_text(const MemoryPlan& plan, Language language) {
    return fmt::format(
        "memory: about {} for each block that runs, {} besides, {} for the results file; {} "
        "available ({}): {} at once",
        bytes_text(plan.need.block, language),
        bytes_text(plan.need.program, language),
        bytes_text(plan.need.result, language),
        bytes_text(plan.available.bytes, language),
        plan.available.limit,
        counted(plan.threads, "block"));
}

std::string short_memory_text(const MemoryPlan& plan, Language language) {
    if (plan.is_short()) {
        return fmt::format(
            "memory: a block needs about {}, and {} leaves {}: it may fail; free some memory, or "
            "take a smaller study",
            bytes_text(plan.need.block, language),
            plan.available.limit,
            bytes_text(plan.available.bytes, language));
    }
    return fmt::format("memory: {} instead of {}: each runs a block of about {}, and {} leaves {}",
                       counted(plan.threads, "thread"),
                       plan.wanted,
                       bytes_text(plan.need.block, language),
                       plan.available.limit,
                       bytes_text(plan.available.bytes, language));
}

Json plan_json(const Study& study,
               const std::filesystem::path& results,
               const std::optional<ShardPart>& shard,
               const MemoryPlan& memory) {
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
            {"runs", count_runs(study, shard)},
            {"shard", shard_json(shard)},
            {"burn_in_months", study.horizon.burn_in_months},
            {"months", study.horizon.months},
            {"parameters_sampled", sampled_parameters(study).size()},
            {"already_there", held_results(results, study, 0, shard) == Held::all},
            {"memory",
             {{"bytes_per_block", std::ceil(memory.need.block)},
              {"bytes_available", std::floor(memory.available.bytes)},
              {"limited_by", memory.available.limit},
              {"threads", memory.threads}}}};
}

std::string stop_notice(const Context& context, const std::filesystem::path& kept) {
    if (context.json()) return "";
    return context.told(fmt::format(
        "{}stopping after the runs under way (Ctrl-C again stops now){}\n",
        context.draws_progress() ? "\n" : "",
        kept.empty() ? "" : fmt::format("; finished work is kept in {}", kept.string())));
}

std::string report_text(const BatchReport& report, Language language) {
    const RunLog& log = report.log;
    if (report.end == BatchEnd::already_there) {
        return fmt::format("results: {}", log.results);
    }
    const std::string_view ranks =
        in_language(language, " in each of {} processes", " in ognuno di {} processi");
    return fmt::format(
        fmt::runtime(in_language(language,
                                 "{} runs ({} found finished), {} failed, {} s, {} threads{}, {} "
                                 "million resident-months/s; results: {}",
                                 "{} esecuzioni ({} trovate già finite), {} non riuscite, {} s, {} "
                                 "thread{}, {} milioni di mesi-residente/s; risultati: {}")),
        log.runs,
        log.resumed,
        log.failed.size(),
        number_text(log.wall_seconds, 1, language),
        log.threads,
        log.ranks > 1 ? fmt::format(fmt::runtime(ranks), log.ranks) : "",
        number_text(per_second(log) / 1e6, 2, language),
        log.results);
}

std::string shard_report_text(const BatchReport& report, const ShardPart& shard) {
    return fmt::format(
        "shard {}: {} runs, {} failed -> {}\njoin all {} with: cantiere merge SHARD... -o FILE",
        shard_text(shard),
        report.log.runs,
        report.log.failed.size(),
        report.log.results,
        counted(shard.count, "shard"));
}

Json failures_json(const std::vector<FailedRun>& failed) {
    Json failures = Json::array();
    for (const FailedRun& run : failed) {
        failures.push_back({{"scenario", run.scenario},
                            {"draw", run.draw},
                            {"replicate", run.replicate},
                            {"message", run.message},
                            {"reproduce", run.reproduce}});
    }
    return failures;
}

Json report_json(const BatchReport& report, const std::optional<ShardPart>& shard) {
    const RunLog& log = report.log;
    Json json{{"results", log.results},
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
              {"shard", shard_json(shard)},
              {"failures", failures_json(log.failed)}};
    if (log.precision) json["precision"] = precision_json(*log.precision);
    return json;
}

void tell_failures(const RunLog& log, const Context& context) {
    if (log.failed.empty()) {
        return;
    }
    Problems problems;
    for (const FailedRun& run : log.failed) {
        problems.error("run-failed",
                       place_of(log.results),
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
