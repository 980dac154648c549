#pragma once
/// The JSON Schema of studies and packs, made from the parameter table.

#include <nlohmann/json.hpp>

namespace cantiere {

/// Returns the schema (draft 2020-12) of all kinds of files; editors use it for completion.
nlohmann::ordered_json study_schema();

}  // namespace cantiere
