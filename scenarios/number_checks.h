#pragma once
/// What must hold between the parts of a value; internal to the reading of values.

#include "scenarios/sourced_number.h"

namespace cantiere {

enum class Statement { stated, absent };

/// Converts amounts to the study's prices, once, and checks range, distribution and source; false,
/// with the problems told, when the value cannot be used. `family` says whether the file states a
/// `dist`.
bool convert_and_check(SourcedNumber& number,
                       const ParameterSpec& spec,
                       Statement family,
                       const NumberContext& context);

}  // namespace cantiere
