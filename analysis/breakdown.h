#pragma once
/// A comparison by group, payer, municipality or year.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/comparison.h"

namespace cantiere {

enum class BreakdownBy : std::uint8_t { group, payer, municipality, year };

/// Finds a breakdown by its name; nothing when there is none.
std::optional<BreakdownBy> find_breakdown(std::string_view text);

/// Lists the names of all breakdowns.
std::vector<std::string> breakdown_names();

/// Returns the name of a breakdown.
std::string_view name(BreakdownBy by);

struct BreakdownCell {
    Stat level;
    Stat difference;
    bool suppressed = false;  // about fewer than five people; the values are then missing
};

struct BreakdownRow {
    std::string name;
    std::string text_en, text_it;
    std::vector<BreakdownCell> cells;  // as the columns
};

/// The breakdown of one scenario. The names of columns are variables, but payers by year.
struct ScenarioBreakdown {
    std::string scenario;
    std::string base;
    std::string own_base;  // against which the run counts gains person by person, and against it
                           // alone: `gainers` and `losers` have no value where it is not `base`
    std::vector<BreakdownRow> rows;
};

struct Breakdown {
    BreakdownBy by = BreakdownBy::group;
    Perspective perspective;  // of the comparison; costs by group or municipality do not follow it
    std::vector<std::string> columns;
    std::vector<ScenarioBreakdown> scenarios;
};

/// Breaks a comparison down, with the bases it has; cells about fewer than five people are
/// suppressed.
Breakdown break_down(const Results& results, const Comparison& comparison, BreakdownBy by);

}  // namespace cantiere
