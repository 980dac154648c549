#pragma once
/// The parameter table for readers and for other programs.

#include <string>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/text_table.h"
#include "scenarios/parameter_table.h"

namespace cantiere {

/// Returns the name of a type of value: `number`, `integer`, `flag`, `placement_policy`, `payer`.
std::string_view name(ValueType type);

/// Writes a parameter: key, home, range and unit, default, meaning.
std::string parameter_text(const ParameterSpec& spec, Language language, const Layout& layout);

/// Returns a parameter as JSON.
nlohmann::ordered_json parameter_json(const ParameterSpec& spec);

}  // namespace cantiere
