#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/evaluation/measure_next.h"
#include "analysis/number_text.h"
#include "analysis/parameter_words.h"

namespace cantiere {
namespace {

/// Writes the sentences in one language.
class AdviceWriter {
  public:
    AdviceWriter(const MeasureNext& advice, Language language)
        : advice_(advice), language_(language) {
        for (const InputWorth& input : advice.inputs) {
            if (input.above_floor()) worthwhile_.push_back(&input);
        }
    }

    std::string all() const {
        switch (advice_.verdict) {
            case MeasureVerdict::choice_does_not_change:
                return unchanged();
            case MeasureVerdict::nothing_apart_from_zero:
                return nothing() + certainty();
            case MeasureVerdict::measure:
                break;
        }
        return opening() + list() + by_chance() + ending();
    }

  private:
    template <class... Values>
    std::string say(std::string_view english,
                    std::string_view italian,
                    const Values&... values) const {
        return fmt::format(fmt::runtime(in_language(language_, english, italian)), values...);
    }
    /// Four digits, none of them zeros after a whole number.
    std::string digits(double value) const {
        return value == std::round(value) ? number_text(value, 0, language_)
                                          : four_digits_text(value, language_);
    }

    std::string decisions() const { return number_text(*advice_.population, 0, language_); }

    /// `name (assumed)`, a plain name where the samples do not tell how well it is known.
    std::string named(const InputWorth& input) const {
        std::string words;
        for (const Quality quality : input.qualities) {
            words += (words.empty() ? "" : ", ") + std::string(quality_word(quality, language_));
        }
        return words.empty() ? input.name : fmt::format("{} ({})", input.name, words);
    }

    std::string unchanged() const {
        return say(
            "The choice does not change: at {} EUR a unit no draw has a better one than {}, "
            "so nothing is worth measuring for it.",
            "La scelta non cambia: a {} EUR per unità in nessuna estrazione ce n'è una "
            "migliore di {}, quindi per questa scelta non serve misurare nulla.",
            digits(advice_.wtp),
            advice_.best);
    }

    std::string nothing() const {
        const InputWorth& first = advice_.inputs.front();
        if (advice_.inputs.size() == 1) {
            return say(
                "Nothing can be told apart from zero: at {} EUR a unit knowing {} is worth "
                "{} EUR a decision, not above its noise floor of {}.",
                "Nulla si distingue da zero: a {} EUR per unità conoscere {} vale {} EUR "
                "per decisione, non sopra la sua soglia del rumore di {}.",
                digits(advice_.wtp),
                named(first),
                digits(first.value),
                digits(first.noise_floor));
        }
        return say(
            "Nothing can be told apart from zero: at {} EUR a unit none of {} inputs is "
            "worth more than its noise floor; the first, {}, is worth {} EUR a decision "
            "against a floor of {}.",
            "Nulla si distingue da zero: a {} EUR per unità nessuno di {} dati vale più "
            "della sua soglia del rumore; il primo, {}, vale {} EUR per decisione contro "
            "una soglia di {}.",
            digits(advice_.wtp),
            advice_.inputs.size(),
            named(first),
            digits(first.value),
            digits(first.noise_floor));
    }

    /// What is left to find out where no input alone stands out.
    std::string certainty() const {
        const std::string whole =
            say(" Certainty about everything would be worth {} EUR a decision",
                " La certezza su tutto varrebbe {} EUR per decisione",
                digits(advice_.evpi));
        const std::optional<double> over_all = advice_.over_population(advice_.evpi);
        if (!over_all) return whole + ".";
        return whole + say(", {} EUR over {} decisions.",
                           ", {} EUR su {} decisioni.",
                           digits(*over_all),
                           decisions());
    }

    std::string opening() const {
        const std::size_t worthwhile = worthwhile_.size(), asked = advice_.inputs.size();
        if (worthwhile == 1) {
            return asked == 1
                       ? say("At {} EUR a unit this input is worth measuring before choosing: ",
                             "A {} EUR per unità questo dato merita una misura prima di "
                             "scegliere: ",
                             digits(advice_.wtp))
                       : say("At {} EUR a unit one of {} inputs is worth measuring before "
                             "choosing: ",
                             "A {} EUR per unità uno di {} dati merita una misura prima di "
                             "scegliere: ",
                             digits(advice_.wtp),
                             asked);
        }
        return say(
            "At {} EUR a unit {} of {} inputs are worth measuring before choosing, in this "
            "order: ",
            "A {} EUR per unità {} di {} dati meritano una misura prima di scegliere, in "
            "quest'ordine: ",
            digits(advice_.wtp),
            worthwhile,
            asked);
    }

    std::string against_floor(const InputWorth& input) const {
        if (!(input.noise_floor > 0.0)) {
            return say("above a noise floor of 0", "sopra una soglia del rumore di 0");
        }
        return say("{} times its noise floor of {}",
                   "{} volte la sua soglia del rumore di {}",
                   number_text(input.value / input.noise_floor, 1, language_),
                   digits(input.noise_floor));
    }

    std::string list() const {
        constexpr std::size_t most = 5;
        std::string text;
        for (std::size_t i = 0; i < std::min(most, worthwhile_.size()); ++i) {
            const InputWorth& input = *worthwhile_[i];
            text += i == 0 ? "" : "; ";
            text += say("{}, {} EUR a decision (error {}), {}",
                        "{}, {} EUR per decisione (errore {}), {}",
                        named(input),
                        digits(input.value),
                        digits(input.se),
                        against_floor(input));
            if (const auto over_all = advice_.over_population(input.value)) {
                text += say(", {} EUR over {} decisions",
                            ", {} EUR su {} decisioni",
                            digits(*over_all),
                            decisions());
            }
        }
        const std::size_t left = worthwhile_.size() - std::min(most, worthwhile_.size());
        if (left == 1) text += say("; and one worth less", "; e uno che vale meno");
        if (left > 1) text += say("; and {} worth less", "; e {} che valgono meno", left);
        return text + ".";
    }

    /// Warns where as many inputs without any effect would have passed their floors.
    std::string by_chance() const {
        if (worthwhile_.size() > advice_.by_chance()) return "";
        return say(
            " But of {} inputs that change nothing {} would pass by chance: these may be no "
            "more than that; more draws tell.",
            " Ma di {} dati ininfluenti {} la supererebbero per caso: questi possono non "
            "essere altro; lo dicono più estrazioni.",
            advice_.inputs.size(),
            advice_.by_chance());
    }

    std::string ending() const {
        const bool counted = advice_.population.has_value();
        if (worthwhile_.size() == 1) {
            return counted ? say(" A study of it that costs more does not pay.",
                                 " Uno studio che costa di più non conviene.")
                           : "";
        }
        const std::string apart =
            say(" Each is the worth of knowing that one alone: they do not add up.",
                " Ciascuno è il valore di conoscere quello solo: non si sommano.");
        return counted ? apart + say(" A study that costs more than its input's does not pay.",
                                     " Uno studio che costa più del valore del suo dato non "
                                     "conviene.")
                       : apart;
    }

    const MeasureNext& advice_;
    Language language_;
    std::vector<const InputWorth*> worthwhile_;
};

}  // namespace

std::string measure_next_text(const MeasureNext& advice, Language language) {
    return AdviceWriter(advice, language).all();
}

}  // namespace cantiere
