#include "analysis/exploration/lever_table.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "analysis/exploration/outcome_place.h"
#include "analysis/number_text.h"
#include "model/core/contracts.h"

namespace cantiere {
namespace {

LeverVerdict verdict_of(const Stat& difference, ExpectedSign sign) {
    if (is_exactly_zero(difference)) return LeverVerdict::none;
    if (!is_apart_from_zero(difference)) return LeverVerdict::unclear;
    const bool rises = difference.mean > 0.0;
    const bool expected = sign == ExpectedSign::either || (sign == ExpectedSign::up && rises) ||
                          (sign == ExpectedSign::down && !rises);
    return expected ? LeverVerdict::as_expected : LeverVerdict::opposite;
}

std::size_t place_of_question(const Study& study, const LeverQuestion& question) {
    const auto found = std::ranges::find(study.scenarios, question.scenario, &Scenario::id);
    expects(found != study.scenarios.end(), "a question is about a scenario of the study");
    return static_cast<std::size_t>(found - study.scenarios.begin());
}

OutcomePlace outcome_of_question(const Study& study, const LeverQuestion& question) {
    const OutcomeReading reading = read_outcome(question.outcome, block_shape(study).sizes);
    if (!reading.outcome) {
        throw std::invalid_argument(
            fmt::format("{}: {}; {}", question.spec->key, reading.why, reading.fix));
    }
    return *reading.outcome;
}

}  // namespace

LeverEffects lever_effects(const Study& study,
                           const std::vector<LeverQuestion>& questions,
                           const DesignOptions& options) {
    // Every end is one more scenario, so that burn-in and services as usual run once a block.
    Study wide = study;
    DesignRow settings;
    std::vector<OutcomePlace> outcomes;
    for (const LeverQuestion& question : questions) {
        const std::size_t asked = place_of_question(study, question);
        outcomes.push_back(outcome_of_question(study, question));
        for (const double value : {question.low, question.high}) {
            Scenario scenario = study.scenarios[asked];
            scenario.id = fmt::format("lever-{}", wide.scenarios.size());
            settings.push_back(
                {question.spec, value, SettingScope::scenario, wide.scenarios.size()});
            wide.scenarios.push_back(std::move(scenario));
        }
    }
    const std::size_t first = study.scenarios.size();
    const Measure measure = [&](const Block& block) {
        std::vector<double> values;
        for (std::size_t i = 0; i < 2 * outcomes.size(); ++i) {
            values.push_back(value_of(block[first + i], outcomes[i / 2]));
        }
        return values;
    };
    const DesignRuns runs = run_design(wide, {settings}, measure, options);
    LeverEffects result{{}, runs.failed, runs.runs, runs.is_interrupted};
    for (std::size_t i = 0; i < questions.size() && !runs.is_interrupted; ++i) {
        const auto sample = [&](std::size_t end) {
            return Sample{study.experiment.draws,
                          study.experiment.replicates,
                          runs.measured.front()[2 * i + end]};
        };
        LeverEffect effect{questions[i],
                           stat_of(sample(0)),
                           stat_of(sample(1)),
                           stat_of(difference(sample(1), sample(0)))};
        effect.verdict = verdict_of(effect.difference, questions[i].sign);
        result.effects.push_back(std::move(effect));
    }
    return result;
}

}  // namespace cantiere
