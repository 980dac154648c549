#pragma once
/// The parameter table for readers and for other programs.

#include <string>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/text_table.h"
#include "scenarios/pack.h"

namespace cantiere {

/// Returns the name of a type of value: `number`, `integer`, `flag`, `placement_policy`, `payer`.
std::string_view name(ValueType type);

/// Writes a parameter: key, home, range and unit, default, meaning; then what a shipped pack states
/// for it, unless `shipped` is null.
std::string parameter_text(const ParameterSpec& spec,
                           const StatedValue* shipped,
                           Language language,
                           const Layout& layout);

/// Returns a parameter as JSON; `shipped` as above.
nlohmann::ordered_json parameter_json(const ParameterSpec& spec, const StatedValue* shipped);

}  // namespace cantiere
