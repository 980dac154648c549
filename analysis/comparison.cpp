#include "analysis/comparison.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/comparison_few.h"
#include "analysis/cost_per_unit.h"
#include "analysis/resident_months.h"

namespace cantiere {
namespace {

/// Variables of the comparison that the file holds: one number a run, or a draw.
std::vector<Variable> scalar_variables() {
    std::vector<Variable> variables;
    for (const VariableShape& row : all_variables()) {
        const bool by_draw =
            row.reduction == Reduction::per_run || row.reduction == Reduction::mean_over_replicates;
        if (by_draw && row.axes.size == 0) variables.push_back(row.variable);
    }
    return variables;
}

std::vector<std::string> ids_of(const ResultsHeader& header) {
    std::vector<std::string> ids;
    for (const ScenarioEntry& scenario : header.scenarios) ids.push_back(scenario.id);
    return ids;
}

std::size_t index_of(const ResultsHeader& header, const std::string& id) {
    const std::vector<std::string> ids = ids_of(header);
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) {
        throw UnknownName("scenario", id, ids);
    }
    return static_cast<std::size_t>(found - ids.begin());
}

/// Builds one comparison; scenario by scenario, with the samples of its base.
class Comparer {
  public:
    Comparer(const Results& results, const ComparisonOptions& options)
        : samples_(results), options_(options) {
        comparison_.path = results.path().string();
        comparison_.header = results.header();
        comparison_.wtp = options.wtp.value_or(results.header().wtp_eur_per_autonomy_year);
        comparison_.perspective = options.perspective;
        comparison_.base = options.base.value_or(first_base());
    }

    Comparison run() {
        for (std::size_t index = 0; index < header().scenarios.size(); ++index) {
            comparison_.scenarios.push_back(scenario(index));
        }
        set_probabilities_best();
        suppress_few(comparison_);
        leave_out_by_person(comparison_);
        return std::move(comparison_);
    }

  private:
    const ResultsHeader& header() const { return comparison_.header; }

    std::string first_base() const {
        return header().scenarios.empty() ? "" : header().scenarios.front().base;
    }

    Sample net_cost(std::size_t scenario) {
        return net_cost_of(samples_, comparison_.perspective, scenario);
    }

    Sample net_benefit(std::size_t scenario) {
        return scaled_difference(comparison_.wtp,
                                 samples_.sample(Variable::autonomy_years, scenario),
                                 net_cost(scenario));
    }

    static OutcomeComparison outcome(std::string variable,
                                     const Sample& scenario,
                                     const Sample& base) {
        const Sample paired = difference(scenario, base);
        return {std::move(variable),
                stat_of(scenario),
                stat_of(paired),
                cantiere::variance_ratio(scenario, base),
                split_variance(paired),
                draw_means(paired)};
    }

    OutcomeComparison outcome(Variable variable, std::size_t scenario, std::size_t base) {
        return outcome(std::string(name(variable)),
                       samples_.sample(variable, scenario),
                       samples_.sample(variable, base));
    }

    EffectPerPerson effect(Variable everybody,
                           Variable served,
                           Variable served_base,
                           std::size_t scenario,
                           std::size_t base) {
        const Sample people = samples_.sample(Variable::served, scenario);
        const Sample with = samples_.sample(served, scenario);
        const Sample without = samples_.sample(served_base, scenario);
        const Sample net =
            difference(samples_.sample(everybody, scenario), samples_.sample(everybody, base));
        return {ratio_of(difference(with, without), people),
                ratio_of(net, people),
                ratio_of(without, with)};
    }

    /// Sum over its years of money planned or unspent.
    Sample sum_over_years(Variable variable, std::size_t scenario) {
        Sample sum = samples_.sample(variable, scenario);
        for (std::size_t year = 1; year < samples_.places(variable); ++year) {
            const Sample more = samples_.sample(variable, scenario, year);
            for (std::size_t run = 0; run < sum.values.size(); ++run) {
                sum.values[run] += more.values[run];
            }
        }
        return sum;
    }

    /// Earlier files do not hold what a null twin was given.
    void add_outlay(ScenarioComparison& result) {
        if (!samples_.has(Variable::planned_outlay)) return;
        const Sample planned = sum_over_years(Variable::planned_outlay, result.index);
        const Sample unspent = sum_over_years(Variable::unspent_outlay, result.index);
        result.planned_outlay = stat_of(planned);
        result.unspent_outlay = stat_of(unspent);
        result.spent_on_bundles = stat_of(difference(planned, unspent));
    }

    Sample change(Variable variable, std::size_t scenario, std::size_t base) {
        return difference(samples_.sample(variable, scenario), samples_.sample(variable, base));
    }

    void add_costs_per_unit(ScenarioComparison& result, std::size_t base) {
        for (const Variable cost : {Variable::net_cost_public, Variable::programme_cost}) {
            for (const Variable unit :
                 {Variable::starts, Variable::stable_exits, Variable::autonomy_years}) {
                const Sample more = change(unit, result.index, base);
                const Stat ratio = fieller_ratio(change(cost, result.index, base), more);
                const bool saves = ratio.mean < 0.0 && stat_of(more).mean > 0.0;
                const bool fewer = stat_of(more).high < 0.0;
                result.costs_per_unit.push_back(
                    {std::string(name(cost)), std::string(name(unit)), ratio, saves, fewer});
            }
        }
    }

    /// The twin has the programme's name and the same base, hence the same people and luck.
    void add_twin(ScenarioComparison& result) {
        const std::string wanted = result.id + "-null-twin";
        for (std::size_t twin = 0; twin < header().scenarios.size(); ++twin) {
            const ScenarioEntry& entry = header().scenarios[twin];
            if (entry.id != wanted || !entry.null_twin || entry.base != result.gross_base) continue;
            result.twin = wanted;
            for (const Variable variable : {Variable::programme_cost,
                                            Variable::net_cost_public,
                                            Variable::autonomy_years,
                                            Variable::stable_exits}) {
                result.against_twin.push_back(outcome(variable, result.index, twin));
            }
        }
    }

    Sample cost_of_work_done(std::size_t scenario) {
        return difference(samples_.sample(Variable::net_cost_societal, scenario),
                          samples_.sample(Variable::net_cost_societal_without_output, scenario));
    }

    void add_outcomes(ScenarioComparison& result, std::size_t base) {
        for (const Variable variable : scalar_variables()) {
            if (!samples_.has(variable)) continue;  // a file of an earlier version
            result.outcomes.push_back(outcome(variable, result.index, base));
        }
        result.outcomes.push_back(outcome("excluded_months",
                                          excluded_months(samples_, result.index),
                                          excluded_months(samples_, base)));
        result.outcomes.push_back(
            outcome("net_benefit", net_benefit(result.index), net_benefit(base)));
        for (std::size_t payer = 0; payer < count_of<Payer>; ++payer) {
            result.cost_by_payer.push_back(
                outcome(std::string(name(static_cast<Payer>(payer))),
                        samples_.sample(Variable::cost, result.index, payer),
                        samples_.sample(Variable::cost, base, payer)));
        }
    }

    ScenarioComparison scenario(std::size_t index) {
        const ScenarioEntry& entry = header().scenarios[index];
        ScenarioComparison result;
        result.index = index;
        result.id = entry.id;
        result.title_en = entry.title_en;
        result.title_it = entry.title_it;
        result.law_en = entry.law_en;
        result.law_it = entry.law_it;
        result.gross_base = entry.base;
        result.base = options_.base.value_or(entry.base);
        result.is_base = result.base == result.id;
        result.is_null_twin = entry.null_twin;
        const std::size_t base = index_of(header(), result.base);
        add_outcomes(result, base);
        result.work_done = outcome("work_done", cost_of_work_done(index), cost_of_work_done(base));
        add_outlay(result);
        add_costs_per_unit(result, base);
        add_twin(result);
        result.equity = equity_of(samples_, index, base);
        result.autonomy_years = effect(Variable::autonomy_years,
                                       Variable::autonomy_years_served,
                                       Variable::autonomy_years_served_base,
                                       index,
                                       base);
        result.hires = effect(Variable::hires,
                              Variable::hires_served,
                              Variable::hires_served_base,
                              index,
                              base);
        const Sample cost = net_cost(index);
        result.failed_runs = static_cast<std::size_t>(
            std::count_if(cost.values.begin(), cost.values.end(), [](double value) {
                return std::isnan(value);
            }));
        result.probability_pays = share_below_zero(draw_means(difference(cost, net_cost(base))));
        result.probability_worth_it =
            share_above_zero(draw_means(difference(net_benefit(index), net_benefit(base))));
        return result;
    }

    /// Scenarios compete with those of the same base: others may have other residents.
    void set_probabilities_best() {
        for (const ScenarioComparison& first : comparison_.scenarios) {
            std::vector<std::size_t> family;
            std::vector<std::vector<double>> benefits;
            for (const ScenarioComparison& other : comparison_.scenarios) {
                if (other.base == first.base) {
                    family.push_back(other.index);
                    benefits.push_back(draw_means(net_benefit(other.index)));
                }
            }
            const std::vector<double> shares = shares_best(benefits);
            for (std::size_t member = 0; member < family.size(); ++member) {
                comparison_.scenarios[family[member]].probability_best = shares[member];
            }
        }
    }

    ResultSamples samples_;
    const ComparisonOptions& options_;
    Comparison comparison_;
};

template <class List, class Key>
auto* find_by(List& list, Key key, std::string_view wanted) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& item) {
        return item.*key == wanted;
    });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

UnknownName::UnknownName(const std::string& what, std::string name, std::vector<std::string> known)
    : std::runtime_error("no " + what + " is called \"" + name + "\""),
      name_(std::move(name)),
      known_(std::move(known)) {}

const OutcomeComparison* ScenarioComparison::find(std::string_view variable) const {
    constexpr std::string_view cost_prefix = "cost.";
    if (variable.starts_with(cost_prefix)) {
        variable.remove_prefix(cost_prefix.size());
        return find_by(cost_by_payer, &OutcomeComparison::variable, variable);
    }
    return find_by(outcomes, &OutcomeComparison::variable, variable);
}

const ScenarioComparison* Comparison::find(std::string_view id) const {
    return find_by(scenarios, &ScenarioComparison::id, id);
}

Comparison compare(const Results& results, const ComparisonOptions& options) {
    return Comparer(results, options).run();
}

std::vector<std::string> compared_variables() {
    std::vector<std::string> names;
    for (const Variable variable : scalar_variables()) {
        names.emplace_back(name(variable));
    }
    names.insert(names.end(), {"excluded_months", "net_benefit"});
    return names;
}

}  // namespace cantiere
