#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/evaluate_plan.h"
#include "analysis/cli/results_files.h"
#include "analysis/cli/study_files.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/number_text.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

constexpr double usual_wtp = 20000.0;  // EUR a unit of effect, where no study states one

ResultsChoice choice_of(const EvaluateArguments& arguments, const ResultsHeader& header) {
    std::vector<std::string> ids;
    std::vector<std::string> bases;
    for (const ScenarioEntry& scenario : header.scenarios) {
        ids.push_back(scenario.id);
        if (std::ranges::find(bases, scenario.base) == bases.end()) bases.push_back(scenario.base);
    }
    ResultsChoice choice;
    choice.base =
        arguments.base.empty() ? bases.front() : one_of_names("--base", arguments.base, bases);
    for (const std::string& id : arguments.only) {
        choice.only.push_back(one_of_names("--only", id, ids));
    }
    choice.perspective = PublicPayers{};
    if (!arguments.perspective.empty()) {
        choice.perspective = *find_perspective(
            one_of_names("--perspective", arguments.perspective, perspective_names()));
    }
    return choice;
}

Evaluated read_results_source(const EvaluateArguments& arguments, const Context& context) {
    const Results results = open_results(arguments.source, context);
    const ResultsChoice choice = choice_of(arguments, results.header());
    Evaluated evaluated;
    evaluated.runs = decision_of(results, choice);
    evaluated.samples = evaluated.runs->samples;
    evaluated.stated_wtp = results.header().wtp_eur_per_autonomy_year;
    if (evaluated.samples.strategies.empty()) {
        throw UsageError(
            fmt::format("--only: none of these has the base {}", choice.base),
            "scenarios are compared with those of the same base; choose it with --base");
    }
    if (evaluated.samples.draws() == 0) {
        throw UsageError(fmt::format("{}: every draw has a run that failed", arguments.source),
                         "run the study again");
    }
    for (const std::string& id : evaluated.runs->other_bases) {
        context.note(fmt::format("{} has another base, hence other people: left out", id));
    }
    if (evaluated.runs->failed_draws > 0) {
        context.warn(fmt::format("{} of {} draws left out: a run of theirs failed",
                                 evaluated.runs->failed_draws,
                                 evaluated.runs->failed_draws + evaluated.samples.draws()));
    }
    return evaluated;
}

Evaluated read_samples_source(const EvaluateArguments& arguments) {
    if (!arguments.base.empty() || !arguments.perspective.empty() || !arguments.only.empty()) {
        throw UsageError("--base, --perspective and --only choose from a results file",
                         "leave them out: samples hold the strategies that are compared");
    }
    Problems problems;
    Evaluated evaluated{read_decision_csv(arguments.source, disk_files(), problems),
                        std::nullopt,
                        usual_wtp};
    if (problems.has_errors()) throw InputError(problems);
    return evaluated;
}

bool is_samples(const std::string& path) {
    return path.ends_with(".csv") || path.ends_with(".CSV");
}

void warn_of_few_draws(std::size_t draws, const Context& context) {
    constexpr std::size_t few = 10;
    if (draws >= few) return;
    context.note(fmt::format(
        fmt::runtime(in_language(
            context.language(),
            "{} only: means, chances and the worth of certainty may be luck; {} or more tell, "
            "hundreds are better",
            "solo {}: medie, probabilità e valore della certezza possono venire dalla sorte; "
            "ne dicono qualcosa {} o più, meglio centinaia")),
        counted_draws(draws, context.language()),
        few));
}

ExitCode evaluate_source(const EvaluateArguments& arguments, const Context& context) {
    const Evaluated evaluated = is_samples(arguments.source)
                                    ? read_samples_source(arguments)
                                    : read_results_source(arguments, context);
    const EvaluationPlan plan = plan_of(arguments, evaluated);
    const EconomicEvaluation evaluation =
        evaluate(evaluated.samples, plan, evaluated.runs ? &*evaluated.runs : nullptr);
    warn_of_few_draws(evaluated.samples.draws(), context);
    if (context.json()) {
        context.result_json(evaluation_json(evaluated.samples, plan, evaluation));
        return ExitCode::ok;
    }
    Layout layout = context.layout();
    layout.markdown = arguments.markdown;
    context.result(
        evaluation_text(evaluated.samples, plan, evaluation, context.language(), layout));
    return ExitCode::ok;
}

Action declare_evaluate(CLI::App& app) {
    const auto arguments = std::make_shared<EvaluateArguments>();
    app.add_option("SOURCE",
                   arguments->source,
                   "results file (or the id of a study run here), or samples as CSV")
        ->required()
        ->type_name("");
    app.add_option("--wtp",
                   arguments->wtp,
                   "EUR that a unit of effect is worth (default: from 0 to twice the study's)")
        ->type_name("LO:HI:STEP");
    app.add_option("--base", arguments->base, "scenarios of this base (default: the first)")
        ->type_name("ID");
    add_names(app,
              "--only",
              arguments->only,
              "ID,ID",
              "these scenarios (default: all of the base)");
    app.add_option("--perspective",
                   arguments->perspective,
                   "whose costs count: public (default), societal or the name of a payer")
        ->type_name("WHO");
    add_names(app,
              "--evppi",
              arguments->evppi,
              "NAME,NAME",
              "worth of knowing these parameters; a+b: both together; all: each of them");
    add_names(app,
              "--evsi",
              arguments->evsi,
              "NAME:N,...",
              "worth of N observations of a parameter; NAME:N:SD with the standard deviation of\n"
              "one (default: that of the draws)");
    add_amount(app,
               "--population",
               arguments->population,
               "decisions that the information serves: the worth of a study net of its cost");
    add_amount(app, "--study-cost", arguments->study_cost, "of a study, EUR (default: 0)");
    add_amount(app,
               "--cost-per-observation",
               arguments->cost_per_observation,
               "EUR in addition (default: 0)");
    app.add_flag("--regret",
                 arguments->regret,
                 "what each choice can cost over the draws, and its rank by several measures");
    app.add_option("--satisfy",
                   arguments->satisfy,
                   "with regret, in how many draws a choice meets all of: comparisons of cost, "
                   "effect,\n"
                   "net_benefit, more_cost, more_effect, more_net_benefit (more than the first "
                   "choice)")
        ->type_name("EXPR");
    app.add_flag("--markdown", arguments->markdown, "tables in Markdown, for files");
    return [arguments](const Context& context) { return evaluate_source(*arguments, context); };
}

}  // namespace

Command evaluate_command() {
    return {
        "evaluate",
        "which choice is worth its cost, how sure that is, and what to find out first",
        "Samples: columns draw, STRATEGY.cost and STRATEGY.effect for each strategy, then "
        "parameters.\n"
        "Of results: net cost and autonomy-years, means of draws over replicates. status: ND on "
        "the\n"
        "frontier, ED dominated by a mix of others, D dominated. expected_loss: mean of the best "
        "net\n"
        "benefit minus its own. noise_floor: what 1 in 20 parameters without any effect would "
        "exceed.\n"
        "JSON: {draws, strategies: [{id, cost, effect, status, incremental_cost, "
        "incremental_effect,\n"
        "icer}], wtp, net_benefit: {ID: []}, ceac: {ID: []}, ceaf: [{wtp, id, probability}],\n"
        "expected_loss: {ID: []}, evpi, evpi_without_luck, evppi: {NAME: {value, se, "
        "noise_floor}},\n"
        "evsi: {NAME: {N: []}}, enbs, measure_next: {wtp, verdict, best, evpi, population, "
        "by_chance,\n"
        "inputs: [{name, value, se, noise_floor, above_floor, p_value, false_discovery, quality,\n"
        "population_value}], text}, regret: {ID: {max, p90, mean}}, regret_wtp, robustness: "
        "{measures, strategies: {ID: {MEASURE: {value, rank}}},\n"
        "disagreements: [{a, b, for_a, for_b}]}, thresholds};\n"
        "lists by wtp.",
        "cantiere evaluate /tmp/try.h5 --wtp 0:40000:5000 --regret",
        declare_evaluate};
}

}  // namespace cantiere
