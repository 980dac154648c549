#pragma once
/// An economic evaluation: everything that samples of costs and effects say about a decision.

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/evaluation/decision.h"
#include "analysis/evaluation/frontier.h"
#include "analysis/evaluation/information.h"
#include "analysis/evaluation/measure_next.h"
#include "analysis/evaluation/robustness.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// What a study of a parameter costs, EUR.
struct StudyCost {
    double fixed = 0.0;
    double per_observation = 0.0;
};

/// A study asked for, with the words it was asked in.
struct NamedStudy {
    std::string name;          // of the parameter
    std::string observations;  // as written
    StudyDesign design;
};

struct EvaluationPlan {
    std::vector<double> wtp;  // EUR a unit of effect, rising
    double stated_wtp = 0.0;  // at which regret and texts speak
    std::vector<ParameterGroup> evppi;
    std::vector<NamedStudy> evsi;
    std::optional<double> population;  // decisions that the information serves; ENBS where given
    StudyCost study_cost;
    bool regret = false;     // and how choices stand up by other measures
    std::string thresholds;  // of satisficing, as written; empty for none

    /// Returns the place on the grid nearest to the stated willingness to pay.
    std::size_t stated_place() const;
};

struct EconomicEvaluation {
    std::vector<double> cost, effect;  // means by strategy
    std::vector<IncrementalRow> rows;
    std::vector<DecisionAt> at;             // by willingness to pay
    DecisionAt stated;                      // at the stated one
    std::vector<double> evpi_without_luck;  // by willingness to pay; empty for samples of a CSV
    std::vector<InformationValue> evppi;    // as planned
    std::optional<MeasureNext> next;        // what they come to; nothing where none is planned
    std::vector<std::vector<double>> evsi;  // as planned, by willingness to pay
    std::vector<std::vector<double>> enbs;  // likewise: population x EVSI - cost; empty without one
    std::vector<Regret> regret;             // by strategy; empty unless asked for
    std::optional<Robustness> robustness;   // likewise
};

/// Evaluates samples as planned. `runs` are the runs behind them, where they come from results.
EconomicEvaluation evaluate(const DecisionSamples& samples,
                            const EvaluationPlan& plan,
                            const ResultsDecision* runs);

/// Writes an evaluation as JSON; the fields are those of contract 6, and `evpi_without_luck`,
/// `measure_next`, `regret_wtp`, `robustness`, `thresholds`.
nlohmann::ordered_json evaluation_json(const DecisionSamples& samples,
                                       const EvaluationPlan& plan,
                                       const EconomicEvaluation& evaluation);

/// Writes an evaluation for readers.
std::string evaluation_text(const DecisionSamples& samples,
                            const EvaluationPlan& plan,
                            const EconomicEvaluation& evaluation,
                            Language language,
                            const Layout& layout);

}  // namespace cantiere
