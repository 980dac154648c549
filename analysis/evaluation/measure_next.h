#pragma once
/// What to measure next: the inputs whose uncertainty is worth resolving before a choice.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "scenarios/sourced_number.h"

namespace cantiere {

struct DecisionSamples;
struct EconomicEvaluation;
struct EvaluationPlan;

/// Of inputs told apart from luck, the share that is luck all the same, on average.
inline constexpr double luck_among_told = 0.05;

/// An input, or several known together, and what it would be worth to know; EUR a decision.
struct InputWorth {
    std::string name;
    double value = 0.0;
    double se = 0.0;
    double noise_floor = 0.0;
    double p_value = 1.0;            // of no influence on the choice at all
    double false_discovery = 1.0;    // p_value, adjusted for all the inputs that were tried
    std::vector<Quality> qualities;  // of its parts, each once; empty where samples do not tell

    bool above_floor() const { return value > noise_floor; }

    /// Tells whether it is worth more than noise, and no stroke of luck among those tried: of
    /// inputs told apart so no more than 1 in 20 is luck, on average.
    bool told_apart() const { return above_floor() && false_discovery <= luck_among_told; }
};

enum class MeasureVerdict : std::uint8_t {
    measure,                  // some inputs are told apart from noise and luck
    nothing_apart_from_zero,  // none of those asked about is
    choice_does_not_change,   // no draw has another best choice: EVPI is 0
};

/// The advice at one willingness to pay.
struct MeasureNext {
    double wtp = 0.0;
    std::size_t draws = 0;
    MeasureVerdict verdict = MeasureVerdict::measure;
    std::string best;                  // the strategy to choose as things are known
    double evpi = 0.0;                 // EUR a decision
    std::optional<double> population;  // decisions that the information serves
    std::vector<InputWorth> inputs;    // all asked about: those told apart first, by their worth

    /// Returns a worth a decision over all decisions; nothing where their number is not known.
    std::optional<double> over_population(double value) const;

    /// Counts the inputs that would pass their floors if none had any effect: 1 in 20.
    std::size_t by_chance() const;
};

/// Names a verdict: "measure".
std::string_view name(MeasureVerdict verdict);

/// Draws the advice from the worths of single inputs nearest to the stated willingness to pay;
/// nothing where none was asked for.
std::optional<MeasureNext> measure_next(const DecisionSamples& samples,
                                        const EvaluationPlan& plan,
                                        const EconomicEvaluation& evaluation);

/// Writes the advice as one to three sentences.
std::string measure_next_text(const MeasureNext& advice, Language language);

/// Returns the advice as JSON, with the sentences in both languages.
nlohmann::ordered_json measure_next_json(const MeasureNext& advice);

}  // namespace cantiere
