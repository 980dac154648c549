#pragma once
/// What stands above a comparison: study, method, law, and what limits the reading.

#include <string>

#include "analysis/comparison.h"
#include "analysis/language.h"
#include "analysis/text_table.h"

namespace cantiere {

/// Writes a study's discount rate: `3 %`, or the name of its schedule.
std::string discount_text(const ResultsHeader& header, Language language);

/// Names the programmes that go on when the study ends, so that not all that they bring is in the
/// results; empty where there is none, or where the file does not keep what it was made of.
std::string cut_off_text(const ResultsHeader& header, Language language, const Layout& layout);

/// Writes the study, how costs are counted, the law of every scenario, and warnings that hold for
/// all of them (GROSS effects, programmes cut off, no error).
std::string comparison_head(const Comparison& comparison, Language language, const Layout& layout);

/// Sets what a null twin really spends beside what its programme does; empty for other scenarios.
std::string null_twin_spending(const Comparison& comparison,
                               const ScenarioComparison& twin,
                               Language language,
                               const Layout& layout);

}  // namespace cantiere
