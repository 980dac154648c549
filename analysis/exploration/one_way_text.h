#pragma once
/// One-way sensitivity for readers and for programs.

#include <string>

#include <nlohmann/json.hpp>

#include "analysis/exploration/one_way.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// Writes a table for every outcome, the widest swings first, `most` rows each; 0 for all.
std::string one_way_text(const Study& study,
                         const OneWayPlan& plan,
                         const OneWay& result,
                         std::size_t most,
                         Language language,
                         const Layout& layout);

/// Returns `{"method", "study", "scenario", "base", "wtp", "runs", "failed", "outputs": {NAME:
/// {"at_value": STAT, "factors": [{"name", "kind", "unit", "low", "value", "high", "quality",
/// "sources", "pack", "at_low", "at_high", "swing", "changes_sign"}]}}}`, all rows, widest first.
nlohmann::ordered_json one_way_json(const Study& study,
                                    const OneWayPlan& plan,
                                    const OneWay& result);

}  // namespace cantiere
