#pragma once
/// Files of other commands' answers that a report takes in.

#include <filesystem>
#include <string>

#include "analysis/cli/context.h"
#include "analysis/report/companions.h"

namespace cantiere {

/// Reads the answers of `validate` and `transfer --matrix`: files that were named, or
/// validation.json and transfer.json of the results' folder. What is spoilt there is told and left
/// out; what was named and is spoilt throws UsageError.
Companions companions_of(const std::string& validation,
                         const std::string& transfer,
                         const std::filesystem::path& folder,
                         const Context& context);

}  // namespace cantiere
