#pragma once
/// The table and the JSON of a validation.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/text_table.h"
#include "analysis/validation.h"

namespace cantiere {

/// Writes every pattern with target, band, what was simulated and the verdict, then the sources.
std::string validation_text(const std::vector<PatternResult>& results,
                            Language language,
                            const Layout& layout);

/// Returns `{"patterns": [...]}` as contract section 6 says.
nlohmann::ordered_json validation_json(const std::vector<PatternResult>& results,
                                       Language language);

}  // namespace cantiere
