#include "analysis/exploration/discovery_text.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/exploration/discovery_words.h"
#include "analysis/number_text.h"

namespace cantiere {
namespace {

/// What stands above the tree's leaves.
std::string tree_head(const Discovery& discovery, Language language) {
    if (discovery.tree.leaves.empty()) {
        return std::string(
            in_language(language,
                        "A classification tree, as a check, splits nothing that foresees cases "
                        "left out.",
                        "Un albero di classificazione, per controllo, non divide nulla che preveda "
                        "casi tenuti fuori."));
    }
    return fmt::format(
        fmt::runtime(in_language(
            language,
            "A classification tree of {} leaves, as a check; those with most cases of interest:",
            "Un albero di classificazione di {} foglie, per controllo; quelle con più casi di "
            "interesse:")),
        discovery.tree.all_leaves);
}

std::string tree_text(const Discovery& discovery, Language language, const Layout& layout) {
    const auto say = [language](std::string_view english, std::string_view italian) {
        return std::string(in_language(language, english, italian));
    };
    std::string text = paragraph(tree_head(discovery, language), layout.width);
    TextTable table({say("leaf", "foglia"),
                     say("of all such cases", "di tutti questi casi"),
                     say("of the cases there", "dei casi che vi stanno"),
                     say("of all cases", "di tutti i casi")});
    for (const TreeLeaf& leaf : discovery.tree.leaves) {
        table.add({limits_in_words(leaf.limits, discovery, language),
                   percent_text(leaf.quality.coverage, language),
                   percent_text(leaf.quality.density, language),
                   percent_text(leaf.quality.mass, language)});
    }
    if (!table.empty()) text += table.text(layout);
    return text + paragraph(agreement_text(discovery, language), layout.width);
}

/// The limits of a box, one a row.
std::string box_table(const DiscoveredBox& box,
                      const Discovery& discovery,
                      Language language,
                      const Layout& layout) {
    const auto say = [language](std::string_view english, std::string_view italian) {
        return std::string(in_language(language, english, italian));
    };
    const auto number = [language](const std::optional<double>& value) {
        return value ? limit_number(*value, language) : std::string();
    };
    const bool has_words = std::ranges::any_of(box.limits, [](const BoxLimit& limit) {
        return !limit.values.empty();
    });
    std::vector<std::string> header{say("input", "ingresso")};
    if (has_words) header.push_back(say("one of", "uno fra"));
    for (const std::string& more : {say("from", "da"),
                                    say("to", "a"),
                                    say("chance by luck (quasi-p)", "per caso (quasi-p)"),
                                    say("in halves of the cases", "in metà dei casi")}) {
        header.push_back(more);
    }
    TextTable table(header);
    if (has_words) table.flush_left(1);
    for (const BoxLimit& limit : box.limits) {
        const Factor& factor = discovery.factors[limit.column];
        std::vector<std::string> row{factor.name};
        if (has_words)
            row.push_back(fmt::format("{}", fmt::join(category_names(limit, factor), ", ")));
        row.insert(row.end(),
                   {number(limit.low),
                    number(limit.high),
                    limit.quasi_p < 0.001 ? "<0.001" : limit_number(limit.quasi_p, language),
                    percent_text(limit.reproduced, language)});
        table.add(row);
    }
    return table.text(layout);
}

/// Why there is no box.
std::string no_box_text(const Discovery& discovery, Language language) {
    if (discovery.of_interest == 0) {
        return std::string(
            in_language(language,
                        "No case meets the condition: there is nothing to look for.",
                        "Nessun caso soddisfa la condizione: non c'è nulla da cercare."));
    }
    if (discovery.of_interest == discovery.cases) {
        return std::string(in_language(
            language,
            "Every case meets the condition: no part holds more of them.",
            "Tutti i casi soddisfano la condizione: nessuna parte ne contiene di più."));
    }
    return std::string(
        in_language(language,
                    "No box has limits that are more than luck (quasi-p up to 0.05).",
                    "Nessun riquadro ha limiti che siano più del caso (quasi-p fino a 0,05)."));
}

}  // namespace

std::string discovery_text(const Discovery& discovery, Language language, const Layout& layout) {
    std::string text;
    if (discovery.boxes.empty()) text = paragraph(no_box_text(discovery, language), layout.width);
    for (std::size_t b = 0; b < discovery.boxes.size(); ++b) {
        const DiscoveredBox& box = discovery.boxes[b];
        text +=
            paragraph(fmt::format("{}. {}",
                                  b + 1,
                                  sentence_of(plain_limits(box), box.quality, discovery, language)),
                      layout.width);
        text += box_table(box, discovery, language, layout);
    }
    const bool can_differ = discovery.of_interest > 0 && discovery.of_interest < discovery.cases;
    return can_differ ? text + tree_text(discovery, language, layout) : text;
}

}  // namespace cantiere
