#pragma once
/// The parts of a comparison's text that are tables over the whole population.

#include <string>
#include <vector>

#include "analysis/comparison.h"
#include "analysis/language.h"
#include "analysis/text_table.h"
#include "analysis/texts.h"

namespace cantiere {

/// An outcome of the population's table: a variable, and what a reader calls it.
struct ShownOutcome {
    std::string_view variable;
    Phrase label;
};

/// Lists the outcomes shown; payers stand above the net public cost.
const std::vector<ShownOutcome>& shown_outcomes();

/// Finds an outcome that every comparison has.
const OutcomeComparison& outcome_of(const ScenarioComparison& scenario, std::string_view variable);

/// Names an outcome within a sentence: without its unit, indentation or sign of a sum.
std::string bare_label(std::string label);

/// Says that more units come at less cost, after `~` where that cost may be zero.
std::string saves_text(const CostPerUnit& unit, Language language);

/// Writes every outcome of a scenario beside its base, from payers to net benefit.
std::string everybody_text(const Comparison& comparison,
                           const ScenarioComparison& scenario,
                           Language language,
                           const Layout& layout);

/// Writes what each additional start, stable exit and autonomy-year costs.
std::string unit_costs_text(const ScenarioComparison& scenario,
                            Language language,
                            const Layout& layout);

/// Writes a programme minus its null twin in one table; nothing without a twin.
std::string against_twin_text(const ScenarioComparison& programme,
                              Language language,
                              const Layout& layout);

/// Says that costs are the public payers' where the perspective is another; nothing where it is
/// not.
std::string perspective_note(const Comparison& comparison, Language language);

/// Writes one line a scenario: costs, stable exits, autonomy-years, EUR per stable exit. Of several
/// comparisons, the programmes with a null twin and their twins.
std::string overview_text(const std::vector<Comparison>& comparisons,
                          Language language,
                          const Layout& layout);

/// Writes one line a scenario that is no base, with the outcomes asked for as columns.
std::string outcomes_text(const std::vector<Comparison>& comparisons,
                          const std::vector<std::string>& outcomes,
                          Language language,
                          const Layout& layout);

}  // namespace cantiere
