#include "analysis/report/findings.h"

#include <algorithm>
#include <cmath>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "model/names.h"

namespace cantiere {
namespace {

constexpr std::size_t steps_of_wtp = 20;  // from 0 to twice the study's willingness to pay

ResultsDecision decision_of_base(const Results& results, const std::string& base) {
    ResultsChoice choice;
    choice.base = base;
    choice.perspective = PublicPayers{};
    return decision_of(results, choice);
}

EvaluationPlan plan_of(const ResultsHeader& header) {
    EvaluationPlan plan;
    plan.stated_wtp = header.wtp_eur_per_autonomy_year;
    for (std::size_t i = 0; i <= steps_of_wtp; ++i) {
        plan.wtp.push_back(2.0 * plan.stated_wtp * static_cast<double>(i) / steps_of_wtp);
    }
    plan.regret = true;
    return plan;
}

}  // namespace

Findings::Findings(const Results& of_study, Language in)
    : results(of_study),
      language(in),
      comparison(compare(of_study, {})),
      finance(public_finance(of_study, comparison)),
      decision(decision_of_base(of_study, comparison.base)),
      plan(plan_of(comparison.header)),
      evaluation(evaluate(decision.samples, plan, &decision)),
      by_group(break_down(of_study, comparison, BreakdownBy::group)),
      by_municipality(break_down(of_study, comparison, BreakdownBy::municipality)) {}

const ScenarioComparison* Findings::programme() const {
    const auto found = std::ranges::find_if(comparison.scenarios, [](const auto& scenario) {
        return !scenario.is_base && !scenario.is_null_twin;
    });
    return found == comparison.scenarios.end() ? nullptr : &*found;
}

const ScenarioComparison* Findings::twin() const {
    const ScenarioComparison* of = programme();
    return of == nullptr || of->twin.empty() ? nullptr : comparison.find(of->twin);
}

const PublicFinance* Findings::finance_of(std::string_view scenario) const {
    const auto found = std::ranges::find(finance, scenario, &PublicFinance::scenario);
    return found == finance.end() ? nullptr : &*found;
}

std::string Findings::title() const {
    return std::string(in(header().title_en, header().title_it));
}

std::string Findings::title_of(const ScenarioComparison& scenario) const {
    const std::string_view title = in(scenario.title_en, scenario.title_it);
    return std::string(title.empty() ? scenario.id : title);
}

std::string Findings::of(const ScenarioComparison& scenario, std::string_view what) const {
    return fmt::format("{}/{}:{}", header().study, scenario.id, what);
}

std::string Findings::difference(const ScenarioComparison& scenario,
                                 std::string_view variable) const {
    return difference_fact(of(scenario, fmt::format("{}:difference", variable)),
                           outcome_of(scenario, variable).difference,
                           language);
}

std::string Findings::size(const ScenarioComparison& scenario, std::string_view variable) const {
    return size_fact(of(scenario, fmt::format("{}:size", variable)),
                     outcome_of(scenario, variable).difference,
                     language);
}

std::string Findings::level(const ScenarioComparison& scenario, std::string_view variable) const {
    return level_fact(of(scenario, fmt::format("{}:level", variable)),
                      outcome_of(scenario, variable).level,
                      language);
}

const Stat& Findings::cost_change(const ScenarioComparison& scenario, Payer payer) {
    return scenario.cost_by_payer[static_cast<std::size_t>(payer)].difference;
}

std::string Findings::cost(const ScenarioComparison& scenario, Payer payer) const {
    return difference_fact(of(scenario, fmt::format("cost.{}:difference", name(payer))),
                           cost_change(scenario, payer),
                           language);
}

std::string Findings::cost_size(const ScenarioComparison& scenario, Payer payer) const {
    return size_fact(of(scenario, fmt::format("cost.{}:size", name(payer))),
                     cost_change(scenario, payer),
                     language);
}

std::string Findings::payer_name(Payer payer) const {
    return std::string(in(text_en(payer), text_it(payer)));
}

std::string Findings::name_of(const std::string& id) const {
    const ScenarioComparison* const scenario = comparison.find(id);
    return scenario == nullptr ? id : title_of(*scenario);
}

std::string Findings::wtp() const {
    return fact(header().study + ":wtp", comparison.wtp, number_text(comparison.wtp, 0, language));
}

std::string Findings::share(const ScenarioComparison& scenario,
                            std::string_view what,
                            double share) const {
    return share_fact(of(scenario, what), share, language);
}

std::string Findings::years() const {
    const double years = static_cast<double>(header().months) / 12.0;
    const bool whole = header().months % 12 == 0;
    return fact(fmt::format("{}:years", header().study),
                years,
                number_text(years, whole ? 0 : 1, language));
}

}  // namespace cantiere
