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
            if (input.told_apart()) worthwhile_.push_back(&input);
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
        return opening() + list() + ending();
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

    /// What is told where no single input would change the choice, however much it moves the net
    /// benefit.
    std::string worthless() const {
        return advice_.inputs.size() == 1
                   ? say("At {} EUR a unit knowing {} would not change the choice.",
                         "A {} EUR per unità conoscere {} non cambierebbe la scelta.",
                         digits(advice_.wtp),
                         named(advice_.inputs.front()))
                   : say("At {} EUR a unit knowing any single one of the {} inputs tried would not "
                         "change the choice.",
                         "A {} EUR per unità conoscere uno qualsiasi dei {} dati provati, da solo, "
                         "non cambierebbe la scelta.",
                         digits(advice_.wtp),
                         advice_.inputs.size());
    }

    std::string nothing() const {
        const InputWorth& first = advice_.inputs.front();  // the greatest
        if (first.value == 0.0) return worthless();
        const std::string worth =
            say("{} EUR a decision (standard error {}), its noise floor is {}",
                "{} EUR per decisione (errore standard {}), la sua soglia del "
                "rumore è {}",
                digits(first.value),
                digits(first.se),
                digits(first.noise_floor));
        if (advice_.inputs.size() == 1) {
            return say(
                "With {} this input cannot be told apart from luck: at {} EUR a unit "
                "knowing {} is worth {}.",
                "Con {} questo dato non si distingue dal caso: a {} EUR per unità "
                "conoscere {} vale {}.",
                counted_draws(advice_.draws, language_),
                digits(advice_.wtp),
                named(first),
                worth);
        }
        return say(
            "With {} none of the {} inputs tried can be told apart from luck: at {} "
            "EUR a unit the first, {}, is worth {}{}.",
            "Con {} nessuno dei {} dati provati si distingue dal caso: a {} EUR "
            "per unità il primo, {}, vale {}{}.",
            counted_draws(advice_.draws, language_),
            advice_.inputs.size(),
            digits(advice_.wtp),
            named(first),
            worth,
            above_by_chance());
    }

    /// How many pass their floors, beside how many would if none had any effect.
    std::string above_by_chance() const {
        const auto above = std::ranges::count_if(advice_.inputs, &InputWorth::above_floor);
        if (above == 0) return "";
        return say("; above their floors: {}, of as many idle inputs {} by chance",
                   "; sopra le loro soglie: {}, di altrettanti dati ininfluenti {} per caso",
                   above,
                   advice_.by_chance());
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
                       : say("At {} EUR a unit one of {} inputs tried is worth measuring before "
                             "choosing: ",
                             "A {} EUR per unità uno di {} dati provati merita una misura prima di "
                             "scegliere: ",
                             digits(advice_.wtp),
                             asked);
        }
        return say(
            "At {} EUR a unit {} of {} inputs tried are worth measuring before choosing, in this "
            "order: ",
            "A {} EUR per unità {} di {} dati provati meritano una misura prima di scegliere, in "
            "quest'ordine: ",
            digits(advice_.wtp),
            worthwhile,
            asked);
    }

    std::string list() const {
        constexpr std::size_t most = 5;
        std::string text;
        for (std::size_t i = 0; i < std::min(most, worthwhile_.size()); ++i) {
            const InputWorth& input = *worthwhile_[i];
            text += i == 0 ? "" : "; ";
            text += say("{}, {} EUR a decision (standard error {}), above a noise floor of {}",
                        "{}, {} EUR per decisione (errore standard {}), sopra una soglia del "
                        "rumore di {}",
                        named(input),
                        digits(input.value),
                        digits(input.se),
                        digits(input.noise_floor));
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
