#include "analysis/equity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

#include "analysis/equally_distributed.h"
#include "analysis/number_text.h"
#include "analysis/suppression.h"

namespace cantiere {
namespace {

using V = Variable;

constexpr std::array shown_measures{V::cherry_picking_index,
                                    V::autonomy_gini,
                                    V::autonomy_p10,
                                    V::welfare_mean,
                                    V::welfare_geometric,
                                    V::welfare_harmonic,
                                    V::autonomy_urban,
                                    V::autonomy_inner,
                                    V::served_share_urban,
                                    V::served_share_inner};

constexpr std::array recorded_and_real{std::pair{V::recorded_starts, V::starts},
                                       std::pair{V::recorded_completions, V::completions},
                                       std::pair{V::recorded_hires, V::hires},
                                       std::pair{V::recorded_exits, V::exits},
                                       std::pair{V::recorded_returns, V::relapses}};

/// Reads the measures of one scenario.
class EquityReader {
  public:
    EquityReader(ResultSamples& samples, std::size_t scenario, std::size_t base)
        : samples_(samples), scenario_(scenario), base_(base) {
        const auto& scenarios = samples.header().scenarios;
        own_base_ = scenarios[scenario].base;
        is_own_base_ = own_base_ == scenarios[base].id;
    }

    ScenarioEquity all() {
        ScenarioEquity equity;
        if (!is_own_base_) equity.pairing_base = own_base_;
        for (const Group group : members<Group>()) equity.groups.push_back(group_of(group));
        for (const Variable variable : shown_measures) {
            equity.measures.push_back({name(variable),
                                       stat_of(samples_.sample(variable, base_)),
                                       stat_of(samples_.sample(variable, scenario_)),
                                       stat_of(change(variable))});
        }
        for (const double aversion : aversions) {
            const Sample base = equally_distributed_of(base_, equity.groups, aversion);
            const Sample level = equally_distributed_of(scenario_, equity.groups, aversion);
            if (base.values.empty()) continue;
            equity.equally_distributed.push_back(
                {aversion, stat_of(base), stat_of(level), stat_of(difference(level, base))});
        }
        equity.switches = switches_of(equity.groups);
        set_worst(equity);
        if (is_own_base_) set_gains_by_person(equity);
        equity.inner_gap =
            stat_of(difference(change(V::autonomy_urban), change(V::autonomy_inner)));
        for (const auto& [recorded, real] : recorded_and_real) {
            equity.records.push_back({name(real), level(recorded), level(real)});
        }
        return equity;
    }

  private:
    Stat level(Variable variable, std::size_t place = 0) {
        return stat_of(samples_.sample(variable, scenario_, place));
    }

    Sample change(Variable variable, std::size_t place = 0) {
        return difference(samples_.sample(variable, scenario_, place),
                          samples_.sample(variable, base_, place));
    }

    /// What the run counted person by person against the scenario's own base.
    void set_gains_by_person(ScenarioEquity& equity) {
        const Sample residents = samples_.sample(V::residents, scenario_);
        const Sample concentration = samples_.sample(V::gain_concentration, scenario_);
        equity.gain_concentration = stat_of(concentration);
        const Sample gain = change(V::autonomy_years);
        if (is_apart_from_zero(stat_of(gain))) {
            equity.concentration_index = ratio_of(product(concentration, residents), gain);
        }
        equity.gainers = level(V::gainers_of_all);
        equity.losers = level(V::losers_of_all);
        equity.harmed_at_least = level(V::harmed_at_least);
        equity.harmed_at_most = level(V::harmed_at_most);
    }

    static Sample product(Sample a, const Sample& b) {
        for (std::size_t run = 0; run < a.values.size(); ++run) a.values[run] *= b.values[run];
        return a;
    }

    GroupEquity group_of(Group group) {
        const auto place = static_cast<std::size_t>(group);
        GroupEquity result;
        result.group = group;
        result.residents = level(V::residents_by_group, place);
        const double people = result.residents.mean;
        const double eligible = level(V::eligible_by_group, place).mean;
        result.suppressed = !(people >= fewest_people_shown);
        if (result.suppressed) {
            result.residents = {};
            return result;
        }
        if (eligible >= fewest_people_shown) {
            result.access_ratio = level(V::access_ratio_by_group, place);
            result.wait_median = level(V::wait_median_by_group, place);
            result.wait_p90 = level(V::wait_p90_by_group, place);
            result.false_priority = level(V::false_priority_by_group, place);
            result.missed_priority = level(V::missed_priority_by_group, place);
        }
        result.exclusion_rate = level(V::exclusion_rate_by_group, place);
        result.gain = ratio_of(change(V::autonomy_years_by_group, place),
                               samples_.sample(V::residents_by_group, scenario_, place));
        if (!is_own_base_) return result;
        result.gainers = level(V::gainers, place);
        result.losers = level(V::losers, place);
        return result;
    }

    /// Run by run over the groups that are shown; no values where there is none.
    Sample equally_distributed_of(std::size_t scenario,
                                  const std::vector<GroupEquity>& groups,
                                  double aversion) {
        const RunLevels of = levels_of(scenario, groups);
        if (of.levels.empty()) return {};
        Sample result = samples_.sample(V::autonomy_years_by_group, scenario);
        for (std::size_t run = 0; run < result.values.size(); ++run) {
            result.values[run] = equally_distributed(of.levels[run], of.weights[run], aversion);
        }
        return result;
    }

    RunLevels levels_of(std::size_t scenario, const std::vector<GroupEquity>& groups) {
        RunLevels result;
        for (const GroupEquity& group : groups) {
            if (group.suppressed) continue;
            const auto place = static_cast<std::size_t>(group.group);
            const Sample years = samples_.sample(V::autonomy_years_by_group, scenario, place);
            const Sample residents = samples_.sample(V::residents_by_group, scenario, place);
            result.replicates = years.replicates;
            result.levels.resize(years.values.size());
            result.weights.resize(years.values.size());
            for (std::size_t run = 0; run < years.values.size(); ++run) {
                result.levels[run].push_back(years.values[run] / residents.values[run]);
                result.weights[run].push_back(residents.values[run]);
            }
        }
        return result;
    }

    /// Ranks against the base and the scenarios before this one that share it.
    std::vector<AversionSwitch> switches_of(const std::vector<GroupEquity>& groups) {
        std::vector<AversionSwitch> switches;
        const auto& scenarios = samples_.header().scenarios;
        const RunLevels own = levels_of(scenario_, groups);
        if (own.levels.empty()) return switches;
        std::vector<std::size_t> others{base_};
        for (std::size_t other = 0; other < scenario_; ++other) {
            const bool shares_base = scenarios[other].base == scenarios[base_].id;
            if (other != base_ && shares_base) others.push_back(other);
        }
        for (const std::size_t other : others) {
            switches.push_back(aversion_switch(scenarios[scenario_].id,
                                               own,
                                               scenarios[other].id,
                                               levels_of(other, groups)));
        }
        return switches;
    }

    void set_worst(ScenarioEquity& equity) {
        std::vector<const GroupEquity*> by_gain;
        for (const GroupEquity& group : equity.groups) {
            if (!std::isnan(group.gain.mean)) by_gain.push_back(&group);
        }
        std::ranges::stable_sort(by_gain, std::less{}, [](const GroupEquity* group) {
            return group->gain.mean;
        });
        if (by_gain.empty()) return;
        equity.worst_group = by_gain.front()->group;
        if (by_gain.size() == 1) return;
        const Sample between =
            difference(gain_each(by_gain[1]->group), gain_each(by_gain[0]->group));
        equity.is_worst_told = is_apart_from_zero(stat_of(between));
    }

    /// Autonomy-years per resident more than under the base, run by run.
    Sample gain_each(Group group) {
        const auto place = static_cast<std::size_t>(group);
        Sample gain = change(V::autonomy_years_by_group, place);
        const Sample residents = samples_.sample(V::residents_by_group, scenario_, place);
        for (std::size_t run = 0; run < gain.values.size(); ++run) {
            gain.values[run] /= residents.values[run];
        }
        return gain;
    }

    ResultSamples& samples_;
    std::size_t scenario_;
    std::size_t base_;
    std::string own_base_;
    bool is_own_base_ = true;
};

constexpr std::array counted_by_person{V::gainers,
                                       V::losers,
                                       V::gain_concentration,
                                       V::gainers_of_all,
                                       V::losers_of_all,
                                       V::harmed_at_least,
                                       V::harmed_at_most};

}  // namespace

bool is_counted_by_person(Variable variable) {
    return std::ranges::find(counted_by_person, variable) != counted_by_person.end();
}

ScenarioEquity equity_of(ResultSamples& samples, std::size_t scenario, std::size_t base) {
    if (!samples.has(V::recorded_returns)) return {};
    return EquityReader(samples, scenario, base).all();
}

}  // namespace cantiere
