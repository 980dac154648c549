#include "analysis/exploration/switching.h"

#include <algorithm>
#include <cmath>

namespace cantiere {
namespace {

/// Steps of the search: the bracket of a straight line needs one, a bent one a few.
constexpr std::size_t steps = 5;

/// One end of a bracket; what it weighs is halved while it stays.
struct End {
    double at = 0.0;
    Stat outcome;
    double weight = 0.0;
};

End end_at(double at, const Stat& outcome) { return {at, outcome, outcome.mean}; }

struct Bracket {
    RangedParameter parameter;
    End negative, positive;
    int stayed = 0;          // in the last step: +1 the positive end, -1 the negative one
    bool is_closed = false;  // no value is left inside
};

/// Where the straight line through both ends meets zero.
double next_value(const Bracket& bracket) {
    const End& negative = bracket.negative;
    const End& positive = bracket.positive;
    const double value = negative.at - negative.weight * (positive.at - negative.at) /
                                           (positive.weight - negative.weight);
    const bool is_whole = bracket.parameter.stated->spec->type == ValueType::integer;
    return is_whole ? std::round(value) : value;
}

/// Narrows a bracket to the side that still changes sign.
void narrow(Bracket& bracket, double at, const Stat& outcome) {
    bracket.is_closed = std::isnan(outcome.mean) || outcome.mean == 0.0;
    if (std::isnan(outcome.mean)) return;
    const bool is_positive = outcome.mean > 0.0;
    (is_positive ? bracket.positive : bracket.negative) = end_at(at, outcome);
    const int side = is_positive ? -1 : 1;  // the end that stays
    if (bracket.stayed == side) (is_positive ? bracket.negative : bracket.positive).weight /= 2.0;
    bracket.stayed = side;
}

void add_bracket(std::vector<Bracket>& brackets,
                 const RangedParameter& parameter,
                 const End& one,
                 const End& other) {
    if (!(one.weight * other.weight < 0.0)) return;
    const bool one_is_negative = one.weight < 0.0;
    brackets.push_back(
        {parameter, one_is_negative ? one : other, one_is_negative ? other : one, 0, false});
}

std::vector<Bracket> brackets_of(const OneWay& table) {
    std::vector<Bracket> brackets;
    for (const OneWayRow* row : by_swing(table, 0)) {
        const OneWayEffect& effect = row->effects.front();
        const End centre = end_at(row->parameter.value(), table.at_values.front());
        add_bracket(brackets, row->parameter, end_at(row->parameter.low(), effect.at_low), centre);
        add_bracket(brackets,
                    row->parameter,
                    centre,
                    end_at(row->parameter.high(), effect.at_high));
    }
    return brackets;
}

/// One step of all brackets that are open, a row of the design each.
struct Step {
    std::vector<std::size_t> open;
    std::vector<double> values;
    std::vector<DesignRow> rows;
};

Step next_step(std::vector<Bracket>& brackets, const OneWayPlan& plan) {
    Step step;
    for (std::size_t i = 0; i < brackets.size(); ++i) {
        Bracket& bracket = brackets[i];
        if (bracket.is_closed) continue;
        const double value = next_value(bracket);
        bracket.is_closed = value == bracket.negative.at || value == bracket.positive.at;
        if (bracket.is_closed) continue;
        step.open.push_back(i);
        step.values.push_back(value);
        step.rows.push_back({setting_of(bracket.parameter, plan.scenario, value)});
    }
    return step;
}

}  // namespace

Switching switching_values(const Study& study,
                           const OneWayPlan& plan,
                           const OneWay& table,
                           const DesignOptions& options) {
    const Measure measure = [&](const Block& block) {
        return differences_from_base(block, study, plan);
    };
    std::vector<Bracket> brackets = brackets_of(table);
    Switching result;
    for (std::size_t done = 0; done < steps; ++done) {
        const Step step = next_step(brackets, plan);
        if (step.rows.empty()) break;
        const DesignRuns runs = run_design(study, step.rows, measure, options);
        result.runs += runs.runs;
        result.failed.insert(result.failed.end(), runs.failed.begin(), runs.failed.end());
        result.is_interrupted = runs.is_interrupted;
        if (runs.is_interrupted) return result;
        for (std::size_t i = 0; i < step.open.size(); ++i) {
            const Sample sample{study.experiment.draws,
                                study.experiment.replicates,
                                runs.measured[i].front()};
            narrow(brackets[step.open[i]], step.values[i], stat_of(sample));
        }
    }
    for (const Bracket& bracket : brackets) {
        const End& negative = bracket.negative;
        const End& positive = bracket.positive;
        const auto [from, to] = std::minmax(negative.at, positive.at);
        const bool is_negative = -negative.outcome.mean < positive.outcome.mean;
        const End& nearest = is_negative ? negative : positive;
        result.values.push_back({bracket.parameter, from, to, nearest.at, nearest.outcome});
    }
    return result;
}

}  // namespace cantiere
