#pragma once
/// Sensitivity from tables that were run elsewhere.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "analysis/cli/context.h"
#include "analysis/cli/exit_code.h"
#include "analysis/exploration/numeric_csv.h"

namespace cantiere {

struct TableFiles {
    std::string design, outputs;  // CSV
    std::optional<std::int64_t> levels;
    std::string where;  // of regional: which runs are of interest
};

/// Tells the Sobol, Morris or PAWN indices of every output, or the regional ones of the runs of
/// interest; throws InputError, UsageError.
ExitCode screen(const std::string& method, const TableFiles& files, const Context& context);

/// A design and what came out of its rows.
struct DesignTables {
    NumericTable design, outputs;
    bool are_runs = false;  // of a study just simulated, with luck in them
    std::string head = {};  // for readers, of what the runs are; empty where that is not known
};

/// Tells outputs of another number of rows than their design.
void check_lengths(std::size_t design,
                   std::size_t outputs,
                   const std::string& path,
                   Problems& problems);

/// Reads a design and its outputs, a row of the one for a row of the other; throws InputError.
DesignTables read_design_tables(const std::string& design, const std::string& outputs);

/// The same for tables at hand; a design that is not of the method is refused. `about` is what the
/// JSON says of their runs besides: study, scenario, base; an empty object where that is not known.
ExitCode tell_indices(const std::string& method,
                      const DesignTables& tables,
                      const TableFiles& files,
                      const nlohmann::ordered_json& about,
                      const Context& context);

}  // namespace cantiere
