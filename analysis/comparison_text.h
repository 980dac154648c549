#pragma once
/// Comparisons as text for a terminal.

#include <string>

#include "analysis/breakdown.h"
#include "analysis/comparison.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// Writes a comparison: the people served first, then everybody, each difference with its interval,
/// and in words where it cannot be told apart from zero.
std::string comparison_text(const Comparison& comparison, Language language, const Layout& layout);

/// Writes a breakdown, a table a scenario.
std::string breakdown_text(const Breakdown& breakdown, Language language, const Layout& layout);

}  // namespace cantiere
