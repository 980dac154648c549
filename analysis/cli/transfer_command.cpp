#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/programme_choice.h"
#include "analysis/cli/run_count.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/sensitivity_arguments.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/transfer_matrix.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/transfer/transfer_text.h"
#include "scenarios/did_you_mean.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

constexpr std::string_view pack_extension = ".toml";
constexpr std::int64_t usual_draws = 10;

struct TransferArguments {
    SensitivityArguments run;
    std::string territory, law;
    std::vector<std::string> matrix;  // studies
    bool curves = false;
};

/// Returns the path of a pack named by path, or by the id of a shipped one ("versilia").
std::string pack_path(const std::string& option,
                      const std::string& folder,
                      const std::string& named) {
    std::error_code ignored;
    if (named.find('/') != std::string::npos || named.ends_with(pack_extension)) {
        if (!std::filesystem::is_regular_file(named, ignored)) {
            throw UsageError(fmt::format("{}: there is no file {}", option, named),
                             "name a pack by its path, or a shipped one by its id");
        }
        return std::filesystem::absolute(named).string();
    }
    const std::string shipped = std::string(shipped_prefix) + folder + "/";
    std::vector<std::string> ids;
    for (const std::string& file : disk_files().list(shipped)) {
        if (!file.ends_with(pack_extension)) continue;
        ids.push_back(file.substr(0, file.size() - pack_extension.size()));
    }
    if (std::ranges::find(ids, named) == ids.end()) {
        throw UsageError(
            fmt::format("{} is \"{}\"", option, named),
            did_you_mean(named, ids, fmt::format("the shipped ones are {}", one_of(ids))));
    }
    return shipped + named + std::string(pack_extension);
}

StudyOptions options_there(const TransferArguments& arguments, StudyOptions options) {
    if (!arguments.territory.empty()) {
        options.overrides.territory = pack_path("--to", "territories", arguments.territory);
    }
    if (!arguments.law.empty()) options.overrides.law = pack_path("--law", "laws", arguments.law);
    return options;
}

/// What is run, with the usual draws and outcomes where none are asked for.
SensitivityArguments completed(SensitivityArguments run) {
    if (!run.draws) run.draws = usual_draws;
    if (run.outcomes.empty()) {
        run.outcomes = {"net_benefit",
                        "stable_exits",
                        "autonomy_years",
                        "net_cost_public",
                        "starts"};
    }
    return run;
}

ExitCode run_to_one_place(const TransferArguments& arguments, const Context& context) {
    if (arguments.run.study.empty()) {
        throw UsageError("transfer needs a study", "write cantiere transfer STUDY --to TERRITORY");
    }
    if (arguments.territory.empty() && arguments.law.empty()) {
        throw UsageError("nothing is to change", "write --to TERRITORY, --law LAW or both");
    }
    const SensitivityArguments run = completed(arguments.run);
    const StudyOptions options = options_of(run);
    const ProgrammeStudy here = read_programme(run.study, run.scenario, options, context);
    const ProgrammeStudy there = read_again(here, options_there(arguments, options));
    TransferPlan plan;
    plan.scenario = here.scenario;
    plan.outcomes = outcomes_of(run, here.study);
    plan.wtp = run.wtp.value_or(here.study.evaluation.wtp_eur_per_autonomy_year);
    plan.curves = arguments.curves;
    const InterruptGuard guard(stop_notice(context));
    Transfer result;
    {
        RunCount count(here.study.id, context);
        result = transfer(here.study, there.study, plan, design_options_of(run, count));
    }
    if (result.is_interrupted) return tell_interrupted(here.study, context);
    const Overlap overlap = overlap_of(here.study, there.study, here.scenario);
    const TransferAnswer answer{here.study, there.study, plan, result, overlap};
    if (context.json()) {
        context.result_json(transfer_json(answer));
    } else {
        context.result(transfer_text(answer, context.language(), context.layout()));
    }
    return tell_failed(result.failed, "the draw is left out of every mean", context);
}

ExitCode run_transfer(const TransferArguments& arguments, const Context& context) {
    if (arguments.matrix.empty()) return run_to_one_place(arguments, context);
    if (!arguments.territory.empty() || !arguments.law.empty() || arguments.curves) {
        throw UsageError("--matrix takes places and laws of its own studies, without curves",
                         "leave --to, --law and --curves out");
    }
    return run_transfer_matrix(arguments.matrix, completed(arguments.run), context);
}

Action declare_transfer(CLI::App& app) {
    const auto arguments = std::make_shared<TransferArguments>();
    SensitivityArguments& run = arguments->run;
    app.add_option("study", run.study, "study, or id of a shipped one")->type_name("STUDY");
    app.add_option("--to", arguments->territory, "territory pack, or id of a shipped one")
        ->type_name("TERRITORY");
    app.add_option("--law", arguments->law, "law there (default: the study's own)")
        ->type_name("LAW");
    app.add_option("--scenario",
                   run.scenario,
                   "against its base (default: the first programme of the study)")
        ->type_name("ID");
    add_names(app,
              "--matrix",
              arguments->matrix,
              "STUDY,STUDY",
              "every programme in every place of these studies, and where not to copy it");
    app.add_flag("--curves", arguments->curves, "fidelity of delivery and number of seats too");
    add_names(app,
              "--outcomes",
              run.outcomes,
              "NAME,NAME",
              "outcomes (default: net_benefit,stable_exits,autonomy_years,net_cost_public,starts)");
    add_run_options(app, run, usual_draws);
    return [arguments](const Context& context) { return run_transfer(*arguments, context); };
}

}  // namespace

Command transfer_command() {
    return {
        "transfer",
        "a programme elsewhere, and why it does more or less there",
        "Programme and behaviour stay; population, network and capacity, labour and housing, and "
        "law change\n"
        "from the study's place to the other in all sixteen combinations, under the same luck. A "
        "part's share\n"
        "is its Shapley value; the four add up to the change. Numbers outside the range stated "
        "here are told.\n"
        "JSON: {study, scenario, base, from: {territory, law}, to, wtp, draws, replicates, runs, "
        "failed,\n"
        "outputs: {NAME: {here, there, change: STAT, parts: {population, network_capacity, "
        "labour_housing,\n"
        "law}, fidelity: [{at, effect}], scale}}, overlap: {compared, outside: [{name, unit, part, "
        "low, here,\n"
        "high, there}]}}. --matrix: {places: [{territory, law}], programmes: [{study, scenario, "
        "home, wtp,\n"
        "cells: [{verdict, outputs: {NAME: {effect, change, parts}}, overlap}]}], sentences, runs, "
        "failed}.",
        "cantiere transfer bari --to gorizia --draws 2 --replicates 1 --months 12",
        declare_transfer};
}

}  // namespace cantiere
