#include "analysis/exploration/calibration_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/number_text.h"

namespace cantiere {
namespace {

/// Four significant digits, as the language writes them.
std::string digits(double value, Language language) {
    if (!std::isfinite(value)) {
        return "-";
    }
    std::string text = fmt::format("{:.4g}", value);
    if (language == Language::italian) {
        std::ranges::replace(text, '.', ',');
    }
    return text;
}

std::string end_text(const Match& match, Language language) {
    switch (match.end) {
        case MatchEnd::generations_done:
            return std::string(in_language(language,
                                           "Stopped: all generations are done.",
                                           "Fermata: tutte le generazioni sono state eseguite."));
        case MatchEnd::rarely_accepted:
            return std::string(in_language(
                language,
                "Stopped: a further generation would keep too few of its runs.",
                "Fermata: un'altra generazione terrebbe troppo poche delle sue simulazioni."));
        case MatchEnd::rows_done:
            return std::string(
                in_language(language,
                            "Stopped: the rows allowed do not reach for a further generation.",
                            "Fermata: le righe concesse non bastano per un'altra generazione."));
        case MatchEnd::precise:
            if (!match.generations.empty()) {
                return std::string(in_language(
                    language,
                    "Stopped: what is kept comes as near to the targets as these are known.",
                    "Fermata: quanto è tenuto è vicino agli obiettivi quanto essi sono noti."));
            }
            return std::string(
                in_language(language,
                            "Stopped: the emulators add little to what is unsure anyhow.",
                            "Fermata: gli emulatori aggiungono poco a quanto è comunque incerto."));
        case MatchEnd::empty:
            return std::string(in_language(
                language,
                "Stopped: no values of the parameters meet the targets within their errors; below "
                "is the run that comes nearest.",
                "Fermata: nessun valore dei parametri soddisfa gli obiettivi entro i loro errori; "
                "sotto, la simulazione che vi si avvicina di più."));
        default:
            return std::string(in_language(language,
                                           "Stopped: all waves are done.",
                                           "Fermata: tutte le ondate sono state eseguite."));
    }
}

std::string targets_table(const Calibration& calibration,
                          const Match& match,
                          Language language,
                          const Layout& layout) {
    const bool italian = language == Language::italian;
    TextTable table(italian ? std::vector<std::string>{"obiettivo",
                                                       "valore",
                                                       "errore",
                                                       "come ora",
                                                       "I",
                                                       "proposto",
                                                       "I",
                                                       "esito"}
                            : std::vector<std::string>{"target",
                                                       "value",
                                                       "error",
                                                       "as stated",
                                                       "I",
                                                       "proposed",
                                                       "I",
                                                       "verdict"});
    const JudgedRow& last = final_row(match);
    for (std::size_t t = 0; t < calibration.targets.size(); ++t) {
        const MatchTarget& target = calibration.targets[t];
        const bool met = last.implausibility[t] <= met_within;
        const std::string_view verdict =
            met ? (italian ? "raggiunto" : "met") : (italian ? "mancato" : "missed");
        table.add({target.name,
                   digits(target.value, language),
                   digits(std::hypot(target.standard_error, target.discrepancy), language),
                   digits(match.stated.outputs[t].mean, language),
                   digits(match.stated.implausibility[t], language),
                   digits(last.outputs[t].mean, language),
                   digits(last.implausibility[t], language),
                   std::string(verdict)});
    }
    return table.text(layout);
}

/// Ends of what is possible, by parameter: of the last generation, else of the last wave.
std::pair<std::vector<double>, std::vector<double>> possible(const Match& match) {
    if (!match.generations.empty()) {
        return {match.generations.back().low, match.generations.back().high};
    }
    return {match.waves.back().low, match.waves.back().high};
}

std::string parameters_table(const Calibration& calibration,
                             const Match& match,
                             Language language,
                             const Layout& layout) {
    const bool italian = language == Language::italian;
    TextTable table(italian ? std::vector<std::string>{"parametro",
                                                       "ora",
                                                       "a priori",
                                                       "possibile",
                                                       "proposto",
                                                       "95 %"}
                            : std::vector<std::string>{"parameter",
                                                       "stated",
                                                       "prior",
                                                       "possible",
                                                       "proposed",
                                                       "95 %"});
    const auto range = [language](double low, double high) {
        return digits(low, language) + " .. " + digits(high, language);
    };
    const auto& [low, high] = possible(match);
    for (std::size_t j = 0; j < calibration.parameters.size(); ++j) {
        const ExploredParameter& parameter = calibration.parameters[j];
        const Stat posterior = posterior_of(match, j);
        table.add({parameter.name,
                   digits(parameter.stated.value, language),
                   range(parameter.stated.low, parameter.stated.high),
                   low.empty() ? "-" : range(low[j], high[j]),
                   digits(final_row(match).values[j], language),
                   std::isnan(posterior.mean) ? "-" : range(posterior.p2_5, posterior.p97_5)});
    }
    return table.text(layout);
}

}  // namespace

const JudgedRow& final_row(const Match& match) {
    return match.proposed ? *match.proposed : match.best;
}

Stat posterior_of(const Match& match, std::size_t parameter) {
    std::vector<double> values;
    for (const std::vector<double>& sample : match.samples) {
        values.push_back(sample[parameter]);
    }
    return values.empty() ? Stat{} : weighted_stat(values, match.weights);
}

std::string wave_text(std::size_t number, const Wave& wave, Language language) {
    return fmt::format(
        fmt::runtime(in_language(language,
                                 "wave {}: {} rows run, {} known to the emulators, "
                                 "{} of the prior is not implausible",
                                 "ondata {}: {} righe simulate, {} note agli "
                                 "emulatori, {} della distribuzione a priori non è "
                                 "implausibile")),
        number,
        wave.rows,
        wave.fitted,
        wave.share == 0.0 ? "0 %" : fmt::format("{} %", digits(100.0 * wave.share, language)));
}

std::string generation_text(std::size_t number, const Generation& generation, Language language) {
    const std::string tolerance = std::isnan(generation.tolerance)
                                      ? std::string(in_language(language, "none", "nessuna"))
                                      : digits(generation.tolerance, language);
    return fmt::format(
        fmt::runtime(in_language(language,
                                 "generation {}: {} rows run, {} kept, tolerance {}, effective "
                                 "sample size {}",
                                 "generazione {}: {} righe simulate, {} tenute, tolleranza {}, "
                                 "numerosità campionaria effettiva {}")),
        number,
        generation.rows,
        generation.kept,
        tolerance,
        digits(generation.effective_sample_size, language));
}

std::string calibration_text(const Calibration& calibration,
                             const Match& match,
                             Language language,
                             const Layout& layout) {
    std::string text =
        layout.style.bold(in_language(language, calibration.title.en, calibration.title.it));
    text += "\n";
    for (std::size_t i = 0; i < match.waves.size(); ++i) {
        text += paragraph(wave_text(i + 1, match.waves[i], language), layout.width, 2);
    }
    for (std::size_t i = 0; i < match.generations.size(); ++i) {
        text += paragraph(generation_text(i + 1, match.generations[i], language), layout.width, 2);
    }
    text += paragraph(end_text(match, language), layout.width) + "\n";
    text += targets_table(calibration, match, language, layout) + "\n";
    text += parameters_table(calibration, match, language, layout) + "\n";
    const std::string_view legend = in_language(
        language,
        "I: distance from the target in standard deviations of all that is unsure (error of the "
        "target, discrepancy of the model, luck); above 3 implausible, up to 2 met. Proposed: the "
        "mean of the posterior sample, run once more. Nothing is changed in any pack.",
        "I: distanza dall'obiettivo in deviazioni standard di quanto è incerto (errore "
        "dell'obiettivo, discrepanza del modello, caso); oltre 3 implausibile, fino a 2 raggiunto. "
        "Proposto: la media del campione a posteriori, simulata un'altra volta. Nessun pacchetto è "
        "modificato.");
    text += paragraph(legend, layout.width);
    text += paragraph(
        fmt::format(fmt::runtime(in_language(language,
                                             "{} runs; effective sample size {} of {}.",
                                             "{} simulazioni; numerosità campionaria effettiva {} "
                                             "di {}.")),
                    match.rows * calibration.runs_of_a_row(),
                    digits(match.effective_sample_size, language),
                    match.samples.size()),
        layout.width);
    return text;
}

}  // namespace cantiere
