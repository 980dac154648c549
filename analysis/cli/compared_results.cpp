#include "analysis/cli/compared_results.h"

#include <cmath>

#include <fmt/format.h>

#include "analysis/cli/usage_error.h"
#include "analysis/cli/values.h"
#include "scenarios/did_you_mean.h"

namespace cantiere {
namespace {

/// Finds a scenario written `ID` or, where several results have it, `STUDY/ID`.
const ScenarioComparison& find_scenario(const std::string& option,
                                        const std::vector<Comparison>& comparisons,
                                        const std::string& written) {
    std::vector<const ScenarioComparison*> found;
    std::vector<std::string> known;
    for (const Comparison& comparison : comparisons) {
        for (const ScenarioComparison& scenario : comparison.scenarios) {
            const std::string full = comparison.header.study + "/" + scenario.id;
            known.push_back(scenario.id);
            if (written == scenario.id || written == full) {
                found.push_back(&scenario);
            }
        }
    }
    if (found.size() > 1) {
        throw UsageError(fmt::format("{}: several results have a scenario \"{}\"", option, written),
                         "write STUDY/SCENARIO:VARIABLE");
    }
    if (found.empty()) {
        throw UsageError(
            fmt::format("{}: there is no scenario \"{}\"", option, written),
            did_you_mean(written, known, fmt::format("the scenarios are {}", one_of(known))));
    }
    return *found.front();
}

}  // namespace

ComparisonOptions comparison_options(const std::string& base,
                                     std::optional<double> wtp,
                                     const std::string& perspective) {
    ComparisonOptions options;
    options.wtp = wtp;
    if (!base.empty()) options.base = base;
    if (!perspective.empty()) {
        const std::string& name = one_of_names("--perspective", perspective, perspective_names());
        options.perspective = find_perspective(name).value_or(PublicPayers{});
    }
    return options;
}

Comparison compare_or_explain(const Results& results, const ComparisonOptions& options) {
    try {
        return compare(results, options);
    } catch (const UnknownName& unknown) {
        throw UsageError(
            fmt::format("--base: {} in {}", unknown.what(), results.path().string()),
            did_you_mean(unknown.name(),
                         unknown.known(),
                         fmt::format("its scenarios are {}", one_of(unknown.known()))));
    }
}

const OutcomeComparison& outcome_named(const std::string& option,
                                       const std::vector<Comparison>& comparisons,
                                       const std::string& name) {
    const std::size_t colon = name.find(':');
    if (colon == std::string::npos) {
        throw UsageError(fmt::format("{}: \"{}\" names no variable of a scenario", option, name),
                         fmt::format("write SCENARIO:VARIABLE, for example {}:net_cost_public",
                                     comparisons.front().scenarios.back().id));
    }
    const ScenarioComparison& scenario = find_scenario(option, comparisons, name.substr(0, colon));
    const std::string variable = name.substr(colon + 1);
    const OutcomeComparison* outcome = scenario.find(variable);
    if (outcome == nullptr) {
        std::vector<std::string> known = compared_variables();
        for (const Label& payer : labels(Payer{})) {
            known.push_back("cost." + std::string(payer.name));
        }
        throw UsageError(
            fmt::format("{}: there is no variable \"{}\"", option, variable),
            did_you_mean(variable, known, fmt::format("the variables are {}", one_of(known, 60))));
    }
    if (std::isnan(outcome->difference.mean)) {
        throw UsageError(fmt::format("{}: {} has no value in these results", option, name),
                         "compare a variable that the runs report");
    }
    return *outcome;
}

}  // namespace cantiere
