#pragma once
/// The parameter table for readers and for other programs.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/language.h"
#include "analysis/text_table.h"
#include "scenarios/pack.h"

namespace cantiere {

/// Returns the name of a type of value: `number`, `integer`, `flag`, `placement_policy`, `payer`.
std::string_view name(ValueType type);

/// What `packs` state for one key.
struct StatedParameter {
    const ParameterSpec* spec = nullptr;
    const std::vector<Pack>& packs;  // amounts in the prices of `price_year`
    int price_year = 0;
};

/// Writes a parameter: key, home, valid range and unit, default, meaning; then every value that the
/// packs state, with its range, quality and sources, once where several packs share it.
std::string parameter_text(const StatedParameter& parameter,
                           Language language,
                           const Layout& layout);

/// Returns a parameter as JSON, with a list of what each pack states for it.
nlohmann::ordered_json parameter_json(const StatedParameter& parameter);

}  // namespace cantiere
