#pragma once
/// What a study, a pack or a results file comes to, as TOML text.

#include <string>

#include "analysis/cli/context.h"
#include "scenarios/study_text.h"

namespace cantiere {

/// Returns the resolved text of a study (path or shipped id), a pack, or the study that a results
/// file was made from; throws InputError or ResultsError.
std::string resolved_text(const std::string& named, Origins origins, const Context& context);

}  // namespace cantiere
