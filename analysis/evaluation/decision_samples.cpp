#include "analysis/evaluation/decision_samples.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/exploration/numeric_csv.h"
#include "analysis/input_quality.h"

namespace cantiere {
namespace {

constexpr std::string_view cost_end = ".cost";
constexpr std::string_view effect_end = ".effect";
constexpr double largest_sum = 1e60;  // squares of products of greater ones have no double

/// The strategy that a column is about, when its name has this end.
std::optional<std::string> strategy_of(const std::string& column, std::string_view end) {
    if (column.size() <= end.size() || !column.ends_with(end)) return std::nullopt;
    return column.substr(0, column.size() - end.size());
}

/// Which columns hold what; positions in the table.
struct SampleColumns {
    struct Pair {
        std::string id;
        std::optional<std::size_t> cost, effect;
    };
    std::vector<Pair> strategies;
    std::vector<std::size_t> parameters;

    Pair& of(const std::string& id) {
        const auto found = std::ranges::find(strategies, id, &Pair::id);
        if (found != strategies.end()) return *found;
        strategies.push_back({id, std::nullopt, std::nullopt});
        return strategies.back();
    }
};

SampleColumns columns_in(const NumericTable& table) {
    SampleColumns columns;
    for (std::size_t j = 0; j < table.names.size(); ++j) {
        if (const auto with_cost = strategy_of(table.names[j], cost_end)) {
            columns.of(*with_cost).cost = j;
        } else if (const auto with_effect = strategy_of(table.names[j], effect_end)) {
            columns.of(*with_effect).effect = j;
        } else if (table.names[j] != "draw") {
            columns.parameters.push_back(j);
        }
    }
    return columns;
}

Place header_of(const NumericTable& table) { return {table.places.front().file, 1, 1}; }

void check_columns(const NumericTable& table, const SampleColumns& columns, Problems& problems) {
    if (table.names.front() != "draw") {
        problems.error(
            "no-draw",
            header_of(table),
            fmt::format("the first column is \"{}\"", table.names.front()),
            "samples begin with the number of the draw, so that none can be missing unseen",
            "name the first column draw and count the rows from 0 or 1");
    }
    if (columns.strategies.empty()) {
        problems.error("no-strategies",
                       header_of(table),
                       "no column is named STRATEGY.cost",
                       "each strategy has two columns, STRATEGY.cost and STRATEGY.effect",
                       "rename the columns, for example usual.cost, usual.effect");
    }
    for (const SampleColumns::Pair& pair : columns.strategies) {
        if (pair.cost && pair.effect) continue;
        problems.error("half-strategy",
                       header_of(table),
                       fmt::format("strategy \"{}\" has no column {}{}",
                                   pair.id,
                                   pair.id,
                                   pair.cost ? effect_end : cost_end),
                       "a strategy has a cost and an effect in every draw",
                       "add the column; a parameter whose name ends so takes another name");
    }
}

/// Rows in the order of their draws; every draw from the first to the last is there once.
std::vector<std::size_t> rows_by_draw(const NumericTable& table, Problems& problems) {
    std::vector<std::size_t> order(table.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return table.rows[i].front(); });
    double expected = table.rows[order.front()].front() == 0.0 ? 0.0 : 1.0;
    for (const std::size_t row : order) {
        const double draw = table.rows[row].front();
        if (draw == expected) {
            expected += 1.0;
            continue;
        }
        const std::string what = draw == expected - 1.0
                                     ? fmt::format("draw {} is there twice", draw)
                                 : draw > expected && draw == std::floor(draw)
                                     ? fmt::format("draw {} is missing", expected)
                                     : fmt::format("draw {} is not the next whole number", draw);
        problems.error(
            "wrong-draws",
            table.places[row],
            what,
            "draws are whole numbers from 0 or 1 on, each once; a sample without some of them "
            "is another sample",
            "give every draw, or number those there are anew if leaving some out is meant");
        break;
    }
    return order;
}

/// Costs and effects that no sum of squares could hold.
void check_sizes(const NumericTable& table, const SampleColumns& columns, Problems& problems) {
    for (const SampleColumns::Pair& pair : columns.strategies) {
        for (const std::size_t place : {*pair.cost, *pair.effect}) {
            const auto is_too_large = [place](const std::vector<double>& row) {
                return std::abs(row[place]) > largest_sum;
            };
            const auto row = std::ranges::find_if(table.rows, is_too_large);
            if (row == table.rows.end()) continue;
            problems.error(
                "too-large",
                table.places[static_cast<std::size_t>(row - table.rows.begin())],
                fmt::format("{} is {:g}", table.names[place], (*row)[place]),
                fmt::format("beyond {:g} differences and squares cannot be computed", largest_sum),
                "state costs and effects in a larger unit");
        }
    }
}

std::vector<double> column(const NumericTable& table,
                           const std::vector<std::size_t>& order,
                           std::size_t place) {
    std::vector<double> values;
    values.reserve(order.size());
    for (const std::size_t row : order) values.push_back(table.rows[row][place]);
    return values;
}

/// Draws in which every run of every strategy came to its end.
std::vector<std::size_t> whole_draws(const ResultsDecision& decision) {
    std::vector<std::size_t> whole;
    for (std::size_t draw = 0; draw < decision.cost.front().draws; ++draw) {
        const bool is_whole = std::ranges::all_of(decision.cost, [draw](const Sample& cost) {
            return std::ranges::none_of(cost.of_draw(draw),
                                        [](double eur) { return std::isnan(eur); });
        });
        if (is_whole) whole.push_back(draw);
    }
    return whole;
}

Sample of_draws(const Sample& sample, const std::vector<std::size_t>& draws) {
    Sample kept{draws.size(), sample.replicates, {}};
    for (const std::size_t draw : draws) {
        std::ranges::copy(sample.of_draw(draw), std::back_inserter(kept.values));
    }
    return kept;
}

/// The samples that a table holds; none where its columns or rows are wrong.
DecisionSamples samples_in(const NumericTable& table, Problems& problems) {
    const SampleColumns columns = columns_in(table);
    check_columns(table, columns, problems);
    if (!problems.has_errors()) check_sizes(table, columns, problems);
    if (problems.has_errors()) return {};
    const std::vector<std::size_t> order = rows_by_draw(table, problems);
    if (problems.has_errors()) return {};
    DecisionSamples samples;
    for (const SampleColumns::Pair& pair : columns.strategies) {
        samples.strategies.push_back(
            {pair.id, column(table, order, *pair.cost), column(table, order, *pair.effect)});
    }
    for (const std::size_t place : columns.parameters) {
        samples.parameters.push_back(
            {table.names[place], column(table, order, place), Quality::none});
    }
    return samples;
}

}  // namespace

const ParameterSample* DecisionSamples::find(const std::string& name) const {
    const auto found = std::ranges::find(parameters, name, &ParameterSample::name);
    return found == parameters.end() ? nullptr : &*found;
}

DecisionSamples read_decision_csv(const std::string& path,
                                  const FileSource& files,
                                  Problems& problems) {
    Problems own;
    const NumericTable table = read_numeric_csv(path, "the samples", files, own);
    DecisionSamples samples;
    if (!own.has_errors()) samples = samples_in(table, own);
    for (const Problem& problem : own.list()) {
        problems.error(problem.code, problem.place, problem.what, problem.why, problem.fix);
    }
    return samples;
}

ResultsDecision decision_of(const Results& results, const ResultsChoice& choice) {
    ResultsDecision decision;
    ResultSamples samples(results);
    const ResultsHeader& header = results.header();
    std::vector<std::string> ids;
    for (std::size_t scenario = 0; scenario < header.scenarios.size(); ++scenario) {
        const ScenarioEntry& entry = header.scenarios[scenario];
        if (entry.base != choice.base) {
            decision.other_bases.push_back(entry.id);
            continue;
        }
        if (!choice.only.empty() && std::ranges::find(choice.only, entry.id) == choice.only.end()) {
            continue;
        }
        ids.push_back(entry.id);
        decision.cost.push_back(net_cost_of(samples, choice.perspective, scenario));
        decision.effect.push_back(samples.sample(Variable::autonomy_years, scenario));
    }
    if (ids.empty()) return decision;
    const std::vector<std::size_t> draws = whole_draws(decision);
    decision.failed_draws = decision.cost.front().draws - draws.size();
    for (std::size_t d = 0; d < ids.size(); ++d) {
        decision.cost[d] = of_draws(decision.cost[d], draws);
        decision.effect[d] = of_draws(decision.effect[d], draws);
        decision.samples.strategies.push_back(
            {ids[d], draw_means(decision.cost[d]), draw_means(decision.effect[d])});
    }
    for (const ParameterEntry& parameter : header.parameters) {
        ParameterSample sampled{parameter.name,
                                {},
                                input_quality_of(header.provenance.resolved_study, parameter.name)};
        for (const std::size_t draw : draws) sampled.values.push_back(parameter.values[draw]);
        decision.samples.parameters.push_back(std::move(sampled));
    }
    return decision;
}

}  // namespace cantiere
