#pragma once
/// Ratios of mean differences: what one additional unit of an outcome costs.

#include "analysis/statistics.h"

namespace cantiere {

/// Returns the mean of `above` over the mean of `below`, with Fieller's 95 % interval from the
/// means of draws (from the replicates of a single draw). Without a value where the mean of
/// `below` cannot be told apart from zero, or has no error: the ratio is then not defined.
Stat fieller_ratio(const Sample& above, const Sample& below);

}  // namespace cantiere
