#include "analysis/breakdown.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "analysis/suppression.h"
#include "analysis/texts.h"
#include "model/names.h"

namespace cantiere {
namespace {

constexpr std::array<std::string_view, 4> names{"group", "payer", "municipality", "year"};

struct RowName {
    std::string name;
    std::string text_en, text_it;
};

template <NamedList E>
std::vector<RowName> rows_of_list() {
    std::vector<RowName> rows;
    for (const Label& label : labels(E{})) {
        rows.push_back(
            {std::string(label.name), std::string(label.text_en), std::string(label.text_it)});
    }
    return rows;
}

std::vector<RowName> rows_of(const ResultsHeader& header, BreakdownBy by) {
    std::vector<RowName> rows;
    switch (by) {
        case BreakdownBy::group:
            return rows_of_list<Group>();
        case BreakdownBy::payer:
            return rows_of_list<Payer>();
        case BreakdownBy::municipality:
            for (const MunicipalityEntry& municipality : header.municipalities) {
                rows.push_back({municipality.name, municipality.name, municipality.name});
            }
            return rows;
        case BreakdownBy::year:
            break;
    }
    for (std::size_t year = 0; year < sizes_of(header).years; ++year) {
        const std::string text = std::to_string(header.start.year + static_cast<int>(year));
        rows.push_back({text, text, text});
    }
    return rows;
}

std::vector<Variable> variables_by(BreakdownBy by) {
    using V = Variable;
    if (by == BreakdownBy::group) {
        return {V::residents_by_group,
                V::starts_by_group,
                V::stable_exits_by_group,
                V::wait_by_group,
                V::autonomy_years_by_group,
                V::cost_by_group,
                V::gainers,
                V::losers};
    }
    if (by == BreakdownBy::municipality) {
        return {V::residents_by_municipality,
                V::starts_by_municipality,
                V::autonomy_years_by_municipality,
                V::cost_by_municipality};
    }
    return {by == BreakdownBy::payer ? V::cost : V::budget};
}

std::vector<std::string> columns_of(BreakdownBy by) {
    std::vector<std::string> columns;
    if (by == BreakdownBy::year) {
        for (const Label& payer : labels(Payer{})) {
            columns.emplace_back(payer.name);
        }
        return columns;
    }
    for (const Variable variable : variables_by(by)) {
        columns.emplace_back(name(variable));
    }
    return columns;
}

/// Where a cell stands in its variable: by year, columns are payers of `budget`.
std::size_t place_of_cell(BreakdownBy by, std::size_t row, std::size_t column, std::size_t rows) {
    return by == BreakdownBy::year ? column * rows + row : row;
}

class Breaker {
  public:
    Breaker(const Results& results, const Comparison& comparison, BreakdownBy by)
        : samples_(results),
          comparison_(comparison),
          by_(by),
          rows_(rows_of(comparison.header, by)),
          variables_(variables_by(by)) {}

    ScenarioBreakdown of(const ScenarioComparison& scenario) {
        const std::size_t base = comparison_.find(scenario.base)->index;
        ScenarioBreakdown result{scenario.id, scenario.base, scenario.gross_base, {}};
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            result.rows.push_back({rows_[row].name, rows_[row].text_en, rows_[row].text_it, {}});
            for (std::size_t column = 0; column < columns_of(by_).size(); ++column) {
                result.rows.back().cells.push_back(cell(scenario.index, base, row, column));
            }
            suppress(result.rows.back());
        }
        if (by_ == BreakdownBy::municipality) {
            result.rows.push_back(not_attributable(scenario.index, base));
        }
        if (scenario.suppressed) hide(result);
        return result;
    }

  private:
    Variable variable_of(std::size_t column) const {
        return by_ == BreakdownBy::year ? variables_.front() : variables_[column];
    }

    BreakdownCell cell(std::size_t scenario,
                       std::size_t base,
                       std::size_t row,
                       std::size_t column) {
        const Variable variable = variable_of(column);
        const auto& scenarios = samples_.header().scenarios;
        if (is_counted_by_person(variable) && scenarios[scenario].base != scenarios[base].id) {
            return {Stat{}, Stat{}, false};
        }
        const std::size_t place = place_of_cell(by_, row, column, rows_.size());
        const Sample with = samples_.sample(variable, scenario, place);
        return {stat_of(with),
                stat_of(difference(with, samples_.sample(variable, base, place))),
                false};
    }

    /// Means over replicates of the whole minus the sum of the places; rounding is no rest.
    Sample rest(Variable whole, Variable by_place, std::size_t scenario) {
        const Sample all = samples_.sample(whole, scenario);
        Sample rest{all.draws, 1, draw_means(all)};
        for (std::size_t place = 0; place < rows_.size(); ++place) {
            const Sample part = samples_.sample(by_place, scenario, place);
            for (std::size_t draw = 0; draw < rest.values.size(); ++draw) {
                rest.values[draw] -= part.values[draw];
            }
        }
        for (double& value : rest.values) {
            constexpr double finest = 1e-4;  // well above the rounding of sums of millions
            value = std::round(value / finest) * finest;
        }
        return rest;
    }

    /// What belongs to no municipality, so that the rows sum to everybody.
    BreakdownRow not_attributable(std::size_t scenario, std::size_t base) {
        constexpr std::array wholes{Variable::residents,
                                    Variable::starts,
                                    Variable::autonomy_years,
                                    Variable::net_cost_public};
        BreakdownRow row{"not_attributable",
                         std::string(phrase(Phrase::not_attributable, Language::english)),
                         std::string(phrase(Phrase::not_attributable, Language::italian)),
                         {}};
        for (std::size_t column = 0; column < variables_.size(); ++column) {
            const Sample with = rest(wholes[column], variables_[column], scenario);
            const Sample without = rest(wholes[column], variables_[column], base);
            row.cells.push_back({stat_of(with), stat_of(difference(with, without)), false});
        }
        suppress(row);
        return row;
    }

    /// Hides all of a scenario that has fewer than five residents.
    static void hide(ScenarioBreakdown& scenario) {
        for (BreakdownRow& row : scenario.rows) {
            for (BreakdownCell& one : row.cells) one = {Stat{}, Stat{}, true};
        }
    }

    /// Hides what is about fewer than five people, by the mean of the counts of the row.
    void suppress(BreakdownRow& row) const {
        if (by_ != BreakdownBy::group && by_ != BreakdownBy::municipality) {
            return;
        }
        const std::vector<BreakdownCell> shown = row.cells;
        const auto mean_of = [&](Variable asked) {
            const auto at = std::find(variables_.begin(), variables_.end(), asked);
            return shown[static_cast<std::size_t>(at - variables_.begin())].level.mean;
        };
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            if (is_suppressed(variables_[column], mean_of)) {
                row.cells[column] = {Stat{}, Stat{}, true};
            }
        }
    }

    ResultSamples samples_;
    const Comparison& comparison_;
    BreakdownBy by_;
    std::vector<RowName> rows_;
    std::vector<Variable> variables_;
};

}  // namespace

std::optional<BreakdownBy> find_breakdown(std::string_view text) {
    const auto* const found = std::find(names.begin(), names.end(), text);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<BreakdownBy>(found - names.begin()));
}

std::vector<std::string> breakdown_names() { return {names.begin(), names.end()}; }

std::string_view name(BreakdownBy by) { return names[static_cast<std::size_t>(by)]; }

Breakdown break_down(const Results& results, const Comparison& comparison, BreakdownBy by) {
    Breakdown breakdown{by, comparison.perspective, columns_of(by), {}};
    Breaker breaker(results, comparison, by);
    for (const ScenarioComparison& scenario : comparison.scenarios) {
        breakdown.scenarios.push_back(breaker.of(scenario));
    }
    return breakdown;
}
}  // namespace cantiere
