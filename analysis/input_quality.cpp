#include "analysis/input_quality.h"

#include <algorithm>
#include <set>
#include <string>

namespace cantiere {

InputQuality input_quality(std::string_view resolved_study) {
    InputQuality count;
    std::set<std::string_view> seen;
    while (!resolved_study.empty()) {
        const std::size_t end = resolved_study.find('\n');
        const std::string_view line = resolved_study.substr(0, end);
        resolved_study.remove_prefix(end == std::string_view::npos ? resolved_study.size()
                                                                   : end + 1);
        constexpr std::string_view mark = "quality = \"";
        const std::size_t at = line.rfind(mark);
        if (at == std::string_view::npos || !seen.insert(line).second) continue;
        const std::string_view quality = line.substr(at + mark.size());
        count.found += static_cast<std::size_t>(quality.starts_with("found\""));
        count.recalled += static_cast<std::size_t>(quality.starts_with("recalled\""));
        if (!quality.starts_with("assumed\"")) continue;
        ++count.assumed;
        const bool sourced = line.find(" source = ") != std::string_view::npos;
        count.assumed_without_source += static_cast<std::size_t>(!sourced);
    }
    return count;
}

namespace {

/// The stated quality at the end of a line of a resolved study; none where it states none.
Quality stated_quality(std::string_view line) {
    constexpr std::string_view mark = "quality = \"";
    const std::size_t at = line.rfind(mark);
    if (at == std::string_view::npos) return Quality::none;
    const std::string_view rest = line.substr(at + mark.size());
    return parse_quality(rest.substr(0, rest.find('"'))).value_or(Quality::none);
}

}  // namespace

Quality input_quality_of(std::string_view resolved_study, std::string_view parameter) {
    const std::string start =
        "\"" + std::string(parameter.substr(0, parameter.find('@'))) + "\" = ";
    Quality weakest = Quality::none;
    while (!resolved_study.empty()) {
        const std::size_t end = std::min(resolved_study.find('\n'), resolved_study.size());
        const std::string_view line = resolved_study.substr(0, end);
        resolved_study.remove_prefix(std::min(end + 1, resolved_study.size()));
        // Qualities are named from the best known to the least.
        if (line.starts_with(start)) weakest = std::max(weakest, stated_quality(line));
    }
    return weakest;
}

}  // namespace cantiere
