#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/compare_output.h"
#include "analysis/cli/results_files.h"
#include "analysis/cli/run_report.h"
#include "outputs/merge_shards.h"

namespace cantiere {
namespace {

struct MergeArguments {
    std::vector<std::string> shards;
    std::string output;
    bool overwrite = false;
};

nlohmann::ordered_json merge_json(const MergeReport& report, std::size_t shards) {
    return {{"results", report.log.results},
            {"shards", shards},
            {"runs", report.log.runs},
            {"failed", report.log.failed.size()},
            {"residents", report.log.residents},
            {"scenarios", report.scenarios},
            {"already_there", report.already_there},
            {"failures", failures_json(report.log.failed)}};
}

ExitCode merge(const MergeArguments& arguments, const Context& context) {
    refuse_names_of_others(arguments.output);
    const std::vector<std::filesystem::path> paths(arguments.shards.begin(),
                                                   arguments.shards.end());
    MergeReport report = merge_shards(paths,
                                      arguments.output,
                                      arguments.overwrite ? Existing::overwrite : Existing::keep);
    if (report.already_there) {
        context.note(fmt::format("{}: results of the same inputs are there; nothing to merge",
                                 arguments.output));
    } else {
        report.log.command_line = context.command_line();
        report.log.host = host_name();
        report.log.wall_seconds = context.seconds();
        write_run_log(run_log_path(arguments.output), report.log);
    }
    tell_failures(report.log, context);
    if (context.json()) {
        context.result_json(merge_json(report, paths.size()));
    } else {
        context.result(compared_text(arguments.output, {}, context));
        context.note(fmt::format("{} runs of {} shards; results: {}",
                                 report.log.runs,
                                 paths.size(),
                                 arguments.output));
    }
    return report.log.failed.empty() ? ExitCode::ok : ExitCode::run_failed;
}

Action declare_merge(CLI::App& app) {
    const auto arguments = std::make_shared<MergeArguments>();
    app.add_option("SHARD", arguments->shards, "shards of one study, in any order")
        ->required()
        ->type_name("");
    app.add_option("-o,--output", arguments->output, "results file")->required()->type_name("FILE");
    app.add_flag("--overwrite", arguments->overwrite, "replace a finished file");
    return [arguments](const Context& context) { return merge(*arguments, context); };
}

}  // namespace

Command merge_command() {
    return {"merge",
            "join shards into one results file",
            "Shards are made by cantiere run STUDY ... --shard 1/3 -o s1.h5 and so on, on any "
            "machines, in\n"
            "any order. The results are the same bytes as those of the run without --shard. Blocks "
            "that no\n"
            "shard holds are listed with the commands that make them. Shards stay as they are.\n"
            "JSON: {results, shards, runs, failed, residents, scenarios, already_there, failures}.",
            "cantiere merge /tmp/s1.h5 /tmp/s2.h5 -o /tmp/whole.h5",
            declare_merge};
}

}  // namespace cantiere
