#include "analysis/exploration/one_way_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/comparison_json.h"
#include "analysis/number_text.h"
#include "analysis/parameter_words.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

std::string short_number(double value, Language language) {
    std::string text = fmt::format("{:.4g}", value);
    if (language == Language::italian) {
        std::ranges::replace(text, '.', ',');
    }
    return text;
}

std::string source_text(const SourcedNumber& number) {
    if (number.sources.empty()) {
        return "-";
    }
    const std::string more =
        number.sources.size() > 1 ? fmt::format(" +{}", number.sources.size() - 1) : "";
    return number.sources.front() + more;
}

std::vector<std::string> header(Language language) {
    return language == Language::italian ? std::vector<std::string>{"numero",
                                                                    "da .. a",
                                                                    "al minimo",
                                                                    "al massimo",
                                                                    "ampiezza",
                                                                    "qualità",
                                                                    "fonte"}
                                         : std::vector<std::string>{"number",
                                                                    "range",
                                                                    "at low",
                                                                    "at high",
                                                                    "swing",
                                                                    "quality",
                                                                    "source"};
}

std::vector<std::string> cells(const OneWayRow& row, std::size_t outcome, Language language) {
    const RangedParameter& parameter = row.parameter;
    const SourcedNumber& number = parameter.stated->number;
    const OneWayEffect& effect = row.effects[outcome];
    const std::string lever =
        parameter.is_lever ? std::string(in_language(language, " (lever)", " (leva)")) : "";
    return {parameter.name + lever + (effect.changes_sign ? " !" : ""),
            short_number(parameter.low(), language) + " .. " +
                short_number(parameter.high(), language) +
                unit_after(parameter.stated->spec->unit, language),
            signed_mean_text(effect.at_low, language),
            signed_mean_text(effect.at_high, language),
            difference_text(effect.swing, language),
            std::string(quality_word(number.quality, language)),
            source_text(number)};
}

/// Names in one paragraph the numbers that change nothing.
std::string silent_text(const std::vector<std::string>& names,
                        Language language,
                        const Layout& layout) {
    if (names.empty()) return "";
    constexpr std::size_t most = 12;
    const std::size_t shown = std::min(most, names.size());
    std::string list = fmt::format(
        "{}",
        fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    if (shown < names.size()) {
        list += fmt::format(fmt::runtime(in_language(language, " and {} more", " e altri {}")),
                            names.size() - shown);
    }
    return paragraph(
        fmt::format(fmt::runtime(in_language(language,
                                             "Swing 0 in every run ({}): {}.",
                                             "Ampiezza 0 in ogni simulazione ({}): {}.")),
                    names.size(),
                    list),
        layout.width,
        2);
}

std::string table_text(const OneWay& result,
                       std::size_t outcome,
                       std::size_t most,
                       Language language,
                       const Layout& layout) {
    constexpr std::size_t range_column = 1;
    constexpr std::size_t quality_column = 5;
    TextTable table(header(language));
    table.flush_left(range_column);
    table.flush_left(quality_column);
    table.flush_left(quality_column + 1);
    const std::vector<const OneWayRow*> rows = by_swing(result, outcome);
    const std::size_t shown = most == 0 ? rows.size() : std::min(most, rows.size());
    std::vector<std::string> silent;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (is_exactly_zero(rows[i]->effects[outcome].swing)) {
            silent.push_back(rows[i]->parameter.name);
        } else if (i < shown) {
            table.add(cells(*rows[i], outcome, language));
        }
    }
    return (table.empty() ? "" : table.text(layout)) + silent_text(silent, language, layout);
}

Json factor_json(const OneWayRow& row, std::size_t outcome) {
    const SourcedNumber& number = row.parameter.stated->number;
    const OneWayEffect& effect = row.effects[outcome];
    const bool has_quality = number.quality != Quality::none;
    return {{"name", row.parameter.name},
            {"kind", row.parameter.is_lever ? "lever" : "parameter"},
            {"unit", row.parameter.stated->spec->unit},
            {"low", row.parameter.low()},
            {"value", row.parameter.value()},
            {"high", row.parameter.high()},
            {"quality", has_quality ? Json(name(number.quality)) : Json(nullptr)},
            {"sources", number.sources},
            {"pack", row.parameter.stated->pack},
            {"at_low", as_json(effect.at_low)},
            {"at_high", as_json(effect.at_high)},
            {"swing", as_json(effect.swing)},
            {"changes_sign", effect.changes_sign}};
}

}  // namespace

std::string one_way_text(const Study& study,
                         const OneWayPlan& plan,
                         const OneWay& result,
                         std::size_t most,
                         Language language,
                         const Layout& layout) {
    const Scenario& scenario = study.scenarios[plan.scenario];
    std::string text;
    for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
        const std::string heading = fmt::format(
            fmt::runtime(in_language(language,
                                     "{}: {} minus {}, {} with every number at its value",
                                     "{}: {} meno {}, {} con ogni numero al suo valore")),
            plan.outcomes[o].name,
            scenario.id,
            study.scenarios[scenario.base].id,
            difference_text(result.at_values[o], language));
        text += layout.style.bold(heading) + "\n" + table_text(result, o, most, language, layout) +
                "\n";
    }
    text += paragraph(
        in_language(
            language,
            "One number at a time at the ends of its range, all else at its value, under "
            "the same luck. Swing: at high minus at low, run by run, with half of its 95 % "
            "interval; ~ cannot be told from zero; ! the sign changes within the range.",
            "Un numero alla volta agli estremi del suo intervallo, il resto al suo valore, "
            "con lo stesso caso. Ampiezza: al massimo meno al minimo, simulazione per "
            "simulazione, con metà del suo intervallo al 95 %; ~ non distinguibile da zero; "
            "! il segno cambia entro l'intervallo."),
        layout.width);
    return text;
}

Json one_way_json(const Study& study, const OneWayPlan& plan, const OneWay& result) {
    const Scenario& scenario = study.scenarios[plan.scenario];
    Json outputs = Json::object();
    for (std::size_t o = 0; o < plan.outcomes.size(); ++o) {
        Json factors = Json::array();
        for (const OneWayRow* row : by_swing(result, o)) {
            factors.push_back(factor_json(*row, o));
        }
        outputs[plan.outcomes[o].name] = {{"at_value", as_json(result.at_values[o])},
                                          {"factors", factors}};
    }
    return {{"method", "oneway"},
            {"study", study.id},
            {"scenario", scenario.id},
            {"base", study.scenarios[scenario.base].id},
            {"wtp", plan.wtp},
            {"draws", study.experiment.draws},
            {"replicates", study.experiment.replicates},
            {"runs", result.runs},
            {"failed", result.failed.size()},
            {"outputs", outputs}};
}

}  // namespace cantiere
