#pragma once
/// What scenario discovery found, for readers and programs.

#include <string>

#include <nlohmann/json.hpp>

#include "analysis/exploration/discovery.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// Writes each box and each leaf of the tree as a sentence with its limits in a table, and whether
/// both name the same inputs; or why there is nothing to tell.
std::string discovery_text(const Discovery& discovery, Language language, const Layout& layout);

/// Returns the same as JSON (contract.md section 6), with the tree beside the boxes.
nlohmann::ordered_json discovery_json(const Discovery& discovery, Language language);

}  // namespace cantiere
