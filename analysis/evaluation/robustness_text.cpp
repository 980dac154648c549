#include <algorithm>

#include <fmt/format.h>

#include "analysis/evaluation/robustness.h"
#include "analysis/number_text.h"

namespace cantiere {
namespace {

struct MeasureWords {
    std::string_view english, italian;
};

constexpr EnumArray<RobustMeasure, MeasureWords> measure_words{
    {{{"mean net benefit", "beneficio netto medio"},
      {"least net benefit", "beneficio netto minimo"},
      {"greatest net benefit", "beneficio netto massimo"},
      {"midway of least and greatest", "a metà tra minimo e massimo"},
      {"mean less semi-deviation", "media meno semideviazione"},
      {"mean regret", "rammarico medio"},
      {"regret, nine draws in ten below", "rammarico, nove estrazioni su dieci sotto"},
      {"greatest regret", "rammarico massimo"},
      {"draws that meet the thresholds", "estrazioni che rispettano le soglie"}}}};

std::string word_of(RobustMeasure measure, Language language) {
    const MeasureWords& words = measure_words[measure];
    return std::string(in_language(language, words.english, words.italian));
}

std::string list_of(const std::vector<RobustMeasure>& measures, Language language) {
    std::string list;
    for (const RobustMeasure measure : measures) {
        list += (list.empty() ? "" : ", ") + word_of(measure, language);
    }
    return list;
}

std::string value_text(RobustMeasure measure, double value, Language language) {
    return measure == RobustMeasure::satisficing ? percent_text(value, language)
                                                 : four_digits_text(value, language);
}

/// A rank, with its half where two share it.
std::string rank_text(double rank, Language language) {
    const bool is_whole = rank == static_cast<double>(static_cast<int>(rank));
    return number_text(rank, is_whole ? 0 : 1, language);
}

/// Which strategy each measure puts first, those of one strategy together.
std::string first_text(const DecisionSamples& samples,
                       const Robustness& result,
                       Language language) {
    std::string text;
    for (std::size_t d = 0; d < samples.strategies.size(); ++d) {
        std::vector<RobustMeasure> first;
        for (const RobustMeasure measure : result.measures) {
            if (result.rank[measure][d] == std::ranges::min(result.rank[measure])) {
                first.push_back(measure);
            }
        }
        if (first.empty()) continue;
        text += fmt::format("{}{} ({})",
                            text.empty() ? "" : "; ",
                            samples.strategies[d].id,
                            list_of(first, language));
    }
    return fmt::format(
        fmt::runtime(in_language(language, "First by each measure: {}.", "Primi per misura: {}.")),
        text);
}

/// In how many pairs measures disagree, or that they never do.
std::string disagreement_text(const DecisionSamples& samples,
                              const Robustness& result,
                              Language language) {
    const std::size_t strategies = samples.strategies.size();
    if (result.disagreements.empty()) {
        return std::string(in_language(language,
                                       "No two measures put any pair in opposite orders.",
                                       "Nessuna coppia è ordinata in modo opposto da due misure."));
    }
    return fmt::format(
        fmt::runtime(in_language(
            language,
            "Measures disagree on {} of {} pairs: what is robust depends on what one minds.",
            "Le misure non concordano su {} coppie di {}: che cosa è robusto dipende da che cosa "
            "preme.")),
        result.disagreements.size(),
        strategies * (strategies - 1) / 2);
}

}  // namespace

std::string robustness_text(const DecisionSamples& samples,
                            const Robustness& result,
                            Language language,
                            const Layout& layout) {
    std::vector<std::string> header{std::string(in_language(language, "strategy", "strategia"))};
    for (const RobustMeasure measure : result.measures) {
        header.push_back(word_of(measure, language));
    }
    TextTable table(header);
    for (std::size_t d = 0; d < samples.strategies.size(); ++d) {
        std::vector<std::string> cells{samples.strategies[d].id};
        for (const RobustMeasure measure : result.measures) {
            cells.push_back(fmt::format("{} ({})",
                                        value_text(measure, result.value[measure][d], language),
                                        rank_text(result.rank[measure][d], language)));
        }
        table.add(std::move(cells));
    }
    std::string text = table.text(layout);
    text += paragraph(first_text(samples, result, language), layout.width, 2);
    text += paragraph(disagreement_text(samples, result, language), layout.width, 2);
    return text +
           paragraph(in_language(language,
                                 "EUR; in brackets the rank, 1 the best. Regret: the best "
                                 "net benefit of the draw less its own.",
                                 "EUR; tra parentesi il rango, 1 il migliore. Rammarico: il "
                                 "beneficio netto migliore dell'estrazione meno il proprio."),
                     layout.width,
                     2);
}

}  // namespace cantiere
