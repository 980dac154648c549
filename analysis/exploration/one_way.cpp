#include "analysis/exploration/one_way.h"

#include <algorithm>
#include <cmath>

namespace cantiere {
namespace {

/// The study as it stands, then two rows for every number.
std::vector<DesignRow> rows_of(const OneWayPlan& plan) {
    std::vector<DesignRow> rows{{}};
    for (const RangedParameter& parameter : plan.parameters) {
        rows.push_back({setting_of(parameter, plan.scenario, parameter.low())});
        rows.push_back({setting_of(parameter, plan.scenario, parameter.high())});
    }
    return rows;
}

bool has_other_sign(const Stat& one, const Stat& other) { return one.mean * other.mean < 0.0; }

double width(const OneWayRow& row, std::size_t outcome) {
    const double swing = std::abs(row.effects[outcome].swing.mean);
    return std::isnan(swing) ? -1.0 : swing;
}

}  // namespace

double value_of(const RunOutcome& run, const OneWayOutcome& outcome, double wtp) {
    return outcome.place ? value_of(run, *outcome.place)
                         : wtp * run[Variable::autonomy_years] - run[Variable::net_cost_public];
}

std::vector<double> differences_from_base(const Block& block,
                                          const Study& study,
                                          const OneWayPlan& plan) {
    const RunOutcome& with = block[plan.scenario];
    const RunOutcome& without = block[study.scenarios[plan.scenario].base];
    std::vector<double> values;
    for (const OneWayOutcome& outcome : plan.outcomes) {
        values.push_back(value_of(with, outcome, plan.wtp) - value_of(without, outcome, plan.wtp));
    }
    return values;
}

OneWay one_way(const Study& study, const OneWayPlan& plan, const DesignOptions& options) {
    const Measure measure = [&](const Block& block) {
        return differences_from_base(block, study, plan);
    };
    const DesignRuns runs = run_design(study, rows_of(plan), measure, options);
    OneWay result;
    result.failed = runs.failed;
    result.runs = runs.runs;
    result.is_interrupted = runs.is_interrupted;
    if (runs.is_interrupted) {
        return result;
    }
    const auto sample = [&](std::size_t row, std::size_t outcome) {
        return Sample{study.experiment.draws,
                      study.experiment.replicates,
                      runs.measured[row][outcome]};
    };
    for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
        result.at_values.push_back(stat_of(sample(0, o)));
    }
    for (std::size_t i = 0; i < plan.parameters.size(); ++i) {
        OneWayRow row{plan.parameters[i], {}};
        for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
            const Sample low = sample(1 + 2 * i, o);
            const Sample high = sample(2 + 2 * i, o);
            OneWayEffect effect{stat_of(low), stat_of(high), stat_of(difference(high, low)), false};
            effect.changes_sign = has_other_sign(effect.at_low, result.at_values[o]) ||
                                  has_other_sign(effect.at_high, result.at_values[o]);
            row.effects.push_back(effect);
        }
        result.rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(result.rows, [](const OneWayRow& a, const OneWayRow& b) {
        return width(a, 0) > width(b, 0);
    });
    return result;
}

std::vector<const OneWayRow*> by_swing(const OneWay& result, std::size_t outcome) {
    std::vector<const OneWayRow*> rows;
    for (const OneWayRow& row : result.rows) {
        rows.push_back(&row);
    }
    std::ranges::sort(rows, [outcome](const OneWayRow* a, const OneWayRow* b) {
        const double one = width(*a, outcome);
        const double other = width(*b, outcome);
        return one != other ? one > other : a->parameter.name < b->parameter.name;
    });
    return rows;
}

}  // namespace cantiere
