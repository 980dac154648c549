#pragma once
/// The comparison of a results file as commands print it.

#include <filesystem>
#include <optional>
#include <string>

#include "analysis/breakdown.h"
#include "analysis/cli/context.h"
#include "analysis/comparison.h"

namespace cantiere {

struct CompareOptions {
    ComparisonOptions comparison;
    std::optional<BreakdownBy> by;
};

/// Writes the comparison of a results file, with its breakdown when one is asked for.
std::string compared_text(const std::filesystem::path& results,
                          const CompareOptions& options,
                          const Context& context);

}  // namespace cantiere
