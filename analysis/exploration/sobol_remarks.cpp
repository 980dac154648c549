#include "analysis/exploration/sobol_remarks.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/number_text.h"

namespace cantiere {
namespace {

bool is_outside(const VarianceShare& share) {
    const double half_width = 0.5 * (share.high - share.low);
    return share.value < -half_width || share.value > 1.0 + half_width;
}

std::vector<std::string> names_outside(const SobolIndices& indices, const SobolSource& source) {
    std::vector<std::string> names;
    for (std::size_t j = 0; j < indices.columns.size(); ++j) {
        if (is_outside(indices.columns[j].first)) names.push_back("S1 " + source.names[j]);
        if (is_outside(indices.columns[j].total)) names.push_back("ST " + source.names[j]);
    }
    return names;
}

std::string outside_remark(const std::vector<std::string>& names, Language language) {
    constexpr std::size_t most = 3;
    const std::size_t told = std::min(most, names.size());
    const auto shown =
        fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(told), ", ");
    return fmt::format(
        fmt::runtime(in_language(
            language,
            "Not to be used: {} of the indices ({}{}) lie outside 0 to 1 by more than half "
            "their interval; more base points (-n) are needed.",
            "Da non usare: {} degli indici ({}{}) sono fuori da 0-1 di più di metà "
            "del loro intervallo; servono più punti base (-n).")),
        names.size(),
        shown,
        told < names.size() ? ", ..." : "");
}

std::string few_points_remark(std::size_t base, Language language) {
    return fmt::format(
        fmt::runtime(in_language(language,
                                 "Not to be used: with {} base points (-n) the indices are not "
                                 "known; {} are the least, hundreds are usual.",
                                 "Da non usare: con {} punti base (-n) gli indici non si "
                                 "conoscono; {} sono il minimo, di solito "
                                 "ne servono centinaia.")),
        base,
        least_base_points);
}

/// A remark where luck has swollen the totals; nothing elsewhere.
std::string luck_remark(const SobolIndices& indices, Language language) {
    constexpr double far_above_one = 2.0, near_zero = 0.3;
    double first = 0.0, total = 0.0;
    for (const SobolIndex& of : indices.columns) {
        first += of.first.value;
        total += of.total.value;
    }
    const bool is_swollen = total > far_above_one && first < near_zero;
    if (!is_swollen) return "";
    return fmt::format(
        fmt::runtime(in_language(language,
                                 "Totals add up to {} and first-order indices to {}: part of ST "
                                 "here is luck rather than interaction, "
                                 "drawn anew wherever a changed number changes the course of "
                                 "events. More replicates leave less of it.",
                                 "I totali sommano a {} e gli indici del primo ordine a {}: parte "
                                 "di ST qui è caso e non interazione, "
                                 "estratto di nuovo dove un numero cambiato cambia il corso degli "
                                 "eventi. Più repliche ne lasciano "
                                 "meno.")),
        number_text(total, 2, language),
        number_text(first, 2, language));
}

}  // namespace

std::vector<std::string> sobol_remarks(const SobolIndices& indices,
                                       const SobolSource& source,
                                       Language language) {
    std::vector<std::string> remarks;
    if (source.base < least_base_points) {
        remarks.push_back(few_points_remark(source.base, language));
    }
    const std::vector<std::string> outside = names_outside(indices, source);
    if (!outside.empty()) remarks.push_back(outside_remark(outside, language));
    const std::string luck = source.is_simulated ? luck_remark(indices, language) : "";
    if (!luck.empty()) remarks.push_back(luck);
    return remarks;
}

}  // namespace cantiere
