#include "analysis/programme_table.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "analysis/cost_per_unit.h"
#include "analysis/equity.h"
#include "analysis/resident_months.h"
#include "analysis/result_samples.h"
#include "model/outcomes.h"

namespace cantiere {
namespace {

using V = Variable;

/// The scenarios of one contrast: `of` minus `base`.
struct Pair {
    std::size_t of, base;
};

/// Makes the rows of one programme. Every row is a sample by scenario, or a number by contrast.
class TableMaker {
  public:
    TableMaker(ResultSamples& samples, std::size_t programme, std::size_t twin, std::size_t usual)
        : samples_(samples), pairs_{Pair{programme, usual}, {twin, usual}, {programme, twin}} {}

    ProgrammeTable make() {
        add_money();
        for (const V v : {V::exits, V::stable_exits, V::relapses, V::exclusions}) add(v);
        add("excluded_months", [&](std::size_t s) { return excluded_months(samples_, s); });
        add("autonomy_years_net", [&](std::size_t s) { return at(V::autonomy_years, s); });
        add_served("autonomy_years", V::autonomy_years_served, V::autonomy_years_served_base);
        add("hires_net", [&](std::size_t s) { return at(V::hires, s); });
        add_served("hires", V::hires_served, V::hires_served_base);
        add("job_months", [&](std::size_t s) { return job_months(samples_, s); });
        add(V::displaced_job_months);
        add_displaced_share();
        add_worst_group();
        for (const V v : {V::net_cost_public_to, V::autonomy_years_to, V::exits_to})
            add_horizons(v);
        return std::move(table_);
    }

  private:
    using ByScenario = std::function<Sample(std::size_t)>;
    using ByPair = std::function<Stat(const Pair&)>;

    Sample at(V variable, std::size_t scenario, std::size_t place = 0) {
        return samples_.sample(variable, scenario, place);
    }

    void add_numbers(std::string name, const ByPair& number, int years = 0) {
        ProgrammeRow row{std::move(name), years, {}};
        std::ranges::transform(pairs_, row.values.begin(), number);
        table_.rows.push_back(std::move(row));
    }

    void add(std::string name, const ByScenario& sample, int years = 0) {
        add_numbers(
            std::move(name),
            [&](const Pair& pair) {
                return stat_of(difference(sample(pair.of), sample(pair.base)));
            },
            years);
    }

    void add(V variable) {
        add(std::string(name(variable)), [&](std::size_t s) { return at(variable, s); });
    }

    void add_money() {
        for (const Payer payer : members<Payer>()) {
            add(fmt::format("cost.{}", name(payer)),
                [&](std::size_t s) { return at(V::cost, s, static_cast<std::size_t>(payer)); });
        }
        for (const V v : {V::net_cost_public, V::net_cost_societal, V::programme_cost}) add(v);
    }

    /// What the people served had beyond themselves under services as usual, and the share of what
    /// they had that they would have had anyway.
    void add_served(const std::string& of, V served, V served_usual) {
        add(of + "_gross",
            [&](std::size_t s) { return difference(at(served, s), at(served_usual, s)); });
        add_numbers(of + "_deadweight", [&](const Pair& pair) {
            const bool against_usual = pair.base == pairs_.front().base;
            return against_usual ? ratio_of(at(served_usual, pair.of), at(served, pair.of))
                                 : Stat{};
        });
    }

    void add_displaced_share() {
        add_numbers("displaced_share", [&](const Pair& pair) {
            const Sample lost = difference(at(V::displaced_job_months, pair.of),
                                           at(V::displaced_job_months, pair.base));
            const std::vector<double> by_draw = draw_means(lost);
            return fieller_ratio(
                {by_draw.size(), 1, by_draw},
                difference(job_months(samples_, pair.of), job_months(samples_, pair.base)));
        });
    }

    void add_worst_group() {
        std::size_t place = 0;
        add_numbers("worst_group_gain", [&](const Pair& pair) {
            const ScenarioEquity equity = equity_of(samples_, pair.of, pair.base);
            table_.worst_group.at(place++) = equity.worst_group;
            const auto worst =
                std::ranges::find(equity.groups, equity.worst_group, &GroupEquity::group);
            return worst == equity.groups.end() ? Stat{} : worst->gain;
        });
    }

    /// Horizons beyond the study have no value.
    void add_horizons(V variable) {
        for (std::size_t h = 0; h < horizon_years.size(); ++h) {
            add(
                std::string(name(variable)),
                [&](std::size_t s) { return at(variable, s, h); },
                horizon_years.at(h));
        }
    }

    ResultSamples& samples_;
    ByContrast<Pair> pairs_;
    ProgrammeTable table_;
};

}  // namespace

const ProgrammeRow* ProgrammeTable::find(std::string_view name, int years) const {
    const auto found = std::ranges::find_if(rows, [&](const ProgrammeRow& row) {
        return row.name == name && row.years == years;
    });
    return found == rows.end() ? nullptr : &*found;
}

std::vector<ProgrammeTable> programme_tables(const Results& results) {
    ResultSamples samples(results);
    const std::vector<ScenarioEntry>& scenarios = samples.header().scenarios;
    std::vector<ProgrammeTable> tables;
    for (std::size_t twin = 0; twin < scenarios.size(); ++twin) {
        if (!scenarios[twin].null_twin) continue;
        const auto usual = std::ranges::find(scenarios, scenarios[twin].base, &ScenarioEntry::id);
        const auto programme = std::ranges::find_if(scenarios, [&](const ScenarioEntry& one) {
            return one.id + "-null-twin" == scenarios[twin].id && one.base == scenarios[twin].base;
        });
        if (programme == scenarios.end() || usual == scenarios.end()) continue;
        const auto place = [&](auto found) {
            return static_cast<std::size_t>(found - scenarios.begin());
        };
        ProgrammeTable table = TableMaker(samples, place(programme), twin, place(usual)).make();
        table.study = samples.header().study;
        table.programme = programme->id;
        table.twin = scenarios[twin].id;
        table.usual = usual->id;
        tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace cantiere
