#pragma once
/// `--fail-if`: a condition on the differences of comparisons, for scripts.

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/comparison.h"

namespace cantiere {

struct Gate {
    bool holds = false;
    std::map<std::string, double> values;  // by name, as written
};

/// Evaluates a condition on names `SCENARIO:VARIABLE`, the means of differences; throws UsageError
/// for names that the comparisons do not have.
Gate check_gate(const std::string& text, const std::vector<Comparison>& comparisons);

/// Returns a gate as JSON: `{"expression", "holds", "values"}`.
nlohmann::ordered_json gate_json(const Gate& gate, const std::string& text);

/// Writes why a gate holds.
std::string gate_text(const Gate& gate, const std::string& text);

}  // namespace cantiere
