#pragma once
/// What a results file says: people served, effect per person, and every outcome with its paired
/// difference from the scenario's base.

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/equity.h"
#include "analysis/perspective.h"
#include "analysis/result_samples.h"
#include "analysis/statistics.h"

namespace cantiere {

/// One outcome of a scenario. `difference` is scenario minus base, paired run by run.
struct OutcomeComparison {
    std::string variable;
    Stat level;
    Stat difference;
    double variance_ratio = no_value;
    VarianceSplit variance;                // of the difference
    std::vector<double> draw_differences;  // means over replicates, by draw; NaN where all failed
};

/// Effect on an outcome per person served.
struct EffectPerPerson {
    Stat gross;       // the people served against themselves under the base
    Stat net;         // everybody, the people displaced included, divided by the people served
    Stat deadweight;  // what the people served would have had anyway, as a share of what they had
};

/// Money for each additional unit of an outcome, a ratio of mean differences from the base.
struct CostPerUnit {
    std::string cost;     // variable
    std::string outcome;  // variable
    Stat ratio;           // without a value where the outcome's difference may be zero
    bool saves = false;   // more units at less cost: the negative ratio would rank backwards
    bool fewer = false;   // fewer units, not more: there is no additional one
};

struct ScenarioComparison {
    std::size_t index = 0;  // in the results file
    std::string id;
    std::string title_en, title_it;
    std::string law_en, law_it;
    std::string base;
    bool is_base = false;
    bool is_null_twin = false;
    bool suppressed = false;  // about fewer than five residents; the values are then missing
    std::size_t failed_runs = 0;
    std::vector<OutcomeComparison> outcomes;
    std::vector<OutcomeComparison> cost_by_payer;  // variable: name of the payer
    OutcomeComparison work_done;                   // EUR, its value as a negative cost
    std::vector<CostPerUnit> costs_per_unit;
    Stat planned_outlay;    // EUR undiscounted, over all years
    Stat unspent_outlay;    // of a null twin, likewise
    Stat spent_on_bundles;  // of a null twin: planned minus unspent, whole prices of bundles begun
    std::string twin;       // of a programme: its null twin in these results, or empty
    std::vector<OutcomeComparison> against_twin;  // the programme minus its null twin
    EffectPerPerson autonomy_years;
    EffectPerPerson hires;
    ScenarioEquity equity;
    std::string gross_base;  // the base of the run, with which served people are compared
    double probability_best = no_value;
    double probability_pays = no_value;
    double probability_worth_it = no_value;

    /// Finds an outcome by name, `cost.PAYER` included; null when there is none.
    const OutcomeComparison* find(std::string_view variable) const;
};

struct Comparison {
    std::string path;
    ResultsHeader header;
    std::string base;  // of the study, or the one asked for
    double wtp = 0.0;
    Perspective perspective;
    std::vector<ScenarioComparison> scenarios;

    /// Finds a scenario by id; null when there is none.
    const ScenarioComparison* find(std::string_view id) const;
};

struct ComparisonOptions {
    std::optional<std::string> base;
    std::optional<double> wtp;
    Perspective perspective;
};

/// Reports a name that the results do not have, with those they have.
class UnknownName : public std::runtime_error {
  public:
    UnknownName(const std::string& what, std::string name, std::vector<std::string> known);

    const std::string& name() const { return name_; }
    const std::vector<std::string>& known() const { return known_; }

  private:
    std::string name_;
    std::vector<std::string> known_;
};

/// Compares every scenario of a results file with its base; throws UnknownName for an unknown base.
Comparison compare(const Results& results, const ComparisonOptions& options);

/// Lists the variables that a comparison has, in order: those of a run without axes of their own,
/// `excluded_months` and `net_benefit`.
std::vector<std::string> compared_variables();

}  // namespace cantiere
