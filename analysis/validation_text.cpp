#include "analysis/validation_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/number_text.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

std::string_view told(Language language, std::string_view english, std::string_view italian) {
    return in_language(language, english, italian);
}

/// Three digits that matter, as bands are stated.
std::string number(std::optional<double> value, Language language) {
    if (!value) return "-";
    const double size = std::abs(*value);
    const int decimals = size >= 100.0 ? 0 : size >= 10.0 ? 1 : size >= 0.01 ? 3 : 5;
    return number_text(*value, size < 1e-9 ? 0 : decimals, language);
}

std::string band(const PatternSpec& pattern, Language language) {
    if (pattern.low && pattern.high) {
        return fmt::format("{} {} {}",
                           number(pattern.low, language),
                           told(language, "to", "a"),
                           number(pattern.high, language));
    }
    if (pattern.low) return "> " + number(pattern.low, language);
    return pattern.high ? "< " + number(pattern.high, language) : "-";
}

std::string simulated(const PatternResult& result, Language language) {
    if (!result.simulated) return "-";
    if (!result.se) return number(result.simulated, language);
    return fmt::format("{} ±{}", number(result.simulated, language), number(result.se, language));
}

std::string_view verdict(const PatternResult& result, Language language) {
    if (!result.is_told) {
        return told(language, "not told", "non si dice");
    }
    if (result.verdict == Verdict::missed) return told(language, "MISSED", "MANCATO");
    return result.spec.by_construction
               ? told(language, "met by construction", "rispettato per costruzione")
               : told(language, "met", "rispettato");
}

bool is_met_for_sure(const PatternResult& result) {
    return result.is_told && result.verdict == Verdict::met;
}

bool is_missed_for_sure(const PatternResult& result) {
    return result.is_told && result.verdict == Verdict::missed;
}

/// Ids of patterns, each once, that `wanted` holds for in all their lines.
template <class Wanted>
std::vector<std::string> ids_where(const std::vector<PatternResult>& results, Wanted wanted) {
    std::vector<std::string> ids;
    for (const PatternResult& result : results) {
        const std::string& id = result.spec.id;
        const bool all = std::ranges::all_of(results, [&](const PatternResult& other) {
            return other.spec.id != id || wanted(other);
        });
        if (all && (ids.empty() || ids.back() != id)) ids.push_back(id);
    }
    return ids;
}

/// ", 1 of them by construction", of patterns met on parameters alone; nothing where there are
/// none.
std::string met_by_construction(const std::vector<PatternResult>& results, Language language) {
    const std::size_t count = ids_where(results, [](const PatternResult& r) {
                                  return is_met_for_sure(r) && r.spec.by_construction;
                              }).size();
    if (count == 0) return "";
    return fmt::format(
        fmt::runtime(
            told(language, ", {} of them by construction", ", {} delle quali per costruzione")),
        count);
}

/// How many are met, and which of them are tests of the model.
std::string summary(const std::vector<PatternResult>& results, Language language) {
    const auto missed = std::ranges::count_if(results, is_missed_for_sure);
    const auto not_told = std::ranges::count(results, false, &PatternResult::is_told);
    const auto any = [](const PatternResult&) { return true; };
    const auto calibrated = [](const PatternResult& r) { return r.spec.calibrated; };
    const auto held_out = [](const PatternResult& r) { return !r.spec.calibrated; };
    const auto list = [](const std::vector<std::string>& ids) {
        return ids.empty() ? std::string("-") : fmt::format("{}", fmt::join(ids, " "));
    };
    return fmt::format(
        fmt::runtime(
            told(language,
                 "{} of {} patterns met{}; {} of {} lines met, {} missed, {} not told apart from "
                 "an edge of their band by so many replicates. Parameters were set from the "
                 "sources of {}: that they are met says that the model can. Held against "
                 "the model, nothing fitted to them: {}. SE is over replicates of luck, "
                 "every parameter at its value.",
                 "{} di {} regolarità rispettate{}; righe: {} di {} rispettate, {} mancate, {} non "
                 "distinguibili da un bordo della banda con queste repliche. Dalle fonti di {} "
                 "vengono valori di parametri: rispettarle dice che il modello può. Prove "
                 "del modello, a cui nulla è adattato: {}. L'ES è tra repliche della "
                 "sorte, ogni parametro al suo valore.")),
        ids_where(results, is_met_for_sure).size(),
        ids_where(results, any).size(),
        met_by_construction(results, language),
        std::ranges::count_if(results, is_met_for_sure),
        results.size(),
        missed,
        not_told,
        list(ids_where(results, calibrated)),
        list(ids_where(results, held_out)));
}

Json number_json(std::optional<double> value) { return value ? Json(*value) : Json(nullptr); }

}  // namespace

std::string validation_text(const std::vector<PatternResult>& results,
                            Language language,
                            const Layout& layout) {
    TextTable table({std::string(told(language, "pattern", "regolarità")),
                     std::string(told(language, "target", "obiettivo")),
                     std::string(told(language, "band", "banda")),
                     std::string(told(language, "simulated ±SE", "simulato ±ES")),
                     std::string(told(language, "verdict", "esito"))});
    std::string notes;
    for (const PatternResult& result : results) {
        const PatternSpec& pattern = result.spec;
        const std::string_view text = told(language, pattern.text_en, pattern.text_it);
        table.add({fmt::format("{}{} {} ({})",
                               pattern.id,
                               pattern.calibrated ? "*" : "",
                               text,
                               pattern.unit),
                   number(pattern.target, language),
                   band(pattern, language),
                   simulated(result, language),
                   std::string(verdict(result, language))});
        const std::string_view reason =
            result.is_told ? told(language, result.reason_en, result.reason_it) : "";
        notes += paragraph(fmt::format("{}: {}{}{}",
                                       pattern.id,
                                       reason,
                                       reason.empty() ? "" : "; ",
                                       pattern.source),
                           layout.width,
                           2);
    }
    return table.text(layout, 0) + "\n" + paragraph(summary(results, language), layout.width) +
           "\n" + layout.style.bold(told(language, "Sources", "Fonti")) + "\n" + notes;
}

Json validation_json(const std::vector<PatternResult>& results, Language language) {
    Json list = Json::array();
    for (const PatternResult& result : results) {
        const PatternSpec& pattern = result.spec;
        Json one{{"id", pattern.id},
                 {"text", told(language, pattern.text_en, pattern.text_it)},
                 {"unit", pattern.unit},
                 {"target", number_json(pattern.target)},
                 {"low", number_json(pattern.low)},
                 {"high", number_json(pattern.high)},
                 {"simulated", number_json(result.simulated)},
                 {"se", number_json(result.se)},
                 {"verdict", result.verdict == Verdict::met ? "met" : "missed"},
                 {"told_apart", result.is_told},
                 {"source", pattern.source},
                 {"calibrated", pattern.calibrated},
                 {"by_construction", pattern.by_construction}};
        if (result.verdict == Verdict::missed) {
            one["reason"] = told(language, result.reason_en, result.reason_it);
        }
        list.push_back(std::move(one));
    }
    return {{"patterns", list}};
}

}  // namespace cantiere
