#include "analysis/transfer/transfer_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/comparison_json.h"
#include "analysis/number_text.h"
#include "analysis/parameter_words.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

std::string_view title_in(const Title& title, Language language) {
    return in_language(language, title.en, title.it);
}

const Scenario& asked_here(const TransferAnswer& answer) {
    return answer.here.scenarios[answer.plan.scenario];
}

const Scenario& asked_there(const TransferAnswer& answer) {
    return answer.there.scenarios[answer.plan.scenario];
}

std::string heading_of(const TransferAnswer& answer, Language language) {
    const Scenario& here = asked_here(answer);
    const Scenario& there = asked_there(answer);
    const bool same_law = here.law->id == there.law->id;
    return fmt::format(
        fmt::runtime(in_language(language,
                                 "{}: from {} to {}{}; differences from {} of each place",
                                 "{}: da {} a {}{}; differenze da {} di ciascun luogo")),
        title_in(here.title, language),
        title_in(here.territory->title, language),
        title_in(there.territory->title, language),
        same_law ? ""
                 : fmt::format(fmt::runtime(in_language(language, ", under {}", ", con {}")),
                               title_in(there.law->title, language)),
        answer.here.scenarios[here.base].id);
}

std::string effects_table(const TransferAnswer& answer, Language language, const Layout& layout) {
    std::vector<std::string> header{std::string(in_language(language, "outcome", "esito")),
                                    std::string(in_language(language, "here", "qui")),
                                    std::string(in_language(language, "there", "là")),
                                    std::string(in_language(language, "change", "cambio"))};
    for (std::size_t part = 0; part < part_count; ++part) {
        header.emplace_back(word_of(static_cast<PlacePart>(part), language));
    }
    TextTable table(header);
    for (std::size_t o = 0; o < answer.plan.outcomes.size(); ++o) {
        const TransferredOutcome& outcome = answer.result.outcomes[o];
        std::vector<std::string> cells{answer.plan.outcomes[o].name,
                                       difference_text(outcome.here, language),
                                       difference_text(outcome.there, language),
                                       difference_text(outcome.change, language)};
        for (const Stat& part : outcome.by_part) cells.push_back(difference_text(part, language));
        table.add(cells);
    }
    return table.text(layout);
}

/// Says of an outcome which part of the place weighs most, if any can be told from zero.
std::string sentence_of(const TransferAnswer& answer, std::size_t o, Language language) {
    const TransferredOutcome& outcome = answer.result.outcomes[o];
    const std::string& name = answer.plan.outcomes[o].name;
    std::vector<PlacePart> parts;
    for (std::size_t part = 0; part < part_count; ++part) {
        if (is_apart_from_zero(outcome.by_part[part]))
            parts.push_back(static_cast<PlacePart>(part));
    }
    const auto weight = [&outcome](PlacePart part) {
        return -std::abs(outcome.by_part[static_cast<std::size_t>(part)].mean);
    };
    std::ranges::sort(parts, {}, weight);
    if (parts.empty()) {
        return fmt::format(
            fmt::runtime(in_language(language,
                                     "{}: no part of the place can be told apart from zero.",
                                     "{}: nessuna parte del luogo si distingue da zero.")),
            name);
    }
    std::string list;
    for (const PlacePart part : parts) {
        list +=
            fmt::format("{}{} {}",
                        list.empty() ? "" : ", ",
                        word_of(part, language),
                        difference_text(outcome.by_part[static_cast<std::size_t>(part)], language));
    }
    return fmt::format("{}: {}.", name, list);
}

std::string overlap_text(const TransferAnswer& answer, Language language, const Layout& layout) {
    const Overlap& overlap = answer.overlap;
    if (overlap.outside.empty()) {
        return paragraph(
            fmt::format(fmt::runtime(in_language(
                            language,
                            "All {} numbers that have a range here lie inside it there.",
                            "Tutti i {} numeri con un intervallo qui vi cadono anche là.")),
                        overlap.compared),
            layout.width,
            2);
    }
    TextTable table({std::string(in_language(language, "number", "numero")),
                     std::string(in_language(language, "range here", "intervallo qui")),
                     std::string(in_language(language, "there", "là")),
                     std::string(in_language(language, "part", "parte"))});
    constexpr std::size_t part_column = 3;
    table.flush_left(1);
    table.flush_left(part_column);
    for (const OutsideRange& one : overlap.outside) {
        const auto text = [language](double value) {
            std::string written = fmt::format("{:.4g}", value);
            if (language == Language::italian) std::ranges::replace(written, '.', ',');
            return written;
        };
        table.add({one.spec->key,
                   text(one.low) + " .. " + text(one.high) + unit_after(one.spec->unit, language),
                   text(one.there),
                   std::string(word_of(part_of(*one.spec), language))});
    }
    return paragraph(
               fmt::format(
                   fmt::runtime(in_language(
                       language,
                       "EXTRAPOLATION: {} of {} numbers lie there outside the range stated here. "
                       "In "
                       "these the programme was never tried.",
                       "ESTRAPOLAZIONE: {} numeri su {} cadono là fuori dell'intervallo dichiarato "
                       "qui. Per questi il programma non è mai stato provato.")),
                   overlap.outside.size(),
                   overlap.compared),
               layout.width,
               2) +
           table.text(layout);
}

std::string curve_text(const TransferAnswer& answer,
                       const std::vector<CurvePoint>& curve,
                       std::string_view what,
                       Language language,
                       const Layout& layout) {
    if (curve.empty()) return "";
    std::vector<std::string> header{std::string(what)};
    for (const OneWayOutcome& outcome : answer.plan.outcomes) header.push_back(outcome.name);
    TextTable table(header);
    for (const CurvePoint& point : curve) {
        std::vector<std::string> cells{number_text(point.at, 1, language)};
        for (const Stat& effect : point.effects) cells.push_back(difference_text(effect, language));
        table.add(cells);
    }
    return "\n" + table.text(layout);
}

Json curve_json(const std::vector<CurvePoint>& curve, std::size_t outcome) {
    Json points = Json::array();
    for (const CurvePoint& point : curve) {
        points.push_back({{"at", point.at}, {"effect", as_json(point.effects[outcome])}});
    }
    return points;
}

Json place_json(const Scenario& scenario) {
    return {{"territory", scenario.territory->id}, {"law", scenario.law->id}};
}

Json overlap_json(const Overlap& overlap) {
    Json outside = Json::array();
    for (const OutsideRange& one : overlap.outside) {
        outside.push_back({{"name", one.spec->key},
                           {"unit", one.spec->unit},
                           {"part", name(part_of(*one.spec))},
                           {"low", one.low},
                           {"here", one.here},
                           {"high", one.high},
                           {"there", one.there}});
    }
    return {{"compared", overlap.compared}, {"outside", outside}};
}

}  // namespace

std::string transfer_text(const TransferAnswer& answer, Language language, const Layout& layout) {
    std::string text = layout.style.bold(heading_of(answer, language)) + "\n" +
                       effects_table(answer, language, layout) + "\n";
    for (std::size_t o = 0; o < answer.plan.outcomes.size(); ++o) {
        text += paragraph(sentence_of(answer, o, language), layout.width, 2);
    }
    text += "\n" + overlap_text(answer, language, layout);
    text += curve_text(answer,
                       answer.result.fidelity,
                       in_language(language, "fidelity there", "fedeltà là"),
                       language,
                       layout);
    text += curve_text(answer,
                       answer.result.scale,
                       in_language(language, "seats there, times", "posti là, per"),
                       language,
                       layout);
    text +=
        "\n" +
        paragraph(in_language(
                      language,
                      "Programme and behaviour as they are; what differs between the places is "
                      "changed in every combination of the four parts, under the same luck. A "
                      "part's number is its Shapley value: the mean over all orders of changing "
                      "them; they add up to the change, run by run. ± half of the 95 % interval; "
                      "~ cannot be told from zero.",
                      "Programma e comportamenti restano gli stessi; ciò che distingue i luoghi "
                      "cambia in ogni combinazione delle quattro parti, con lo stesso caso. Il "
                      "numero di una parte è il suo valore di Shapley: la media su tutti gli "
                      "ordini in cui cambiarle; la loro somma è il cambio, simulazione per "
                      "simulazione. ± metà dell'intervallo al 95 %; ~ non distinguibile da zero."),
                  layout.width);
    return text;
}

Json transfer_json(const TransferAnswer& answer) {
    const Scenario& here = asked_here(answer);
    Json outputs = Json::object();
    for (std::size_t o = 0; o < answer.plan.outcomes.size(); ++o) {
        const TransferredOutcome& outcome = answer.result.outcomes[o];
        Json parts = Json::object();
        for (std::size_t part = 0; part < part_count; ++part) {
            parts[std::string(name(static_cast<PlacePart>(part)))] = as_json(outcome.by_part[part]);
        }
        outputs[answer.plan.outcomes[o].name] = {
            {"here", as_json(outcome.here)},
            {"there", as_json(outcome.there)},
            {"change", as_json(outcome.change)},
            {"parts", parts},
            {"fidelity", curve_json(answer.result.fidelity, o)},
            {"scale", curve_json(answer.result.scale, o)}};
    }
    return {{"study", answer.here.id},
            {"scenario", here.id},
            {"base", answer.here.scenarios[here.base].id},
            {"from", place_json(here)},
            {"to", place_json(asked_there(answer))},
            {"wtp", answer.plan.wtp},
            {"draws", answer.here.experiment.draws},
            {"replicates", answer.here.experiment.replicates},
            {"runs", answer.result.runs},
            {"failed", answer.result.failed.size()},
            {"outputs", outputs},
            {"overlap", overlap_json(answer.overlap)}};
}

}  // namespace cantiere
