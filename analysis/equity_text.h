#pragma once
/// The section "who gains" of a comparison, as text and as JSON.

#include <string>

#include <nlohmann/json.hpp>

#include "analysis/equity.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// Writes who gains and who is left out, group by group and over all, then what an office would
/// record; nothing for an empty one.
std::string equity_text(const ScenarioEquity& equity, Language language, const Layout& layout);

/// Returns the same as JSON; null for an empty one.
nlohmann::ordered_json equity_json(const ScenarioEquity& equity);

}  // namespace cantiere
