#include "analysis/exploration/calibration_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/comparison_json.h"
#include "analysis/number_text.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

constexpr double met_within = 2.0;  // implausibility: two standard deviations

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

const JudgedRow& final_row(const Match& match) {
    return match.proposed ? *match.proposed : match.best;
}

std::string end_text(const Match& match, Language language) {
    switch (match.end) {
        case MatchEnd::precise:
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

/// Weighted mean and quantiles of one parameter; no values where the region is empty.
Stat posterior_of(const Match& match, std::size_t j) {
    std::vector<double> values;
    for (const std::vector<double>& sample : match.samples) {
        values.push_back(sample[j]);
    }
    return values.empty() ? Stat{} : weighted_stat(values, match.weights);
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
    const Wave& last = match.waves.back();
    for (std::size_t j = 0; j < calibration.parameters.size(); ++j) {
        const ExploredParameter& parameter = calibration.parameters[j];
        const Stat posterior = posterior_of(match, j);
        table.add({parameter.name,
                   digits(parameter.stated.value, language),
                   range(parameter.stated.low, parameter.stated.high),
                   last.low.empty() ? "-" : range(last.low[j], last.high[j]),
                   digits(final_row(match).values[j], language),
                   std::isnan(posterior.mean) ? "-" : range(posterior.p2_5, posterior.p97_5)});
    }
    return table.text(layout);
}

Json row_json(const Calibration& calibration, const JudgedRow& row) {
    Json values = Json::object();
    for (std::size_t j = 0; j < calibration.parameters.size(); ++j) {
        values[calibration.parameters[j].name] = row.values[j];
    }
    Json outputs = Json::object();
    for (std::size_t t = 0; t < calibration.targets.size(); ++t) {
        outputs[calibration.targets[t].name] = {{"mean", row.outputs[t].mean},
                                                {"se", std::sqrt(row.outputs[t].variance)},
                                                {"implausibility", row.implausibility[t]}};
    }
    return {{"values", values}, {"outputs", outputs}};
}

Json wave_json(const Calibration& calibration, const Wave& wave) {
    Json ranges = Json::object();
    for (std::size_t j = 0; j < wave.low.size(); ++j) {
        ranges[calibration.parameters[j].name] = {{"low", wave.low[j]}, {"high", wave.high[j]}};
    }
    Json targets = Json::object();
    for (std::size_t t = 0; t < wave.targets.size(); ++t) {
        const WaveTarget& target = wave.targets[t];
        targets[calibration.targets[t].name] = {
            {"emulator_sd", json_number(target.emulator_sd)},
            {"noise_sd", target.noise_sd},
            {"cross_validation_rmse", target.validation.rmse},
            {"within_3_sd", target.validation.within_3_sd},
            {"least_implausibility", target.least_implausibility}};
    }
    return {{"rows", wave.rows},
            {"rows_fitted", wave.fitted},
            {"non_implausible_share", wave.share},
            {"ranges", ranges},
            {"targets", targets}};
}

Json targets_json(const Calibration& calibration, const Match& match) {
    Json list = Json::array();
    for (std::size_t t = 0; t < calibration.targets.size(); ++t) {
        const MatchTarget& target = calibration.targets[t];
        const Stat fitted = match.fitted.empty() ? Stat{} : match.fitted[t];
        const bool met = final_row(match).implausibility[t] <= met_within;
        list.push_back(
            {{"name", target.name},
             {"value", target.value},
             {"standard_error", target.standard_error},
             {"discrepancy", target.discrepancy},
             {"source",
              calibration.sources[t].empty() ? Json(nullptr) : Json(calibration.sources[t])},
             {"stated", match.stated.outputs[t].mean},
             {"simulated", final_row(match).outputs[t].mean},
             {"emulated", json_number(fitted.mean)},
             {"low", json_number(fitted.p2_5)},
             {"high", json_number(fitted.p97_5)},
             {"verdict", met ? "met" : "missed"}});
    }
    return list;
}

Json parameters_json(const Calibration& calibration, const Match& match) {
    Json list = Json::array();
    for (std::size_t j = 0; j < calibration.parameters.size(); ++j) {
        const ExploredParameter& parameter = calibration.parameters[j];
        const Stat posterior = posterior_of(match, j);
        list.push_back({{"name", parameter.name},
                        {"dist", name(parameter.stated.family)},
                        {"value", parameter.stated.value},
                        {"low", parameter.stated.low},
                        {"high", parameter.stated.high},
                        {"posterior_mean", json_number(posterior.mean)},
                        {"p2_5", json_number(posterior.p2_5)},
                        {"p97_5", json_number(posterior.p97_5)}});
    }
    return list;
}

std::string_view name(MatchEnd end) {
    return end == MatchEnd::precise ? "precise" : end == MatchEnd::empty ? "empty" : "waves";
}

}  // namespace

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

Json calibration_json(const Calibration& calibration, const Match& match) {
    Json waves = Json::array();
    for (const Wave& wave : match.waves) {
        waves.push_back(wave_json(calibration, wave));
    }
    Json json{{"id", calibration.id},
              {"method", "history_matching"},
              {"waves", waves},
              {"end", name(match.end)},
              {"posterior",
               {{"names", names_of(calibration.parameters)},
                {"samples", match.samples},
                {"weights", match.weights}}},
              {"effective_sample_size", match.effective_sample_size},
              {"acceptance", match.acceptance},
              {"runs", match.rows * calibration.runs_of_a_row()},
              {"targets", targets_json(calibration, match)},
              {"parameters", parameters_json(calibration, match)},
              {"stated", row_json(calibration, match.stated)},
              {"best", row_json(calibration, match.best)}};
    json["proposed"] = match.proposed ? row_json(calibration, *match.proposed) : Json(nullptr);
    return json;
}

}  // namespace cantiere
