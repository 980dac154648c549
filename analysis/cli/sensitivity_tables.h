#pragma once
/// Sensitivity from tables that were run elsewhere.

#include <cstdint>
#include <optional>
#include <string>

#include "analysis/cli/context.h"
#include "analysis/cli/exit_code.h"

namespace cantiere {

struct TableFiles {
    std::string design, outputs;  // CSV
    std::optional<std::int64_t> levels;
};

/// Tells the Morris or PAWN indices of every output; throws InputError, UsageError.
ExitCode screen(const std::string& method, const TableFiles& files, const Context& context);

}  // namespace cantiere
