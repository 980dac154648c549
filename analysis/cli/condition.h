#pragma once
/// Conditions that options take: comparisons of names and numbers.

#include <string>
#include <vector>

#include "analysis/expression.h"

namespace cantiere {

/// Reads the condition of an option; throws UsageError with the place in its text.
Expression read_condition(const std::string& option, const std::string& text);

/// Reads a condition on known names; throws UsageError for another name too.
Expression read_condition(const std::string& option,
                          const std::string& text,
                          const std::vector<std::string>& names);

}  // namespace cantiere
