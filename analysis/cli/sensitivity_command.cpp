#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/lever_table_command.h"
#include "analysis/cli/programme_choice.h"
#include "analysis/cli/run_count.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/sensitivity_arguments.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/exploration/one_way_text.h"
#include "scenarios/did_you_mean.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

ExitCode one_way_of(const SensitivityArguments& arguments, const Context& context) {
    if (arguments.study.empty()) {
        throw UsageError("oneway needs a study", "write --study STUDY");
    }
    const ProgrammeStudy programme =
        read_programme(arguments.study, arguments.scenario, options_of(arguments), context);
    const Study& study = programme.study;
    OneWayPlan plan;
    plan.scenario = programme.scenario;
    plan.parameters = chosen_parameters(programme, arguments.parameters, arguments.levers);
    plan.outcomes = outcomes_of(arguments, study);
    plan.wtp = arguments.wtp.value_or(study.evaluation.wtp_eur_per_autonomy_year);
    context.note(fmt::format("{}: {} under {} each of 2 values, {}",
                             study.id,
                             counted(plan.parameters.size(), "number"),
                             counted(study.experiment.draws, "draw"),
                             counted(study.experiment.replicates, "replicate")));
    const InterruptGuard guard(stop_notice(context));
    OneWay result;
    {
        RunCount count(study.id, context);
        DesignOptions options;
        options.threads = static_cast<std::size_t>(arguments.threads.value_or(0));
        options.stop_requested = InterruptGuard::requested;
        options.on_block = [&count](std::size_t done, std::size_t all) { count.tell(done, all); };
        result = one_way(study, plan, options);
    }
    if (result.is_interrupted) {
        return tell_interrupted(study, context);
    }
    if (context.json()) {
        context.result_json(one_way_json(study, plan, result));
    } else {
        const auto most = static_cast<std::size_t>(arguments.top.value_or(20));
        context.result(
            one_way_text(study, plan, result, most, context.language(), context.layout()));
    }
    return tell_failed(result.failed, context);
}

ExitCode table_of_levers(const SensitivityArguments& arguments, const Context& context) {
    if (!arguments.study.empty()) {
        throw UsageError("a table of levers names its own studies", "leave --study out");
    }
    return run_lever_table({arguments.table,
                            options_of(arguments),
                            static_cast<std::size_t>(arguments.threads.value_or(0)),
                            arguments.markdown},
                           context);
}

ExitCode sensitivity(const SensitivityArguments& arguments, const Context& context) {
    one_of_names("--method", arguments.method, {"oneway", "sobol", "morris", "pawn", "regional"});
    const bool has_tables = !arguments.tables.design.empty() || !arguments.tables.outputs.empty();
    if (arguments.method == "oneway") {
        if (has_tables) {
            throw UsageError("oneway runs a study, not a design",
                             "leave --design and --outputs out, or write --method morris");
        }
        return arguments.table.empty() ? one_way_of(arguments, context)
                                       : table_of_levers(arguments, context);
    }
    if (arguments.study.empty()) return screen(arguments.method, arguments.tables, context);
    if (has_tables) {
        throw UsageError("--study runs its own design",
                         "leave --design and --outputs out, or --study");
    }
    return run_sensitivity_design(arguments, context);
}

void declare_of_a_study(CLI::App& app, SensitivityArguments& arguments) {
    constexpr std::int64_t most = 1'000'000;
    app.add_option("--study", arguments.study, "study, or id of a shipped one")->type_name("STUDY");
    app.add_option("--scenario",
                   arguments.scenario,
                   "against its base (default: the first programme of the study)")
        ->type_name("ID");
    add_names(app,
              "--parameters",
              arguments.parameters,
              "WORD,WORD",
              "numbers whose key holds one of the words (default: all with a range)");
    app.add_flag("--levers", arguments.levers, "levers of the programme only");
    app.add_option("--table",
                   arguments.table,
                   "of oneway: CSV lever,low,high,study,scenario,outcome,sign,with,note; every\n"
                   "lever at both values, over the studies it names")
        ->type_name("FILE");
    app.add_flag("--markdown", arguments.markdown, "the table of levers in Markdown");
    add_names(app,
              "--outcomes",
              arguments.outcomes,
              "NAME,NAME",
              "outcomes (default: net_benefit,stable_exits,starts)");
    add_amount(app, "--wtp", arguments.wtp, "EUR that an autonomy-year is worth");
    add_whole_number(app, "--draws", arguments.draws, {1, most}, "parameter draws (default: 1)");
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
    add_whole_number(app, "--top", arguments.top, {0, most}, "rows shown, 0 all (default: 20)");
}

Action declare_sensitivity(CLI::App& app) {
    const auto arguments = std::make_shared<SensitivityArguments>();
    app.add_option("--method",
                   arguments->method,
                   "oneway (default), sobol, morris, pawn or regional")
        ->type_name("METHOD");
    declare_of_a_study(app, *arguments);
    add_whole_number(
        app,
        "-n",
        arguments->n,
        {1, 1'000'000},
        "with --study: base points of sobol, trajectories of morris, rows of the others");
    app.add_flag("--second-order", arguments->second_order, "with --study, of sobol: pairs too");
    app.add_option("--design",
                   arguments->tables.design,
                   "rows that were run (of the other methods)")
        ->type_name("FILE");
    app.add_option("--outputs", arguments->tables.outputs, "their outputs, a column each")
        ->type_name("FILE");
    app.add_option("--where",
                   arguments->tables.where,
                   "of regional: the runs of interest, a condition on the outputs")
        ->type_name("EXPR");
    add_whole_number(app,
                     "--levels",
                     arguments->tables.levels,
                     {2, 100},
                     "grid of a morris design (default: 4)");
    return [arguments](const Context& context) { return sensitivity(*arguments, context); };
}

}  // namespace

Command sensitivity_command() {
    return {
        "sensitivity",
        "which numbers matter most: one at a time, or from a design",
        "oneway runs a programme and its base with each number at both ends of its range; "
        "effects are\n"
        "differences from the base, paired run by run. The others read a design and its outputs; "
        "or, with\n"
        "--study, run a design of the numbers chosen and look at differences from the base.\n"
        "JSON oneway: {method, study, scenario, base, wtp, draws, replicates, runs, failed, "
        "outputs:\n"
        "{NAME: {at_value, factors: [{name, kind, unit, low, value, high, quality, sources, "
        "pack, at_low,\n"
        "at_high, swing, changes_sign}]}}}; of --table: [{lever, unit, low, high, study, scenario, "
        "with,\n"
        "outcome, at_low, at_high, difference: STAT, sign, verdict, note}]; others: {method, n, "
        "rows,\n"
        "outputs: {NAME: {factors: [{name, ...}]}}}: sobol S1, ST with _low, _high, and S2: [{a, "
        "b, value,\n"
        "low, high}], variance; morris mu, mu_star, sigma; pawn median, max; regional distance, "
        "p_value.",
        "cantiere sensitivity --study bari --parameters lock_in --replicates 2 --months 12",
        declare_sensitivity};
}

}  // namespace cantiere
