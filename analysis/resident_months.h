#pragma once
/// Months that residents spend in a state, counted from the shares of a results file.

#include "analysis/result_samples.h"

namespace cantiere {

/// Returns resident-months in exclusion over the whole horizon, one value a draw.
Sample excluded_months(ResultSamples& samples, std::size_t scenario);

/// Returns resident-months in a job, subsidised and cooperative ones included, likewise.
Sample job_months(ResultSamples& samples, std::size_t scenario);

}  // namespace cantiere
