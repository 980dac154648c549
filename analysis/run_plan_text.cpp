#include <array>
#include <cmath>

#include <fmt/format.h>

#include "analysis/comparison_sections.h"
#include "analysis/number_text.h"
#include "analysis/run_plan.h"

namespace cantiere {
namespace {

constexpr std::array planned_outcomes{"stable_exits",
                                      "net_cost_public",
                                      "autonomy_years",
                                      "starts"};

/// Writes a number of two digits, without an error of its own.
std::string two_digits(double value, Language language) {
    Stat stat;
    stat.mean = value;
    return std::isnan(value) ? "-" : mean_text(stat, language);
}

std::string whole(double value, Language language) {
    return std::isnan(value) ? "-" : number_text(value, 0, language);
}

/// Writes `draws (draws x replicates)`.
std::string runs_text(double alone, double as_run, std::size_t replicates, Language language) {
    return fmt::format("{} ({} x {})", whole(alone, language), whole(as_run, language), replicates);
}

void add_row(TextTable& table,
             const Comparison& comparison,
             const ScenarioComparison& scenario,
             std::string_view variable,
             Language language) {
    const std::size_t replicates = comparison.header.replicates;
    const OutcomeComparison& outcome = outcome_of(scenario, variable);
    const RunPlan plan = run_plan(outcome, replicates);
    table.add(
        {fmt::format("{} {}", scenario.id, variable),
         difference_text(outcome.difference, language),
         two_digits(outcome.variance.parameter_sd, language),
         two_digits(outcome.variance.luck_sd, language),
         std::isnan(plan.parameter_share) ? "-" : percent_text(plan.parameter_share, language),
         two_digits(outcome.variance_ratio, language),
         whole(plan.spread_replicates, language),
         runs_text(plan.draws, plan.draws_as_run, replicates, language),
         runs_text(plan.draws_unpaired, plan.draws_as_run_unpaired, replicates, language)});
}

std::vector<std::string> titles(Language language) {
    const auto told = [language](std::string_view en, std::string_view it) {
        return std::string(in_language(language, en, it));
    };
    return {told("scenario, variable", "scenario, variabile"),
            told("difference", "differenza"),
            told("SD, parameters", "DS, parametri"),
            told("SD, luck", "DS, caso"),
            told("due to parameters", "dovuto ai parametri"),
            told("pairing divides luck by", "l'appaiamento divide il caso per"),
            told("replicates for the spread", "repliche per la dispersione"),
            told("draws for ±5 %", "estrazioni per ±5 %"),
            told("the same unpaired", "lo stesso senza appaiamento")};
}

constexpr std::string_view legend_en =
    "One run's difference varies with the parameters' draw and with luck (one-way random effects; "
    "SD: standard deviations; the share is of the variance). What pairing divides is the variance "
    "of luck: two scenarios with luck of their own would have that much more. A mean is best known "
    "by one replicate of every draw, since each (draw, replicate) simulates its own burn-in and a "
    "draw costs nothing by itself; replicates tell luck from parameters, and keep luck out of the "
    "spread of the draws: so many that luck adds at most a tenth to its variance. Draws that bring "
    "the 95 % interval of the mean to 5 % of the difference either side, of one replicate each (in "
    "brackets: of as many as here); a Latin hypercube needs fewer. ~: not to be told apart from "
    "zero, so 5 % of it says little.";

constexpr std::string_view legend_it =
    "La differenza di una simulazione varia con l'estrazione dei parametri e con il caso (effetti "
    "casuali a una via; DS: deviazioni standard; la quota è della varianza). L'appaiamento divide "
    "la varianza del caso: due scenari con un caso proprio ne avrebbero tanta di più. Una media è "
    "nota al meglio con una replica per estrazione, perché ogni (estrazione, replica) simula il "
    "proprio avviamento e un'estrazione di per sé non costa nulla; le repliche distinguono il caso "
    "dai parametri e lo tengono fuori dalla dispersione delle estrazioni: tante che il caso "
    "aggiunga al più un decimo alla sua varianza. Estrazioni che portano l'intervallo al 95 % "
    "della "
    "media al 5 % della differenza per parte, di una replica ciascuna (tra parentesi: di quante "
    "qui); un ipercubo latino ne chiede meno. ~: non si distingue da zero, e il suo 5 % dice poco.";

}  // namespace

std::string run_plans_text(const std::vector<Comparison>& comparisons,
                           Language language,
                           const Layout& layout) {
    std::string text;
    for (const Comparison& comparison : comparisons) {
        TextTable table(titles(language));
        for (const ScenarioComparison& scenario : comparison.scenarios) {
            if (scenario.is_base || scenario.is_null_twin) continue;
            for (const std::string_view variable : planned_outcomes) {
                add_row(table, comparison, scenario, variable, language);
            }
        }
        text += layout.heading(fmt::format(
                    "{}: {}",
                    comparison.header.study,
                    in_language(language, "draws or replicates", "estrazioni o repliche"))) +
                "\n" + table.text(layout) + "\n";
    }
    return text + paragraph(in_language(language, legend_en, legend_it), layout.width);
}

}  // namespace cantiere
