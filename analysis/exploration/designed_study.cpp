#include "analysis/exploration/designed_study.h"

#include <cmath>

namespace cantiere {
namespace {

std::vector<DesignRow> settings_of(const DesignedStudy& plan, const Rows& values) {
    std::vector<DesignRow> rows;
    for (const std::vector<double>& row : values) {
        DesignRow& settings = rows.emplace_back();
        for (std::size_t j = 0; j < plan.parameters.size(); ++j) {
            settings.push_back(setting_of(plan.parameters[j], plan.scenario, row[j]));
        }
    }
    return rows;
}

double mean_over_runs(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

double sd_over_runs(const std::vector<double>& values) {
    const double mean = mean_over_runs(values);
    double squares = 0.0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace

DesignedRuns run_designed(const Study& study,
                          const DesignedStudy& plan,
                          const DesignOptions& options) {
    std::vector<ExploredParameter> explored;
    for (const RangedParameter& parameter : plan.parameters) {
        explored.push_back(as_explored(parameter));
    }
    DesignedRuns result;
    const Rows values = values_at(explored, plan.unit_rows);
    const Measure measure = [&](const Block& block) {
        return differences_from_base(block, study, {plan.scenario, {}, plan.outcomes, plan.wtp});
    };
    const DesignRuns runs = run_design(study, settings_of(plan, values), measure, options);
    result.failed = runs.failed;
    result.runs = runs.runs;
    result.is_interrupted = runs.is_interrupted;
    if (runs.is_interrupted) return result;

    result.design = {names_of(explored), values, {}};
    const bool has_luck = study.experiment.draws * study.experiment.replicates > 1;
    for (const OneWayOutcome& outcome : plan.outcomes) {
        result.outputs.names.push_back(outcome.name);
        if (has_luck) result.outputs.names.push_back(outcome.name + ".sd");
    }
    for (const std::vector<std::vector<double>>& measured : runs.measured) {
        std::vector<double>& row = result.outputs.rows.emplace_back();
        for (const std::vector<double>& outcome : measured) {
            row.push_back(mean_over_runs(outcome));
            if (has_luck) row.push_back(sd_over_runs(outcome));
        }
    }
    return result;
}

}  // namespace cantiere
