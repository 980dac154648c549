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

/// Refuses what the methods do not take together, before anything is read.
void check_ways(const SensitivityArguments& arguments) {
    one_of_names("--method",
                 arguments.method,
                 {"oneway", "twoway", "sobol", "morris", "pawn", "regional"});
    if (arguments.switching && (arguments.method != "oneway" || !arguments.table.empty())) {
        throw UsageError("--switching goes with the table of one study under oneway",
                         "leave it out, or write --method oneway --study STUDY");
    }
    if (arguments.tables.design.empty() && arguments.tables.outputs.empty()) return;
    if (arguments.method == "oneway" || arguments.method == "twoway") {
        throw UsageError(fmt::format("{} runs a study, not a design", arguments.method),
                         "leave --design and --outputs out, or write --method morris");
    }
    if (!arguments.study.empty()) {
        throw UsageError("--study runs its own design",
                         "leave --design and --outputs out, or --study");
    }
}

ExitCode sensitivity(const SensitivityArguments& arguments, const Context& context) {
    check_ways(arguments);
    if (arguments.method == "twoway") return run_two_way(arguments, context);
    if (arguments.method == "oneway") {
        return arguments.table.empty() ? run_one_way(arguments, context)
                                       : table_of_levers(arguments, context);
    }
    if (arguments.study.empty()) return screen(arguments.method, arguments.tables, context);
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
    add_run_options(app, arguments, 1);
    app.add_flag("--switching",
                 arguments.switching,
                 "of oneway: the values at which the first outcome changes its sign, by runs");
    add_whole_number(app, "--top", arguments.top, {0, most}, "rows shown, 0 all (default: 20)");
}

Action declare_sensitivity(CLI::App& app) {
    const auto arguments = std::make_shared<SensitivityArguments>();
    app.add_option("--method",
                   arguments->method,
                   "oneway (default), twoway, sobol, morris, pawn or regional")
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
                     "grid of a morris design (default: 4); steps of each number of twoway (5)");
    return [arguments](const Context& context) { return sensitivity(*arguments, context); };
}

}  // namespace

Command sensitivity_command() {
    return {
        "sensitivity",
        "which numbers matter most: one at a time, or from a design",
        "oneway runs a programme and its base with each number at both ends of its range; "
        "effects are\n"
        "differences from the base, paired run by run; --switching looks for the values at which "
        "the first\n"
        "outcome changes its sign, a run a step. twoway runs two numbers over the plane of their "
        "ranges. The\n"
        "others read a design and its outputs; or, with --study, run a design of the numbers "
        "chosen and look\n"
        "at differences from the base.\n"
        "JSON oneway: {method, study, scenario, base, wtp, draws, replicates, runs, failed, "
        "outputs:\n"
        "{NAME: {at_value, factors: [{name, kind, unit, low, value, high, quality, sources, "
        "pack, at_low,\n"
        "at_high, swing, changes_sign}]}}, switching: [{name, kind, unit, outcome, from, to, at, "
        "difference:\n"
        "STAT}]}; twoway outputs: {NAME: {x: {name, unit, values}, y, differences: [[STAT]]}}; of "
        "--table:\n"
        "[{lever, unit, low, high, study, scenario, with, outcome, at_low, at_high, difference: "
        "STAT, sign,\n"
        "verdict, note}]; others: {method, n, rows, outputs: {NAME: {factors: [{name, ...}]}}}, "
        "with "
        "study,\n"
        "scenario, base, wtp, draws and replicates where they ran a study: sobol S1, ST\n"
        "with _low, _high, and S2: [{a, b, value, low, high}], variance; morris mu, mu_star, "
        "sigma; pawn\n"
        "median, max; regional distance, p_value.",
        "cantiere sensitivity --study bari --parameters lock_in --replicates 2 --months 12",
        declare_sensitivity};
}

}  // namespace cantiere
