#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/compared_results.h"
#include "analysis/cli/discovery_cases.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/exploration/discovery_text.h"

namespace cantiere {
namespace {

struct DiscoverArguments {
    std::string results;
    std::string inputs, outputs, where;
    std::string base, perspective;
    std::optional<double> wtp;
    std::optional<double> peel, least_mass, least_density;
    std::optional<std::int64_t> most_boxes, seed;
};

double share_or(const std::optional<double>& given, double usual, const std::string& option) {
    if (!given) return usual;
    if (*given <= 0.0 || *given >= 1.0) {
        throw UsageError(fmt::format("{} is {:g}", option, *given), "give a share between 0 and 1");
    }
    return *given;
}

PrimSettings settings_of(const DiscoverArguments& arguments) {
    PrimSettings settings;
    settings.peel = share_or(arguments.peel, settings.peel, "--peel");
    settings.least_mass = share_or(arguments.least_mass, settings.least_mass, "--least-mass");
    if (arguments.least_density) {
        settings.least_density = share_or(arguments.least_density, 0.0, "--least-density");
    }
    settings.most_boxes = static_cast<std::size_t>(arguments.most_boxes.value_or(4));
    settings.seed = static_cast<std::uint64_t>(arguments.seed.value_or(1));
    return settings;
}

DiscoveryCases cases_of(const DiscoverArguments& arguments, const Context& context) {
    const bool has_tables = !arguments.inputs.empty() || !arguments.outputs.empty();
    const bool asks_to_compare =
        !arguments.base.empty() || !arguments.perspective.empty() || arguments.wtp;
    if (!arguments.results.empty() && has_tables) {
        throw UsageError("a results file and tables are given at once",
                         "name the results file, or write --inputs X.csv --outputs Y.csv");
    }
    if (arguments.results.empty() && asks_to_compare) {
        throw UsageError("--base, --wtp and --perspective compare scenarios of a results file",
                         "name the results file, or leave them out");
    }
    if (arguments.results.empty()) {
        return cases_of_tables(arguments.inputs, arguments.outputs, arguments.where);
    }
    return cases_of_results(
        arguments.results,
        arguments.where,
        comparison_options(arguments.base, arguments.wtp, arguments.perspective),
        context);
}

ExitCode discover(const DiscoverArguments& arguments, const Context& context) {
    const PrimSettings settings = settings_of(arguments);
    const DiscoveryCases cases = cases_of(arguments, context);
    const Discovery found =
        discover_cases(arguments.where, cases.inputs, cases.of_interest, settings);
    if (context.json()) {
        context.result_json(discovery_json(found, context.language()));
    } else {
        context.result(discovery_text(found, context.language(), context.layout()));
    }
    return ExitCode::ok;
}

void declare_cases(CLI::App& app, DiscoverArguments& arguments) {
    app.add_option("RESULT",
                   arguments.results,
                   "results file, or the id of a study run here: a case a draw")
        ->type_name("");
    app.add_option("--inputs",
                   arguments.inputs,
                   "CSV, a row a case; each column all numbers or all words")
        ->type_name("FILE");
    app.add_option("--outputs", arguments.outputs, "CSV of numbers, what came of each row")
        ->type_name("FILE");
    app.add_option("--where",
                   arguments.where,
                   "the cases of interest: a condition on the outputs; of a results file on\n"
                   "SCENARIO:VARIABLE, the difference from the base in each draw")
        ->type_name("EXPR");
    app.add_option("--base",
                   arguments.base,
                   "of a results file: differences from this scenario (default: each one's base)")
        ->type_name("ID");
    add_amount(app,
               "--wtp",
               arguments.wtp,
               "EUR that an autonomy-year is worth in net_benefit (default: the study's)");
    app.add_option("--perspective",
                   arguments.perspective,
                   "whose costs count in net_benefit: public (default), societal or the name of a "
                   "payer")
        ->type_name("WHO");
}

void declare_search(CLI::App& app, DiscoverArguments& arguments) {
    add_amount(app,
               "--peel",
               arguments.peel,
               "share of the cases that a step along numbers takes (default: 0.05)");
    add_amount(app,
               "--least-mass",
               arguments.least_mass,
               "share of all cases that a box holds at least (default: 0.05)");
    add_amount(app,
               "--least-density",
               arguments.least_density,
               "take the widest box where so many of the cases are of interest (default: that of\n"
               "greatest coverage x density)");
    add_whole_number(app, "--boxes", arguments.most_boxes, {1, 20}, "boxes at most (default: 4)");
    add_whole_number(app,
                     "--seed",
                     arguments.seed,
                     {0, INT64_MAX},
                     "of the resamples, and of the folds of the tree (default: 1)");
}

Action declare_discover(CLI::App& app) {
    const auto arguments = std::make_shared<DiscoverArguments>();
    declare_cases(app, *arguments);
    declare_search(app, *arguments);
    return [arguments](const Context& context) { return discover(*arguments, context); };
}

}  // namespace

Command discover_command() {
    return {"discover",
            "where the cases of interest lie, in plain sentences",
            "Patient rule induction (PRIM): boxes of the inputs, one a pass over the cases that "
            "those before\n"
            "leave; of a column of words, the categories inside. coverage: share of the cases of "
            "interest\n"
            "inside; density: share of the cases inside that are of interest; quasi_p: chance of "
            "so many were\n"
            "the input free; reproduced: share of ten halves of the cases whose box restricts the "
            "input too.\n"
            "tree: a classification tree (CART) as a check, cut back by ten-fold cross "
            "validation, and whether\n"
            "it names the same inputs.\n"
            "JSON: {cases, of_interest, boxes: [{limits: {NAME: {low, high, quasi_p, reproduced}}, "
            "coverage,\n"
            "density, mass, sentence, trajectory: [{coverage, density, mass, restricted}]}], tree: "
            "{of_leaves,\n"
            "leaves: [{limits: {NAME: {low, high}}, coverage, density, mass, sentence}], inputs,\n"
            "same_inputs, sentence}}; of words, values: [] in place of low and high.",
            "cantiere discover --inputs /tmp/x.csv --outputs /tmp/y.csv --where 'y > 0.5'",
            declare_discover};
}

}  // namespace cantiere
