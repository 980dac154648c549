#include "analysis/cli/discovery_cases.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "analysis/cli/compared_results.h"
#include "analysis/cli/condition.h"
#include "analysis/cli/results_files.h"
#include "analysis/cli/sensitivity_tables.h"
#include "analysis/cli/table_condition.h"
#include "analysis/cli/usage_error.h"

namespace cantiere {
namespace {

using DrawValues = std::map<std::string, std::vector<double>>;  // by name of the condition

Expression read_draws_condition(const std::string& where) {
    if (where.empty()) {
        throw UsageError("which draws are of interest is not said",
                         "write --where 'SCENARIO:VARIABLE < 0': the difference from the base");
    }
    Expression condition = read_condition("--where", where);
    if (condition.names().empty()) {
        throw UsageError(fmt::format("--where \"{}\" names no variable of a scenario", where),
                         "write SCENARIO:VARIABLE on one side of a comparison");
    }
    return condition;
}

/// Draws in which every name of the condition has a value.
std::vector<std::size_t> valued_draws(const DrawValues& values, std::size_t draws) {
    std::vector<std::size_t> valued;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const bool has_all = std::ranges::none_of(values, [draw](const auto& named) {
            return std::isnan(named.second[draw]);
        });
        if (has_all) valued.push_back(draw);
    }
    return valued;
}

/// The parameters that differ between draws, a row a draw.
FactorTable varied_parameters(const ResultsHeader& header, const std::vector<std::size_t>& draws) {
    FactorTable table{{}, Rows(draws.size())};
    for (const ParameterEntry& parameter : header.parameters) {
        const bool is_constant = std::ranges::all_of(draws, [&](std::size_t draw) {
            return parameter.values[draw] == parameter.values[draws.front()];
        });
        if (is_constant) continue;
        table.factors.push_back({parameter.name, {}});
        for (std::size_t row = 0; row < draws.size(); ++row) {
            table.rows[row].push_back(parameter.values[draws[row]]);
        }
    }
    return table;
}

void tell_draws(const FactorTable& inputs, const ResultsHeader& header, const Context& context) {
    constexpr std::size_t draws_for_each = 10;
    const std::size_t draws = inputs.rows.size();
    if (draws < header.draws) {
        context.warn(fmt::format("{} of {} draws left out: a run of theirs failed",
                                 header.draws - draws,
                                 header.draws));
    }
    if (draws < draws_for_each * inputs.factors.size()) {
        context.note(
            fmt::format("{} draws of {} parameters: some will seem to matter by luck; rely on "
                        "limits that most halves of the cases have too, or run more draws",
                        draws,
                        inputs.factors.size()));
    }
}

}  // namespace

DiscoveryCases cases_of_tables(const std::string& inputs,
                               const std::string& outputs,
                               const std::string& where) {
    if (inputs.empty() || outputs.empty()) {
        throw UsageError(inputs.empty() ? "no inputs are given" : "no outputs are given",
                         "write --inputs X.csv --outputs Y.csv, or name a results file");
    }
    Problems problems;
    DiscoveryCases cases{read_factor_csv(inputs, "the inputs", disk_files(), problems), {}};
    const NumericTable told =
        read_numeric_csv(outputs, "the outputs of the inputs", disk_files(), problems);
    if (!problems.has_errors()) {
        check_lengths(cases.inputs.rows.size(), told.rows.size(), outputs, problems);
    }
    if (problems.has_errors()) throw InputError(problems);
    cases.of_interest = rows_of_interest(told, where);
    return cases;
}

DiscoveryCases cases_of_results(const std::string& named,
                                const std::string& where,
                                const ComparisonOptions& options,
                                const Context& context) {
    const Expression condition = read_draws_condition(where);  // told before files are read
    const Results results = open_results(named, context);
    const std::vector<Comparison> comparisons{compare_or_explain(results, options)};
    DrawValues values;
    for (const std::string& name : condition.names()) {
        values[name] = outcome_named("--where", comparisons, name).draw_differences;
    }
    const std::vector<std::size_t> draws = valued_draws(values, results.header().draws);
    DiscoveryCases cases;
    if (!draws.empty()) cases.inputs = varied_parameters(results.header(), draws);
    if (cases.inputs.factors.empty()) {
        throw UsageError(fmt::format("{}: no parameter differs between its draws", named),
                         "run the study with more draws, for example --draws 100");
    }
    for (const std::size_t draw : draws) {
        cases.of_interest.push_back(
            condition.holds([&](const std::string& name) { return values.at(name)[draw]; }));
    }
    tell_draws(cases.inputs, results.header(), context);
    return cases;
}

}  // namespace cantiere
