#pragma once
/// Comparisons as JSON, in the shape other programs rely on: numbers are numbers, absent is null.

#include <nlohmann/json.hpp>

#include "analysis/breakdown.h"
#include "analysis/comparison.h"

namespace cantiere {

/// Returns a number, or null for NaN.
nlohmann::ordered_json json_number(double value);

/// Returns `{"mean", "se", "low", "high", "p2_5", "p97_5"}`.
nlohmann::ordered_json as_json(const Stat& stat);

/// Returns a comparison; see analysis/README.md for the fields.
nlohmann::ordered_json as_json(const Comparison& comparison);

/// Returns a breakdown: by scenario, rows with level and difference of every column.
nlohmann::ordered_json as_json(const Breakdown& breakdown);

/// Writes JSON on lines for readers; bytes that are not UTF-8 are replaced.
std::string dumped(const nlohmann::ordered_json& json);

}  // namespace cantiere
