#include "analysis/exploration/discovery_words.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/number_text.h"

namespace cantiere {
namespace {

/// Writes `a`, `a or b`, `a, b or c`.
std::string any_of(const std::vector<std::string>& names, Language language) {
    if (names.size() < 2) return names.empty() ? "" : names.front();
    return fmt::format("{} {} {}",
                       fmt::join(names.begin(), names.end() - 1, ", "),
                       in_language(language, "or", "o"),
                       names.back());
}

/// Writes `x is below 3`, `x lies between 1 and 3`, `x is a or b`.
std::string limit_in_words(const ColumnLimit& limit, const Factor& factor, Language language) {
    const auto say = [&](std::string_view english, std::string_view italian, const auto&... parts) {
        return fmt::format(fmt::runtime(in_language(language, english, italian)),
                           factor.name,
                           parts...);
    };
    if (!factor.categories.empty()) {
        return say("{} is {}", "{} è {}", any_of(category_names(limit, factor), language));
    }
    if (limit.low && limit.high) {
        return say("{} lies between {} and {}",
                   "{} sta fra {} e {}",
                   limit_number(*limit.low, language),
                   limit_number(*limit.high, language));
    }
    return limit.low ? say("{} is above {}", "{} è sopra {}", limit_number(*limit.low, language))
                     : say("{} is below {}", "{} è sotto {}", limit_number(*limit.high, language));
}

/// The names in the one list that are not in the other.
std::string only_in(const std::vector<std::size_t>& one,
                    const std::vector<std::size_t>& other,
                    const Discovery& discovery) {
    std::vector<std::size_t> only;
    std::ranges::set_difference(one, other, std::back_inserter(only));
    return fmt::format("{}", fmt::join(factor_names(only, discovery), ", "));
}

/// What part of the cases of interest lies inside, and what part of the cases inside is of
/// interest: counts where there are few of interest.
std::pair<std::string, std::string> quality_words(const BoxQuality& quality,
                                                  const Discovery& discovery,
                                                  Language language) {
    constexpr std::size_t few = 20;
    const auto say = [language](std::string_view english, std::string_view italian) {
        return fmt::runtime(in_language(language, english, italian));
    };
    if (discovery.of_interest >= few) {
        return {fmt::format(say("{} of all such cases", "{} di tutti questi casi"),
                            percent_text(quality.coverage, language)),
                fmt::format(say("{} of the cases there", "{} dei casi che vi stanno"),
                            percent_text(quality.density, language))};
    }
    const auto found = std::lround(quality.coverage * static_cast<double>(discovery.of_interest));
    const auto there = std::lround(quality.mass * static_cast<double>(discovery.cases));
    return {fmt::format(say("{} of {} such cases", "{} dei {} casi di questo tipo"),
                        found,
                        discovery.of_interest),
            fmt::format(say("{} of {} cases there", "{} dei {} casi che vi stanno"), found, there)};
}

}  // namespace

std::string limit_number(double value, Language language) {
    std::string text = fmt::format("{:.4g}", value);
    if (language == Language::italian) std::ranges::replace(text, '.', ',');
    return text;
}

std::vector<std::string> category_names(const ColumnLimit& limit, const Factor& factor) {
    std::vector<std::string> names;
    for (const std::size_t place : limit.values) names.push_back(factor.categories[place]);
    return names;
}

std::string limits_in_words(const std::vector<ColumnLimit>& limits,
                            const Discovery& discovery,
                            Language language) {
    std::vector<std::string> words;
    for (const ColumnLimit& limit : limits) {
        words.push_back(limit_in_words(limit, discovery.factors[limit.column], language));
    }
    return fmt::format("{}", fmt::join(words, in_language(language, " and ", " e ")));
}

std::vector<ColumnLimit> plain_limits(const DiscoveredBox& box) {
    return {box.limits.begin(), box.limits.end()};
}

std::string sentence_of(const std::vector<ColumnLimit>& limits,
                        const BoxQuality& quality,
                        const Discovery& discovery,
                        Language language) {
    const auto [covered, dense] = quality_words(quality, discovery, language);
    return fmt::format(
        fmt::runtime(in_language(language, "{} when {}: {}, and {}.", "{} quando {}: {}, e {}.")),
        discovery.where,
        limits_in_words(limits, discovery, language),
        covered,
        dense);
}

std::string agreement_text(const Discovery& discovery, Language language) {
    const std::vector<std::size_t> boxes = columns_of_boxes(discovery);
    const std::vector<std::size_t>& tree = discovery.tree.columns;
    const auto say = [language](std::string_view english, std::string_view italian) {
        return std::string(in_language(language, english, italian));
    };
    if (boxes.empty() && tree.empty()) {
        return say("Neither the boxes nor the tree name an input.",
                   "Né i riquadri né l'albero nominano un ingresso.");
    }
    if (boxes == tree) {
        return fmt::format("{}: {}.",
                           say("The tree and the boxes name the same inputs",
                               "L'albero e i riquadri nominano gli stessi ingressi"),
                           only_in(boxes, {}, discovery));
    }
    std::string text = say("The tree and the boxes do not name the same inputs",
                           "L'albero e i riquadri non nominano gli stessi ingressi");
    if (const std::string only = only_in(boxes, tree, discovery); !only.empty()) {
        text += fmt::format("; {}: {}", say("only the boxes", "solo i riquadri"), only);
    }
    if (const std::string only = only_in(tree, boxes, discovery); !only.empty()) {
        text += fmt::format("; {}: {}", say("only the tree", "solo l'albero"), only);
    }
    return text + ".";
}

}  // namespace cantiere
