#pragma once
/// The worth of knowing one parameter, computed without a regression: checks on `information`.

#include <cstddef>

#include "analysis/evaluation/decision_samples.h"

namespace cantiere {

/// Returns the EVPPI of one parameter from means of the net benefits over `blocks`
/// of neighbouring values (Strong and Oakley 2013).
double perfect_information_by_blocks(const DecisionSamples& samples,
                                     std::size_t parameter,
                                     double wtp,
                                     std::size_t blocks);

/// Returns the EVPPI of two strategies from the cumulative sums over rising values, for
/// checks; with one switch of the best strategy it is exact (Sadatsafavi et al. 2013).
double perfect_information_by_sums(const DecisionSamples& samples,
                                   std::size_t parameter,
                                   double wtp);

}  // namespace cantiere
