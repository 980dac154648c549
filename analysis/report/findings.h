#pragma once
/// What the results file of one study says, computed once for all sections of its report.

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "analysis/breakdown.h"
#include "analysis/comparison.h"
#include "analysis/evaluation/evaluation.h"
#include "analysis/finance/public_finance.h"
#include "analysis/language.h"

namespace cantiere {

/// What is told of a results file; as it stands, what its study says.
struct FindingsChoice {
    ComparisonOptions comparison;        // base, willingness to pay, whose costs count
    std::vector<std::string> scenarios;  // besides the base; all of them where empty
    std::string programme;               // what sections are about; usually the first that is one
};

/// Results of one study with what follows from them. The results outlive it. Throws UnknownName for
/// a scenario that the results do not have.
class Findings {
  public:
    Findings(const Results& of_study, Language in, const FindingsChoice& choice = {});

    Findings(const Findings&) = delete;
    Findings& operator=(const Findings&) = delete;

    const Results& results;
    const Language language;
    const bool is_chosen;            // scenarios were: figures show them all
    const std::string programme_id;  // chosen; may be empty
    const Comparison comparison;
    const std::vector<PublicFinance> finance;  // of scenarios with a base
    const ResultsDecision decision;            // of the base of the study
    const EvaluationPlan plan;
    const EconomicEvaluation evaluation;
    const Breakdown by_group, by_municipality;

    const ResultsHeader& header() const { return comparison.header; }

    /// The scenario whose title the study bears; else the first that is neither a base nor a null
    /// twin, or among those chosen the first that is no base. Null where there is none.
    const ScenarioComparison* programme() const;

    /// The null twin of the programme; null where the results have none.
    const ScenarioComparison* twin() const;

    /// The public finance of a scenario; null for a base.
    const PublicFinance* finance_of(std::string_view scenario) const;

    /// Returns the title of the study, or of a scenario.
    std::string title() const;
    std::string title_of(const ScenarioComparison& scenario) const;

    /// Chooses the text of the report's language.
    std::string_view in(std::string_view english, std::string_view italian) const {
        return in_language(language, english, italian);
    }

    /// Chooses a sentence and fills its values in.
    template <class... Values>
    std::string say(std::string_view english,
                    std::string_view italian,
                    const Values&... values) const {
        return fmt::format(fmt::runtime(in(english, italian)), values...);
    }

    /// Names a fact of a scenario: `STUDY/SCENARIO:WHAT`.
    std::string of(const ScenarioComparison& scenario, std::string_view what) const;

    /// The difference of a variable from the base as a fact, `+12 ±3`.
    std::string difference(const ScenarioComparison& scenario, std::string_view variable) const;

    /// Its size without a sign, with half of its interval, for sentences that say more or less.
    std::string size(const ScenarioComparison& scenario, std::string_view variable) const;

    /// The mean of a variable as a fact; a count of fewer than five people, or of their events, in
    /// words.
    std::string level(const ScenarioComparison& scenario, std::string_view variable) const;

    /// What a payer pays more than under the base, and as a fact.
    static const Stat& cost_change(const ScenarioComparison& scenario, Payer payer);
    std::string cost(const ScenarioComparison& scenario, Payer payer) const;
    std::string cost_size(const ScenarioComparison& scenario, Payer payer) const;
    std::string payer_name(Payer payer) const;

    /// What all is compared with: services as usual, or the title of another base that was chosen.
    std::string base_words() const;

    /// Whether another scenario was chosen as the base than the study's own.
    bool is_other_base() const;

    /// Names a scenario by its id.
    std::string name_of(const std::string& id) const;

    /// The willingness to pay of the study, EUR an autonomy-year, as a fact.
    std::string wtp() const;

    /// Says in which share of draws: `in 83 % of the draws`; where draws are few, `in 2 of 3
    /// draws`.
    std::string in_draws(const ScenarioComparison& scenario,
                         std::string_view what,
                         double share) const;

    /// A share with its Italian article (`l'8 %`, `il 12 %`), without one in English.
    std::string the_share(std::string_view of, double share) const;

    /// Whole years of the window, as a fact.
    std::string years() const;
};

}  // namespace cantiere
