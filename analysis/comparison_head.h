#pragma once
/// What stands above a comparison: study, method, law, and what limits the reading.

#include <string>

#include "analysis/comparison.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// Writes a study's discount rate: `3 %`, or the name of its schedule.
std::string discount_text(const ResultsHeader& header, Language language);

/// Writes the study, how costs are counted, the law of every scenario, and warnings that hold for
/// all of them (GROSS effects, no error).
std::string comparison_head(const Comparison& comparison, Language language, const Layout& layout);

/// Sets what a null twin really spends beside what its programme does; empty for other scenarios.
std::string null_twin_spending(const Comparison& comparison,
                               const ScenarioComparison& twin,
                               Language language,
                               const Layout& layout);

}  // namespace cantiere
