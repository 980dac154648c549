#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/cli/command.h"
#include "analysis/cli/programme_choice.h"
#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "analysis/exploration/design.h"

namespace cantiere {
namespace {

struct DesignArguments {
    std::string method;
    std::string params;
    std::string study;
    std::vector<std::string> parameters;
    std::optional<std::int64_t> n, seed, levels;
    bool second_order = false;
    bool scramble = false;
};

std::vector<ExploredParameter> parameters_of(const DesignArguments& arguments,
                                             const Context& context) {
    if (arguments.params.empty() == arguments.study.empty()) {
        throw UsageError(arguments.params.empty() ? "no parameters are given"
                                                  : "--params and --study are both given",
                         "write --params FILE.csv, or --study STUDY with --parameters WORD,WORD");
    }
    if (!arguments.params.empty()) {
        Problems problems;
        auto parameters = read_parameter_csv(arguments.params, disk_files(), problems);
        if (problems.has_errors()) {
            throw InputError(problems);
        }
        return parameters;
    }
    StudyOptions options;
    options.overrides.draws = 1;
    const ProgrammeStudy programme = read_programme(arguments.study, "", options, context);
    std::vector<ExploredParameter> parameters;
    for (const RangedParameter& one : chosen_parameters(programme, arguments.parameters, false)) {
        parameters.push_back(as_explored(one));
    }
    return parameters;
}

std::size_t even_levels(const DesignArguments& arguments) {
    const std::int64_t levels = arguments.levels.value_or(4);
    if (levels % 2 != 0) {
        throw UsageError(fmt::format("--levels is {}", levels),
                         "give an even number: the step of a trajectory is half of the levels");
    }
    return static_cast<std::size_t>(levels);
}

Rows unit_rows(const DesignArguments& arguments, const std::vector<ExploredParameter>& parameters) {
    const auto n = static_cast<std::size_t>(*arguments.n);
    const auto seed = static_cast<std::uint64_t>(arguments.seed.value_or(1));
    const auto scramble = arguments.scramble ? std::optional(seed) : std::nullopt;
    if (arguments.method == "lhs") {
        return latin_hypercube_rows(names_of(parameters), n, seed);
    }
    if (arguments.method == "morris") {
        return morris_rows(names_of(parameters), n, seed, even_levels(arguments));
    }
    if (arguments.method == "sobol") {
        return sobol_rows(parameters.size(), n, scramble);
    }
    return saltelli_rows(parameters.size(),
                         n,
                         arguments.second_order ? SecondOrder::yes : SecondOrder::no,
                         scramble);
}

ExitCode design(const DesignArguments& arguments, const Context& context) {
    one_of_names("METHOD", arguments.method, {"lhs", "sobol", "saltelli", "morris"});
    if (!arguments.n) {
        throw UsageError("no size is given", "write -n N");
    }
    if (arguments.second_order && arguments.method != "saltelli") {
        throw UsageError("--second-order belongs to saltelli", "leave it out");
    }
    const std::vector<ExploredParameter> parameters = parameters_of(arguments, context);
    const Rows rows = values_at(parameters, unit_rows(arguments, parameters));
    if (context.json()) {
        context.result_json({{"method", arguments.method},
                             {"n", *arguments.n},
                             {"seed", arguments.seed.value_or(1)},
                             {"names", names_of(parameters)},
                             {"rows", rows}});
    } else {
        context.result(csv_text(names_of(parameters), rows));
    }
    return ExitCode::ok;
}

Action declare_design(CLI::App& app) {
    const auto arguments = std::make_shared<DesignArguments>();
    app.add_option("METHOD", arguments->method, "lhs, sobol, saltelli or morris")
        ->required()
        ->type_name("");
    app.add_option("--params", arguments->params, "CSV name,low,high,distribution (and value)")
        ->type_name("FILE");
    app.add_option("--study", arguments->study, "instead: the numbers of a study with a range")
        ->type_name("STUDY");
    add_names(app,
              "--parameters",
              arguments->parameters,
              "WORD,WORD",
              "of a study: those whose key holds one of the words");
    add_whole_number(app,
                     "-n",
                     arguments->n,
                     {1, 1'000'000},
                     "rows; trajectories of morris, base points of saltelli");
    add_whole_number(app, "--seed", arguments->seed, {0, INT64_MAX}, "seed (default: 1)");
    add_whole_number(app, "--levels", arguments->levels, {2, 100}, "grid of morris (default: 4)");
    app.add_flag("--second-order", arguments->second_order, "of saltelli: rows BA_1..BA_D too");
    app.add_flag("--scramble", arguments->scramble, "of sobol and saltelli: Owen's scrambling");
    return [arguments](const Context& context) { return design(*arguments, context); };
}

}  // namespace

Command design_command() {
    return {"design",
            "print a design of experiments as CSV, a row a run",
            "low and high are the 2.5 % and 97.5 % quantiles of normal, lognormal, gamma and beta, "
            "the\n"
            "bounds of uniform, triangular and pert. saltelli has for each base point rows A, "
            "AB_1..AB_D,\n"
            "[BA_1..BA_D], B; unscrambled sequences begin at zero. Equal seeds give equal rows.\n"
            "JSON: {method, n, seed, names, rows}.",
            "cantiere design lhs --study bari --parameters job_search -n 20 --seed 1",
            declare_design};
}

}  // namespace cantiere
