#include "analysis/report/findings.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "analysis/report/facts.h"
#include "analysis/suppression.h"
#include "model/names.h"

namespace cantiere {
namespace {

/// Tells whether an Italian number is said with a vowel first: 1, 8, 11 and those that begin
/// with 8.
bool begins_with_vowel(std::string_view number) {
    return number.starts_with("8") || number.starts_with("1 ") || number.starts_with("1,") ||
           number.starts_with("11 ") || number.starts_with("11,");
}

/// The Italian `in` with the article of a number, and what parts them.
std::string in_article(std::string_view shown) {
    const std::string number = plain_text(shown);
    if (begins_with_vowel(number)) return "nell'";
    return number.starts_with("0") ? "nello " : "nel ";
}

constexpr std::size_t steps_of_wtp = 20;  // from 0 to twice the study's willingness to pay

/// Compares, and keeps the scenarios chosen with their bases, in the order of the file.
Comparison compare_chosen(const Results& results, const FindingsChoice& choice) {
    Comparison all = compare(results, choice.comparison);
    if (choice.scenarios.empty()) return all;
    std::vector<std::string> known;
    for (const ScenarioComparison& one : all.scenarios) known.push_back(one.id);
    std::vector<std::string> kept{all.base};
    for (const std::string& id : choice.scenarios) {
        const ScenarioComparison* const one = all.find(id);
        if (one == nullptr) throw UnknownName("scenario", id, known);
        kept.insert(kept.end(), {id, one->base});
    }
    std::erase_if(all.scenarios, [&](const ScenarioComparison& one) {
        return std::ranges::find(kept, one.id) == kept.end();
    });
    return all;
}

/// The options are all scenarios of the same people as the base, or those chosen among them.
ResultsDecision decision_of_chosen(const Results& results,
                                   const Comparison& comparison,
                                   bool is_chosen) {
    ResultsChoice choice;
    const auto& entries = results.header().scenarios;
    choice.base = std::ranges::find(entries, comparison.base, &ScenarioEntry::id)->base;
    choice.perspective = comparison.perspective;
    for (const ScenarioComparison& one : comparison.scenarios) {
        if (is_chosen && one.base == comparison.base) choice.only.push_back(one.id);
    }
    return decision_of(results, choice);
}

EvaluationPlan plan_of(double wtp) {
    EvaluationPlan plan;
    plan.stated_wtp = wtp;
    for (std::size_t i = 0; i <= steps_of_wtp; ++i) {
        plan.wtp.push_back(2.0 * plan.stated_wtp * static_cast<double>(i) / steps_of_wtp);
    }
    plan.regret = true;
    return plan;
}

}  // namespace

Findings::Findings(const Results& of_study, Language in, const FindingsChoice& choice)
    : results(of_study),
      language(in),
      is_chosen(!choice.scenarios.empty()),
      programme_id(choice.programme),
      comparison(compare_chosen(of_study, choice)),
      finance(public_finance(of_study, comparison)),
      decision(decision_of_chosen(of_study, comparison, is_chosen)),
      plan(plan_of(comparison.wtp)),
      evaluation(evaluate(decision.samples, plan, &decision)),
      by_group(break_down(of_study, comparison, BreakdownBy::group)),
      by_municipality(break_down(of_study, comparison, BreakdownBy::municipality)) {}

const ScenarioComparison* Findings::programme() const {
    if (!programme_id.empty()) return comparison.find(programme_id);
    const auto is_programme = [](const auto& scenario) {
        return !scenario.is_base && !scenario.is_null_twin;
    };
    auto found = std::ranges::find_if(comparison.scenarios, [&](const auto& scenario) {
        return is_programme(scenario) && scenario.title_en == header().title_en;
    });
    if (found == comparison.scenarios.end()) {
        found = std::ranges::find_if(comparison.scenarios, is_programme);
    }
    if (is_chosen && found == comparison.scenarios.end()) {
        found = std::ranges::find(comparison.scenarios, false, &ScenarioComparison::is_base);
    }
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

bool Findings::is_other_base() const { return comparison.base != header().scenarios.front().base; }

std::string Findings::base_words() const {
    return is_other_base() ? fmt::format("“{}”", name_of(comparison.base))
                           : std::string(in("services as usual", "i servizi di consueto"));
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
    const Stat& stat = outcome_of(scenario, variable).level;
    const std::optional<Variable> counted = find_variable(variable);
    if (counted && counts_people(*counted) && is_too_few(stat.mean)) {
        return std::string(in("fewer than five", "meno di cinque"));
    }
    return level_fact(of(scenario, fmt::format("{}:level", variable)), stat, language);
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

std::string Findings::in_draws(const ScenarioComparison& scenario,
                               std::string_view what,
                               double share) const {
    constexpr std::size_t fewest_for_percent = 20;
    const std::size_t draws = header().draws;
    const double count = share * static_cast<double>(draws);
    if (draws >= fewest_for_percent || std::abs(count - std::round(count)) > 1e-9) {
        const std::string shown = share_fact(of(scenario, what), share, language);
        return language == Language::italian
                   ? fmt::format("{}{} delle estrazioni", in_article(shown), shown)
                   : fmt::format("in {} of the draws", shown);
    }
    return say(
        "in {} {}",
        "in {} {}",
        fact(of(scenario, what), share, fmt::format("{:.0f} {} {}", count, in("of", "su"), draws)),
        draws == 1 ? in("draw", "estrazione") : in("draws", "estrazioni"));
}

std::string Findings::the_share(std::string_view of, double share) const {
    std::string shown = share_fact(of, share, language);
    if (language != Language::italian) return shown;
    return begins_with_vowel(plain_text(shown)) ? "l'" + shown : "il " + shown;
}

std::string Findings::years() const {
    const double years = static_cast<double>(header().months) / 12.0;
    const bool whole = header().months % 12 == 0;
    return fact(fmt::format("{}:years", header().study),
                years,
                number_text(years, whole ? 0 : 1, language));
}

}  // namespace cantiere
