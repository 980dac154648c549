#pragma once
/// Scenarios about too few people to be shown.

#include "analysis/comparison.h"

namespace cantiere {

/// Takes every value about people out of the scenarios that have fewer than five residents, in the
/// mean of their runs; the money that was planned stays.
void suppress_few(Comparison& comparison);

}  // namespace cantiere
