#include "analysis/weight_sets.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/number_text.h"

namespace cantiere {
namespace {

using Json = nlohmann::ordered_json;

struct WeightSet {
    std::string_view name, autonomy_years, exits;
    std::string_view english, italian;
};

constexpr std::array<WeightSet, 3> weight_sets{{
    {"base", "autonomy_years", "exits", "base", "di base"},
    {"work_light", "autonomy_years_work_light", "exits_work_light", "work-light", "meno lavoro"},
    {"equal", "autonomy_years_equal", "exits_equal", "equal", "uguali"},
}};

struct WeightPhrase {
    std::string_view english, italian;
};

constexpr WeightPhrase weights_heading{"Weights of the index", "Pesi dell'indice"};
constexpr WeightPhrase weights_years{"autonomy-years, {} weights", "anni di autonomia, pesi {}"};
constexpr WeightPhrase weights_exits{"exits, {} weights", "uscite, pesi {}"};
constexpr WeightPhrase weights_difference{"difference", "differenza"};
constexpr WeightPhrase weights_legend{
    "Which weights are right is a choice. Base weights close files; exits by the others "
    "are "
    "counted beside, in the same lives.",
    "Quali pesi siano giusti è una scelta. I pesi di base chiudono le pratiche; le uscite con gli "
    "altri sono contate a fianco, nelle stesse vite."};
constexpr WeightPhrase weights_reversal{
    "With {} weights the order by autonomy-years is another: {}; with base weights: {}.",
    "Con i pesi {} l'ordine per anni di autonomia è un altro: {}; con i pesi di base: {}."};

constexpr WeightPhrase weights_not_told{
    "With {} weights the order by autonomy-years cannot be told from that with base weights: the "
    "means change places by less than luck does.",
    "Con i pesi {} l'ordine per anni di autonomia non si distingue da quello con i pesi di base: "
    "le "
    "medie si scambiano di posto per meno di quanto faccia il caso."};

std::string weights_phrase(const WeightPhrase& phrase, Language language) {
    return std::string(in_language(language, phrase.english, phrase.italian));
}

std::string_view weights_label(const WeightSet& set, Language language) {
    return in_language(language, set.english, set.italian);
}

const WeightSet& set_called(std::string_view name) {
    return *std::ranges::find(weight_sets, name, &WeightSet::name);
}

bool holds_sets(const ScenarioComparison& scenario) {
    return std::ranges::all_of(weight_sets, [&](const WeightSet& set) {
        return scenario.find(set.autonomy_years) != nullptr && scenario.find(set.exits) != nullptr;
    });
}

using WeightedFamily = std::vector<const ScenarioComparison*>;

/// Ids by mean of a variable, the greatest first, equal ones in the order of the study.
std::vector<std::string> ranked_ids(WeightedFamily family, std::string_view variable) {
    std::ranges::stable_sort(family, std::ranges::greater{}, [&](const auto* scenario) {
        return scenario->find(variable)->level.mean;
    });
    std::vector<std::string> ids;
    for (const ScenarioComparison* scenario : family) ids.push_back(scenario->id);
    return ids;
}

/// The scenarios that are compared with `base` and know all sets of weights.
WeightedFamily weighted_family(const Comparison& comparison, const std::string& base) {
    WeightedFamily family;
    for (const ScenarioComparison& scenario : comparison.scenarios) {
        if (scenario.base == base && holds_sets(scenario)) family.push_back(&scenario);
    }
    return family;
}

/// Tells which of two scenarios of one base has more of a variable: 1, -1, or 0 where the paired
/// interval holds zero.
int order_told(const ScenarioComparison& one,
               const ScenarioComparison& other,
               std::string_view variable) {
    Stat apart = one.find(variable)->difference;
    int turned = 1;
    if (one.is_base) {
        apart = other.find(variable)->difference;
        turned = -1;
    } else if (!other.is_base) {
        const auto by_draw = [&](const ScenarioComparison& scenario) {
            const std::vector<double>& values = scenario.find(variable)->draw_differences;
            return Sample{values.size(), 1, values};
        };
        apart = stat_of(difference(by_draw(one), by_draw(other)));
    }
    if (!is_apart_from_zero(apart)) return 0;
    return apart.mean > 0.0 ? turned : -turned;
}

/// Tells whether two scenarios change places under two weights, by more than luck under both.
bool is_reversal_told(const WeightedFamily& family,
                      std::string_view usual_variable,
                      std::string_view other_variable) {
    for (std::size_t i = 0; i < family.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const int usual = order_told(*family[i], *family[j], usual_variable);
            if (usual != 0 && order_told(*family[i], *family[j], other_variable) == -usual)
                return true;
        }
    }
    return false;
}

std::string joined_ids(const std::vector<std::string>& ids) {
    return fmt::format("{}", fmt::join(ids, " > "));
}

}  // namespace

std::vector<WeightReversal> weight_reversals(const Comparison& comparison) {
    std::vector<WeightReversal> reversals;
    for (const ScenarioComparison& base : comparison.scenarios) {
        if (!base.is_base) continue;
        const WeightedFamily family = weighted_family(comparison, base.id);
        const std::vector<std::string> usual =
            ranked_ids(family, weight_sets.front().autonomy_years);
        for (std::size_t other = 1; other < weight_sets.size(); ++other) {
            const std::vector<std::string> order =
                ranked_ids(family, weight_sets[other].autonomy_years);
            if (order == usual) continue;
            reversals.push_back({base.id,
                                 weight_sets[other].name,
                                 usual,
                                 order,
                                 is_reversal_told(family,
                                                  weight_sets.front().autonomy_years,
                                                  weight_sets[other].autonomy_years)});
        }
    }
    return reversals;
}

std::string weight_sets_text(const ScenarioComparison& scenario,
                             const ScenarioComparison& base,
                             Language language,
                             const Layout& layout) {
    if (!holds_sets(scenario) || !holds_sets(base)) return "";
    TextTable table({weights_phrase(weights_heading, language),
                     base.id,
                     scenario.id,
                     weights_phrase(weights_difference, language)});
    const auto add = [&](const WeightPhrase& what, const WeightSet& set, std::string_view name) {
        const OutcomeComparison& with = *scenario.find(name);
        const auto [without_text, with_text] =
            levels_text(base.find(name)->level, with.level, with.difference, language);
        table.add({fmt::format(fmt::runtime(weights_phrase(what, language)),
                               weights_label(set, language)),
                   without_text,
                   with_text,
                   difference_text(with.difference, language)});
    };
    for (const WeightSet& set : weight_sets) add(weights_years, set, set.autonomy_years);
    for (const WeightSet& set : weight_sets) add(weights_exits, set, set.exits);
    return table.text(layout) +
           paragraph(weights_phrase(weights_legend, language), layout.width, 2);
}

std::string reversals_text(const Comparison& comparison, Language language, const Layout& layout) {
    std::string text;
    for (const WeightReversal& one : weight_reversals(comparison)) {
        const WeightPhrase& phrase = one.is_told ? weights_reversal : weights_not_told;
        text += paragraph(fmt::format(fmt::runtime(weights_phrase(phrase, language)),
                                      weights_label(set_called(one.weights), language),
                                      joined_ids(one.other_weights),
                                      joined_ids(one.base_weights)),
                          layout.width,
                          2);
    }
    return text;
}

Json reversals_json(const Comparison& comparison) {
    Json all = Json::array();
    for (const WeightReversal& one : weight_reversals(comparison)) {
        all.push_back({{"base", one.base},
                       {"weights", one.weights},
                       {"order", one.other_weights},
                       {"order_with_base_weights", one.base_weights},
                       {"told", one.is_told}});
    }
    return all;
}

}  // namespace cantiere
