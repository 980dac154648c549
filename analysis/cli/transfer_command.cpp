#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "analysis/cli/command.h"
#include "analysis/cli/programme_choice.h"
#include "analysis/cli/run_count.h"
#include "analysis/cli/run_report.h"
#include "analysis/cli/sensitivity_arguments.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/transfer_card.h"
#include "analysis/cli/transfer_matrix.h"
#include "analysis/cli/transfer_preconditions.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/transfer/transfer_text.h"
#include "scenarios/interrupt.h"

namespace cantiere {
namespace {

constexpr std::int64_t usual_draws = 10;

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
    if (arguments.territories.empty() && arguments.law.empty()) {
        throw UsageError("nothing is to change",
                         "write --to TERRITORY, --law LAW or both; or --preconditions, --card");
    }
    if (arguments.territories.size() > 1) {
        throw UsageError("--to names several places, and a transfer goes to one",
                         "name one, or write --card or --preconditions");
    }
    const SensitivityArguments run = completed(arguments.run);
    const StudyOptions options = options_of(run);
    const ProgrammeStudy here = read_programme(run.study, run.scenario, options, context);
    const std::string territory =
        arguments.territories.empty() ? std::string() : arguments.territories.front();
    const ProgrammeStudy there = read_again(here, options_there(territory, arguments.law, options));
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
    tell_answer(arguments.file,
                transfer_json(answer),
                transfer_text(answer, context.language(), context.layout()),
                context);
    return tell_failed(result.failed, "the draw is left out of every mean", context);
}

void check_matrix(const TransferArguments& arguments) {
    if (arguments.matrix.empty()) return;
    if (!arguments.territories.empty() || !arguments.law.empty() || arguments.curves) {
        throw UsageError("--matrix takes places and laws of its own studies, without curves",
                         "leave --to, --law and --curves out");
    }
}

void check_points(const TransferArguments& arguments) {
    const bool has_points = arguments.preconditions || arguments.card;
    if (!has_points && (arguments.run.n || !arguments.where.empty())) {
        throw UsageError("-n and --where are about the points of --preconditions",
                         "write --preconditions or --card, or leave them out");
    }
    if (has_points && (arguments.curves || !arguments.run.outcomes.empty())) {
        throw UsageError("--curves and --outcomes are of a transfer to one place",
                         arguments.card ? "leave them out: a card has its own"
                                        : "leave them out: --where names outcomes");
    }
}

/// Refuses what a way of asking does not take, before anything is read.
void check_ways(const TransferArguments& arguments) {
    const std::array asked{!arguments.matrix.empty(), arguments.preconditions, arguments.card};
    if (std::ranges::count(asked, true) > 1) {
        throw UsageError("--matrix, --preconditions and --card are asked one at a time",
                         "keep one of them");
    }
    check_matrix(arguments);
    check_points(arguments);
    if (arguments.matrix.empty() && arguments.run.study.empty()) {
        throw UsageError("transfer needs a study", "write cantiere transfer STUDY --to TERRITORY");
    }
}

ExitCode run_transfer(const TransferArguments& arguments, const Context& context) {
    check_ways(arguments);
    check_answer_file(arguments.file);
    if (arguments.preconditions) return run_preconditions(arguments, context);
    if (arguments.card) return run_card(arguments, context);
    if (arguments.matrix.empty()) return run_to_one_place(arguments, context);
    return run_transfer_matrix(arguments.matrix, completed(arguments.run), arguments.file, context);
}

/// What changes: the place, or all that a place may be.
void declare_places(CLI::App& app, TransferArguments& arguments) {
    constexpr std::int64_t fewest_points = 20;
    constexpr std::int64_t most_points = 1'000'000;
    add_names(app,
              "--to",
              arguments.territories,
              "TERRITORY",
              "territory pack, or id of a shipped one; several, separated by commas, for\n"
              "--preconditions and --card (default there: each shipped place under its own law)");
    app.add_option("--law", arguments.law, "law there (default: the study's own)")
        ->type_name("LAW");
    add_names(app,
              "--matrix",
              arguments.matrix,
              "STUDY,STUDY",
              "every programme in every place of these studies, and where not to copy it");
    app.add_flag("--preconditions",
                 arguments.preconditions,
                 "which conditions of a place are enough for the programme to pay");
    app.add_flag("--card",
                 arguments.card,
                 "the masterplan card: effects, places, preconditions, procedure step by step");
    add_whole_number(app,
                     "-n",
                     arguments.run.n,
                     {fewest_points, most_points},
                     "points of the preconditions and of the card, each a pair of runs (default: "
                     "200); fewer take "
                     "less time");
    app.add_option("--where",
                   arguments.where,
                   "another condition than net_benefit > 0, on mean differences from the base")
        ->type_name("EXPR");
    app.add_flag("--curves", arguments.curves, "fidelity of delivery and number of seats too");
}

Action declare_transfer(CLI::App& app) {
    const auto arguments = std::make_shared<TransferArguments>();
    SensitivityArguments& run = arguments->run;
    app.add_option("study", run.study, "study, or id of a shipped one")->type_name("STUDY");
    app.add_option("--scenario",
                   run.scenario,
                   "against its base (default: the first programme of the study)")
        ->type_name("ID");
    declare_places(app, *arguments);
    add_names(app,
              "--outcomes",
              run.outcomes,
              "NAME,NAME",
              "outcomes (default: net_benefit,stable_exits,autonomy_years,net_cost_public,starts)");
    add_run_options(app, run, usual_draws);
    declare_answer_file(app, arguments->file);
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
        "failed}.\n"
        "--preconditions: every number of the place over what the places span, in -n points of a "
        "Latin\n"
        "hypercube, screened against dummies, then boxes (PRIM); one draw and one replicate a "
        "point unless\n"
        "asked. JSON: {study, scenario, base, wtp, where, points, holds_in, verdict (all, none, "
        "no_limit,\n"
        "limits), runs, screen: {looked_at, dummy_distance, kept: [{name, distance, "
        "median_where_it_holds,\n"
        "median_where_not, low, high}]}, conditions: [{name, unit, low, high, quasi_p, "
        "reproduced}],\n"
        "left_out: {inside, confirmed, chance}, left_out_not,\n"
        "places: [{territory, law, meets, values: {NAME: {value, met}}}], where_it_holds, "
        "where_not (as of\n"
        "discover), sentences}. --card: {study, scenario, base, title, draft, draws, wtp, "
        "price_year, places (home\n"
        "first): [{territory, law, verdict, outputs, overlap, largest_part, fidelity_needed, "
        "scales_up_to,\n"
        "fidelity: [{at, net_benefit}], scale}], sentences, preconditions, procedure: {steps: "
        "[{step, who,\n"
        "lines: [{name, value, unit, stated, meaning}]}], idle: [line]}, runs, failed}.",
        "cantiere transfer bari --to gorizia --draws 2 --replicates 1 --months 12",
        declare_transfer};
}

}  // namespace cantiere
