#pragma once
/// The months of chosen residents as CSV: `RESULT.trace.csv`.

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "model/trace.h"

namespace cantiere {

/// One column of the trace.
struct TraceColumn {
    std::string_view name;
    std::string_view unit;
    std::string_view meaning;
};

/// Lists the columns in their order.
std::span<const TraceColumn> trace_columns();

/// Returns the first line.
std::string trace_header();

/// Returns a line a month, for one run of a scenario.
std::string trace_lines(std::string_view scenario,
                        std::size_t draw,
                        std::size_t replicate,
                        std::span<const TraceMonth> months);

/// Returns the name of the trace beside a results file.
std::filesystem::path trace_path(const std::filesystem::path& results);

}  // namespace cantiere
