#pragma once
/// How a report names the numbers that a study states, and writes their values.

#include <string>
#include <string_view>

#include "analysis/language.h"

namespace cantiere {

/// Says what a key of the parameter table means, `key@pack` with its pack after it; the key itself
/// where the table does not know it.
std::string input_title(std::string_view key, Language language);

/// Returns the unit of a chart: `EUR` and `share` as they are, other units in words, none for `1`.
std::string figure_unit(std::string_view unit, Language language);

/// Writes a value with four significant digits, without zeros after its last one.
std::string input_number(double value, Language language);

}  // namespace cantiere
