#include "analysis/report/sources.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/parameter_words.h"
#include "analysis/report/facts.h"

namespace cantiere {
namespace {

/// The words of a source without control characters, which a page keeps for its own marks.
std::string clean(std::string_view text) {
    std::string result;
    for (const char c : text) result += std::iscntrl(static_cast<unsigned char>(c)) != 0 ? ' ' : c;
    return result;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

/// Where a citation stands in the order: none at the end.
std::tuple<bool, std::string, std::string_view> place_in_order(const CitedSource& source) {
    return {source.citation.empty(), lower(source.citation), source.citation};
}

/// A registrant of four to nine digits and what it registered: `10.1093/qje/qjt015`.
bool is_doi(std::string_view word) {
    constexpr std::string_view digits = "0123456789";
    if (!word.starts_with("10.")) return false;
    const std::size_t slash = word.find_first_not_of(digits, 3);
    return slash >= 7 && slash <= 12 && slash + 1 < word.size() && word[slash] == '/';
}

/// A word of a citation, a link where it is an address or a DOI.
std::string with_link(std::string_view word) {
    const std::string_view address = word.substr(0, word.find_last_not_of('.') + 1);
    const std::string_view after = word.substr(address.size());
    const bool is_address = address.starts_with("https://") || address.starts_with("http://");
    if (is_address) return link(address, address).append(after);
    if (!is_doi(address)) return std::string(word);
    return link(fmt::format("https://doi.org/{}", address), address).append(after);
}

std::string with_links(std::string_view text) {
    constexpr std::string_view between = " ,;()\"<>";
    std::string result;
    while (!text.empty()) {
        const std::size_t word = std::min(text.find_first_of(between), text.size());
        result += with_link(text.substr(0, word));
        text.remove_prefix(word);
        if (text.empty()) break;
        result += text.front();
        text.remove_prefix(1);
    }
    return result;
}

std::string grade_word(const std::string& grade, Language language) {
    const auto known = parse_quality(grade);
    return known ? std::string(quality_word(*known, language)) : grade;
}

/// What an input names, looked up in the catalogue; without a row it stands for itself.
CitedSource looked_up(const std::string& named,
                      const StatedInput& input,
                      const EvidenceRows& catalogue) {
    const auto row = catalogue.find(named);
    if (row == catalogue.end()) {
        return {clean(named), false, {{std::string(name(input.quality)), {}}}};
    }
    const std::string& citation = row->second.source;
    return {citation == "-" ? "" : clean(citation), true, {{row->second.quality, {named}}}};
}

/// Adds what leads to a citation to what did before.
void add_to(CitedSource& source, CitedSource more) {
    source.is_in_catalogue = source.is_in_catalogue || more.is_in_catalogue;
    for (auto& [grade, keys] : more.grades) source.grades[grade].merge(keys);
}

}  // namespace

Bibliography::Bibliography(const std::vector<StatedInput>& inputs, const EvidenceRows& catalogue) {
    std::map<std::string, CitedSource> by_citation;
    std::map<std::string, std::string> citations;  // by what inputs name
    for (const StatedInput& input : inputs) {
        for (const std::string& named : input.sources) {
            const CitedSource one = looked_up(named, input, catalogue);
            citations[named] = one.citation;
            const auto [at, is_new] = by_citation.emplace(one.citation, one);
            if (!is_new) add_to(at->second, one);
        }
    }
    for (auto& [citation, source] : by_citation) sources_.push_back(std::move(source));
    std::ranges::sort(sources_, {}, place_in_order);
    for (const auto& [named, citation] : citations) {
        const auto at = std::ranges::find(sources_, citation, &CitedSource::citation);
        numbers_[named] = static_cast<std::size_t>(at - sources_.begin()) + 1;
    }
}

std::vector<std::size_t> Bibliography::numbers_of(const StatedInput& input) const {
    std::vector<std::size_t> numbers;
    for (const std::string& named : input.sources) {
        const std::size_t number = numbers_.at(named);
        if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
    }
    return numbers;
}

std::string source_text(const CitedSource& source, Language language) {
    std::vector<std::string> parts;
    if (!source.is_in_catalogue) {
        parts.emplace_back(in_language(language, "not in the catalogue", "non è nel catalogo"));
    }
    for (const auto& [grade, keys] : source.grades) {
        const std::string word = grade_word(grade, language);
        parts.push_back(keys.empty() ? word : fmt::format("{}: {}", word, fmt::join(keys, ", ")));
    }
    const std::string citation =
        source.citation.empty()
            ? std::string(in_language(language, "No citation", "Nessuna citazione"))
            : with_links(source.citation);
    return fmt::format("{} ({})", citation, fmt::join(parts, "; "));
}

}  // namespace cantiere
