#include "analysis/exploration/two_way.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/comparison_json.h"
#include "analysis/number_text.h"
#include "analysis/parameter_words.h"
#include "model/core/contracts.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

/// Even steps from one end of a range to the other; whole numbers once each.
std::vector<double> values_of(const RangedParameter& parameter, std::size_t levels) {
    std::vector<double> values;
    for (std::size_t i = 0; i < levels; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(levels - 1);
        const double value = parameter.low() + share * (parameter.high() - parameter.low());
        const bool is_whole = parameter.stated->spec->type == ValueType::integer;
        values.push_back(is_whole ? std::round(value) : value);
    }
    values.erase(std::ranges::unique(values).begin(), values.end());
    return values;
}

std::string cell_text(const Stat& difference, Language language) {
    const std::string mean = mean_text(difference, language);
    if (!is_apart_from_zero(difference)) return "~ " + mean;
    return (difference.mean > 0.0 ? "+ " : "- ") + mean;
}

std::string axis_text(const RangedParameter& parameter, Language language) {
    return parameter.name + unit_after(parameter.stated->spec->unit, language);
}

Json axis_json(const RangedParameter& parameter, const std::vector<double>& values) {
    return {{"name", parameter.name}, {"unit", parameter.stated->spec->unit}, {"values", values}};
}

}  // namespace

TwoWay two_way(const Study& study, const TwoWayPlan& plan, const DesignOptions& options) {
    const std::vector<RangedParameter>& parameters = plan.plan.parameters;
    expects(parameters.size() == 2, "a plane has two numbers");
    expects(plan.levels >= 2, "a range has two ends");
    TwoWay result;
    result.x = values_of(parameters[0], plan.levels);
    result.y = values_of(parameters[1], plan.levels);
    std::vector<DesignRow> rows;
    for (const double y : result.y) {
        for (const double x : result.x) {
            rows.push_back({setting_of(parameters[0], plan.plan.scenario, x),
                            setting_of(parameters[1], plan.plan.scenario, y)});
        }
    }
    const Measure measure = [&](const Block& block) {
        return differences_from_base(block, study, plan.plan);
    };
    const DesignRuns runs = run_design(study, rows, measure, options);
    result.failed = runs.failed;
    result.runs = runs.runs;
    result.is_interrupted = runs.is_interrupted;
    if (runs.is_interrupted) return result;
    result.planes.resize(plan.plan.outcomes.size());
    for (const auto& of_row : runs.measured) {
        for (std::size_t o = 0; o < result.planes.size(); ++o) {
            const Sample sample{study.experiment.draws, study.experiment.replicates, of_row[o]};
            result.planes[o].push_back(stat_of(sample));
        }
    }
    return result;
}

namespace {

std::string plane_text(const Study& study,
                       const TwoWayPlan& plan,
                       const TwoWay& result,
                       std::size_t outcome,
                       Language language,
                       const Layout& layout) {
    const Scenario& scenario = study.scenarios[plan.plan.scenario];
    const RangedParameter& across = plan.plan.parameters[0];
    const RangedParameter& down = plan.plan.parameters[1];
    std::vector<std::string> header{""};
    for (const double x : result.x) header.push_back(four_digits_text(x, language));
    TextTable table(header);
    for (std::size_t row = result.y.size(); row-- > 0;) {
        std::vector<std::string> cells{four_digits_text(result.y[row], language)};
        for (std::size_t column = 0; column < result.x.size(); ++column) {
            cells.push_back(cell_text(result.at(outcome, row, column), language));
        }
        table.add(std::move(cells));
    }
    const std::string heading = fmt::format(
        fmt::runtime(in_language(language,
                                 "{}: {} minus {}; across: {}; downwards: {}",
                                 "{}: {} meno {}; in orizzontale: {}; in verticale: {}")),
        plan.plan.outcomes[outcome].name,
        scenario.id,
        study.scenarios[scenario.base].id,
        axis_text(across, language),
        axis_text(down, language));
    return layout.style.bold(heading) + "\n" + table.text(layout);
}

Json plane_json(const TwoWayPlan& plan, const TwoWay& result, std::size_t outcome) {
    Json rows = Json::array();
    for (std::size_t row = 0; row < result.y.size(); ++row) {
        Json cells = Json::array();
        for (std::size_t column = 0; column < result.x.size(); ++column) {
            cells.push_back(as_json(result.at(outcome, row, column)));
        }
        rows.push_back(std::move(cells));
    }
    return {{"x", axis_json(plan.plan.parameters[0], result.x)},
            {"y", axis_json(plan.plan.parameters[1], result.y)},
            {"differences", rows}};
}

}  // namespace

std::string two_way_text(const Study& study,
                         const TwoWayPlan& plan,
                         const TwoWay& result,
                         Language language,
                         const Layout& layout) {
    std::string text;
    for (std::size_t o = 0; o < plan.plan.outcomes.size(); ++o) {
        text += plane_text(study, plan, result, o, language, layout) + "\n";
    }
    return text +
           paragraph(in_language(language,
                                 "All else at its value, under the same luck. + greater than the "
                                 "base's, - less, ~ cannot be told apart.",
                                 "Il resto al suo valore, con lo stesso caso. + maggiore della "
                                 "base, - minore, ~ non distinguibili."),
                     layout.width);
}

Json two_way_json(const Study& study, const TwoWayPlan& plan, const TwoWay& result) {
    const Scenario& scenario = study.scenarios[plan.plan.scenario];
    Json outputs = Json::object();
    for (std::size_t o = 0; o < plan.plan.outcomes.size(); ++o) {
        outputs[plan.plan.outcomes[o].name] = plane_json(plan, result, o);
    }
    return {{"method", "twoway"},
            {"study", study.id},
            {"scenario", scenario.id},
            {"base", study.scenarios[scenario.base].id},
            {"wtp", plan.plan.wtp},
            {"draws", study.experiment.draws},
            {"replicates", study.experiment.replicates},
            {"runs", result.runs},
            {"failed", result.failed.size()},
            {"outputs", outputs}};
}

}  // namespace cantiere
