#include <fmt/format.h>

#include "analysis/comparison_json.h"
#include "analysis/exploration/lever_table.h"
#include "analysis/number_text.h"
#include "scenarios/csv.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

std::string_view sign_text(ExpectedSign sign) {
    switch (sign) {
        case ExpectedSign::up:
            return "+";
        case ExpectedSign::down:
            return "-";
        case ExpectedSign::none:
            return "0";
        default:
            return "?";
    }
}

std::string_view verdict_name(LeverVerdict verdict) {
    switch (verdict) {
        case LeverVerdict::as_expected:
            return "as_expected";
        case LeverVerdict::opposite:
            return "opposite";
        case LeverVerdict::none:
            return "none";
        default:
            return "unclear";
    }
}

std::string_view verdict_text(LeverVerdict verdict, Language language) {
    switch (verdict) {
        case LeverVerdict::as_expected:
            return in_language(language, "as expected", "come atteso");
        case LeverVerdict::opposite:
            return in_language(language, "OPPOSITE", "OPPOSTO");
        case LeverVerdict::none:
            return in_language(language, "none", "nessuno");
        default:
            return in_language(language, "unclear", "incerto");
    }
}

std::string settings_text(const LeverQuestion& question) {
    std::string text;
    for (const auto& [key, value] : question.with) {
        text += fmt::format("{}{}={}", text.empty() ? "" : ";", key, value);
    }
    return text;
}

std::vector<std::string> lever_header(Language language) {
    return language == Language::italian ? std::vector<std::string>{"leva",
                                                                    "minimo",
                                                                    "massimo",
                                                                    "scenario",
                                                                    "esito",
                                                                    "al minimo",
                                                                    "al massimo",
                                                                    "differenza",
                                                                    "atteso",
                                                                    "effetto",
                                                                    "nota"}
                                         : std::vector<std::string>{"lever",
                                                                    "low",
                                                                    "high",
                                                                    "scenario",
                                                                    "outcome",
                                                                    "at low",
                                                                    "at high",
                                                                    "difference",
                                                                    "expected",
                                                                    "effect",
                                                                    "note"};
}

std::vector<std::string> lever_cells(const LeverEffect& effect, Language language) {
    const LeverQuestion& asked = effect.question;
    const std::string settings = settings_text(asked);
    const std::string where = fmt::format("{}: {}", asked.study, asked.scenario) +
                              (settings.empty() ? "" : fmt::format(" ({})", settings));
    const auto [at_low, at_high] =
        levels_text(effect.at_low, effect.at_high, effect.difference, language);
    return {asked.spec->key,
            asked.low_text,
            asked.high_text + (asked.spec->unit == "1" ? "" : " " + asked.spec->unit),
            where,
            asked.outcome,
            at_low,
            at_high,
            difference_text(effect.difference, language),
            std::string(sign_text(asked.sign)),
            std::string(verdict_text(effect.verdict, language)),
            asked.note};
}

Json end_json(const std::string& text) {
    const std::optional<double> number = parse_number(text);
    return number ? Json(*number) : Json(text);
}

}  // namespace

std::string lever_table_text(const std::vector<LeverEffect>& effects,
                             Language language,
                             const Layout& layout) {
    constexpr std::size_t scenario_column = 3;
    constexpr std::size_t outcome_column = 4;
    constexpr std::size_t expected_column = 8;
    TextTable table(lever_header(language));
    for (const std::size_t column : {scenario_column,
                                     outcome_column,
                                     expected_column,
                                     expected_column + 1,
                                     expected_column + 2}) {
        table.flush_left(column);
    }
    for (const LeverEffect& effect : effects) table.add(lever_cells(effect, language));
    return table.text(layout) + "\n" +
           paragraph(
               in_language(language,
                           "One lever at a time at two values, all else as in its scenario, "
                           "under the same luck. Difference: at high minus at low, run by "
                           "run, with half of its 95 % interval; ~ cannot be told from zero "
                           "(unclear); none: zero in every run.",
                           "Una leva alla volta a due valori, il resto come nel suo scenario, "
                           "con lo stesso caso. Differenza: al massimo meno al minimo, "
                           "simulazione per simulazione, con metà del suo intervallo al "
                           "95 %; ~ non distinguibile da zero (incerto); nessuno: zero in "
                           "ogni simulazione."),
               layout.width);
}

Json lever_table_json(const std::vector<LeverEffect>& effects) {
    Json all = Json::array();
    for (const LeverEffect& effect : effects) {
        const LeverQuestion& asked = effect.question;
        all.push_back({{"lever", asked.spec->key},
                       {"unit", asked.spec->unit},
                       {"low", end_json(asked.low_text)},
                       {"high", end_json(asked.high_text)},
                       {"study", asked.study},
                       {"scenario", asked.scenario},
                       {"with", settings_text(asked)},
                       {"outcome", asked.outcome},
                       {"at_low", as_json(effect.at_low)},
                       {"at_high", as_json(effect.at_high)},
                       {"difference", as_json(effect.difference)},
                       {"sign", sign_text(asked.sign)},
                       {"verdict", verdict_name(effect.verdict)},
                       {"note", asked.note}});
    }
    return all;
}

}  // namespace cantiere
